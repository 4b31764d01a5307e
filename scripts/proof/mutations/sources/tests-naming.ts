import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '..', '..', '..', '..');
const FOLDER = join('test', 'scripts', 'jobs');

/** The test files that name a module of the jobs; all of them if none does. */
export function testsNaming(module: string): readonly string[] {
  const files = readdirSync(join(PROJECT, FOLDER)).filter((name) => /^test_.*\.py$/.test(name));
  const naming = files.filter((name) =>
    new RegExp(`\\b${module}\\b`).test(readFileSync(join(PROJECT, FOLDER, name), 'utf8')),
  );
  return (naming.length > 0 ? naming : files).map((name) => join(FOLDER, name));
}
