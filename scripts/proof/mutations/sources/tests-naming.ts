import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '..', '..', '..', '..');
const FOLDER = join('test', 'scripts', 'jobs');

/** The test files that name a module of the jobs, first those called after it; all of them if none does. */
export function testsNaming(module: string): readonly string[] {
  const files = readdirSync(join(PROJECT, FOLDER)).filter((name) => /^test_.*\.py$/.test(name));
  const naming = files.filter((name) =>
    new RegExp(`\\b${module}\\b`).test(readFileSync(join(PROJECT, FOLDER, name), 'utf8')),
  );
  const own = naming.filter((name) => name.includes(module));
  const others = naming.filter((name) => !name.includes(module));
  return (naming.length > 0 ? [...own, ...others] : files).map((name) => join(FOLDER, name));
}
