import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatasetDescription } from '../../lib/config/dataset-description';
import { type Fate, makeDelivery } from '../sample/make-delivery';

/** Day on which real files arrive in a local run: a constant, since a run must not depend on the calendar. */
const ARRIVAL_DAY = '2026-11-20';

/** One day's files, as somebody would upload them. */
export interface DeliveredFiles {
  readonly folder: string;
  readonly names: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/** The data files that lie beside a description. */
export function filesBeside(folder: string): DeliveredFiles {
  const names = readdirSync(folder).filter((name) => /\.(csv|json)(\.gz)?$/.test(name) && name !== 'description.json');
  if (names.length === 0) throw new Error(`${folder} holds no *.csv or *.json data files`);
  return { folder, names, day: ARRIVAL_DAY };
}

/** Files of a made table, and what only their maker knows. */
export interface MadeFiles extends DeliveredFiles {
  readonly fates: readonly Fate[];
}

/** Makes the files of a made table in `folder`, in place of whatever was there. */
export function madeFiles(
  description: DatasetDescription,
  folder: string,
  sample: Omit<Parameters<typeof makeDelivery>[0], 'description'> = {},
): MadeFiles {
  const { files, ingestDate, fates } = makeDelivery({ description, ...sample });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
  return { folder, names: files.map(({ name }) => name), day: ingestDate, fates };
}
