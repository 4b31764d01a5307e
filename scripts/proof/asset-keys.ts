import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assembly } from './assembly';
import { record } from './json';

/** Names under which `cdk deploy` uploads files, with where they are read from; undefined if the folder says nothing of assets. */
export function assetKeys({ folder, stacks }: Assembly): ReadonlyMap<string, string> | undefined {
  const files = stacks.map(({ id }) => join(folder, `${id}.assets.json`)).filter((file) => existsSync(file));
  if (files.length === 0) return undefined;
  const keys = new Map<string, string>();
  for (const file of files)
    for (const asset of Object.values(record(manifest(file).files)))
      for (const destination of Object.values(record(record(asset).destinations)))
        keys.set(String(record(destination).objectKey), join(folder, String(record(record(asset).source).path)));
  return keys;
}

function manifest(file: string): Readonly<Record<string, unknown>> {
  try {
    return record(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}
