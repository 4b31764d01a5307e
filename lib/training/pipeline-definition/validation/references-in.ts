import { isRecord, textAt, valueAt } from './read-json';

export interface FoundReference {
  /** What `Get` names, e.g. `Steps.CreateModel.ModelName`. */
  readonly path: string;
  /** Whether it is the property file of a `Std:JsonGet`. */
  readonly isPropertyFile: boolean;
}

/** Every reference within `json`, in order. */
export function referencesIn(json: unknown): readonly FoundReference[] {
  if (Array.isArray(json)) return json.flatMap(referencesIn);
  if (!isRecord(json)) return [];
  if (isReference(json)) return [{ path: json.Get, isPropertyFile: false }];
  const file = textAt(json, 'Std:JsonGet', 'PropertyFile', 'Get');
  if (file === '') return Object.values(json).flatMap(referencesIn);
  return [{ path: file, isPropertyFile: true }, ...referencesIn(valueAt(json, 'Std:JsonGet', 'S3Uri'))];
}

export function isReference(json: unknown): json is { readonly Get: string } {
  return isRecord(json) && typeof json.Get === 'string' && Object.keys(json).length === 1;
}

/** The step and the property that a path names; undefined for parameters and execution variables. */
export function stepProperty(path: string): { readonly step: string; readonly property: string } | undefined {
  const [, step, property] = /^Steps\.([^.[]+)\.(.+)$/.exec(path) ?? [];
  return step === undefined || property === undefined ? undefined : { step, property };
}
