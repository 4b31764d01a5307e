import { isRecord, type Json, listAt, textAt, valueAt } from './json-at';
import type { Pipeline, PipelineStep } from './pipeline-definition';

const FUNCTIONS = ['Get', 'Std:Join', 'Std:JsonGet'];

/** What a value is at run time, as far as the definition says. */
export type Kind = 'string' | 'number' | 'boolean';

const KINDS: Readonly<Record<string, Kind>> = {
  String: 'string',
  Integer: 'number',
  Float: 'number',
  Boolean: 'boolean',
};

/** Whether a value stands for another one that is known only at run time. */
export function isExpression(value: unknown): value is Json {
  const [key = '', ...others] = isRecord(value) ? Object.keys(value) : [];
  return others.length === 0 && FUNCTIONS.includes(key);
}

/** The paths of all `Get`s within a value. */
export function getsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(getsIn);
  if (!isRecord(value)) return [];
  return isExpression(value) && 'Get' in value ? [String(value.Get)] : Object.values(value).flatMap(getsIn);
}

/** All `Std:JsonGet`s within a value. */
export function jsonGetsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(jsonGetsIn);
  if (!isRecord(value)) return [];
  const inner = Object.values(value).flatMap(jsonGetsIn);
  return 'Std:JsonGet' in value ? [value['Std:JsonGet'], ...inner] : inner;
}

/** `Steps.Train.ModelArtifacts.S3ModelArtifacts` as the step's name and the property; undefined for other paths. */
export function stepProperty(path: string): { readonly step: string; readonly property: string } | undefined {
  const [, step, property = ''] = /^Steps\.([^.[\]]+)\.?(.*)$/.exec(path) ?? [];
  return step === undefined ? undefined : { step, property };
}

/** The names of the steps whose values a value takes. */
export function stepsTaken(value: unknown): readonly string[] {
  return [...new Set(getsIn(value).flatMap((path) => stepProperty(path)?.step ?? []))];
}

/** The steps that must have run before `step`: named, taken values from, or the condition that it stands in. */
export function needsOf(step: PipelineStep): readonly string[] {
  const condition = step.within.at(-1)?.condition;
  const named = listAt(step.own, 'DependsOn').map(String);
  return [...new Set([...named, ...stepsTaken(step.own), ...(condition === undefined ? [] : [condition])])];
}

/**
 * A value as one text; undefined for what is none. A parameter stands as its default, and what a run knows as `{path}`.
 */
export function textOf(value: unknown, pipeline: Pipeline): string | undefined {
  if (typeof value !== 'object') return value === undefined ? undefined : String(value);
  if (!isExpression(value)) return undefined;
  if ('Get' in value) {
    const [, name] = /^Parameters\.(.+)$/.exec(String(value.Get)) ?? [];
    const initial = name === undefined ? undefined : valueAt(parameter(name, pipeline), 'DefaultValue');
    return initial === undefined ? `{${value.Get}}` : String(initial);
  }
  if ('Std:JsonGet' in value) return '{JSON}';
  const parts = listAt(value, 'Std:Join', 'Values').map((part) => textOf(part, pipeline) ?? '{}');
  return parts.join(textAt(value, 'Std:Join', 'On'));
}

export function parameter(name: string, { document }: Pipeline): unknown {
  return listAt(document, 'Parameters').find((each) => textAt(each, 'Name') === name);
}

/** What kind of value a run gets; undefined where nobody can say. */
export function kindOf(value: unknown, pipeline: Pipeline): Kind | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return typeof value as Kind;
  if (!isExpression(value) || 'Std:JsonGet' in value) return undefined;
  return 'Get' in value ? kindOfPath(String(value.Get), pipeline) : 'string';
}

function kindOfPath(path: string, pipeline: Pipeline): Kind | undefined {
  const [, name] = /^Parameters\.(.+)$/.exec(path) ?? [];
  if (name !== undefined) return KINDS[textAt(parameter(name, pipeline), 'Type')];
  const meant = stepProperty(path);
  if (meant === undefined) return 'string';
  const [, output] = /^OutputParameters\['(.+)'\]$/.exec(meant.property) ?? [];
  if (output !== undefined) {
    const step = pipeline.steps.find(({ name }) => name === meant.step);
    const declared = listAt(step?.own, 'OutputParameters').find((each) => textAt(each, 'OutputName') === output);
    return KINDS[textAt(declared, 'OutputType')];
  }
  if (meant.property === 'Outcome') return undefined;
  return /\.(Value|InstanceCount|VolumeSizeInGB|MaxRuntimeInSeconds)$/.test(meant.property) ? 'number' : 'string';
}
