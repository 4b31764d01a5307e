import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ZodError } from 'zod';
import { ConfigError } from './config-error';
import type { Dataset } from './dataset';
import { type DatasetDescription, datasetDescription } from './dataset-description';
import { resolveDataset } from './resolve-dataset';

/** The file in a dataset's folder that says everything about it. */
const DESCRIPTION_FILE = 'description.json';

/** A column fails every shape of the union: the complaint worth reading is the one of the shape it came closest to. */
function deepest(issues: ZodError['issues'], path: PropertyKey[] = []): { path: PropertyKey[]; message: string } {
  const found = issues.map((issue) => {
    const here = [...path, ...issue.path];
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return { path: here, message: issue.message };
    const closest = [...issue.errors].sort((a, b) => a.length - b.length || b.join().length - a.join().length)[0] ?? [];
    return deepest(closest, here);
  });
  return found[0] ?? { path, message: 'is not a description' };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value);
}

/** Reads and checks `description.json` of a folder; throws `ConfigError` with the field, the value and the way out. */
export function readDescription(folder: string): DatasetDescription {
  const file = join(folder, DESCRIPTION_FILE);
  if (!existsSync(file))
    throw new ConfigError('dataset', folder, `give a folder that holds ${DESCRIPTION_FILE}, with -c dataset=<folder>`);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ConfigError(file, (error as Error).message, 'write valid JSON');
  }
  const checked = datasetDescription.safeParse(json);
  if (checked.success) return checked.data;
  const { path, message } = deepest(checked.error.issues);
  throw new ConfigError(`${file}: ${path.join('.')}`, valueAt(json, path), message);
}

/** The dataset of a folder, ready to use (see `Dataset`). */
export function readDataset(folder: string): Dataset {
  return resolveDataset(readDescription(folder));
}
