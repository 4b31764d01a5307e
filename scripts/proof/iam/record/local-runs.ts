import { join } from 'node:path';

/** The runs of test/local-run that deploy the product and leave a record: what one does not do, another does. */
const LOCAL_RUNS = ['lifecycle', 'serving', 'destroy'] as const;
export type LocalRun = (typeof LOCAL_RUNS)[number];

/** Where such a run leaves what it made; `folder` is what all of them write into. */
export function localRunFolder(folder: string, run: LocalRun): string {
  return join(folder, `test-${run}`);
}

/** The folders of all of them. */
export function localRunFolders(folder: string): string[] {
  return LOCAL_RUNS.map((run) => localRunFolder(folder, run));
}
