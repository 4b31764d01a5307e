import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Assembly } from '../../assembly';
import { NoRecordError } from './no-record-error';
import { type Recording, readRecord } from './read-record';

const PROJECT = join(import.meta.dirname, '..', '..', '..', '..');
/** What leaves a record, in order. */
const SUITES = ['test:unit', 'test:local'];

/** The record of calls; made first, which takes minutes and is said, when there is none. Throws when the tests fail. */
export function haveRecord(assembly: Assembly): Recording {
  const folder = join(PROJECT, '.local');
  try {
    return readRecord(folder, assembly);
  } catch (error) {
    if (!(error instanceof NoRecordError)) throw error;
    console.log(`${error.message}\nMaking one: npm run ${SUITES.join(', npm run ')}; this takes minutes`);
    for (const suite of SUITES) run(suite);
    return readRecord(folder, assembly);
  }
}

function run(suite: string): void {
  const { status } = spawnSync('npm', ['run', suite], { cwd: PROJECT, stdio: 'inherit' });
  if (status !== 0) throw new Error(`npm run ${suite} failed, so there is no record of calls`);
}
