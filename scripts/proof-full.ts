import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runTimeFigures } from './proof/run-time/figures';

/** Everything that is proven without an account, with figures: what is run before a release. */

const PROJECT = join(import.meta.dirname, '..');
const STEPS = [
  ['proof'],
  ['proof:mutations', '--', '--keep'],
  ['proof:page'],
  ['test:unit', '--', 'test/faults', 'faults'],
  ['test:proof', '--', 'run-time'],
  ['proof:fuzz'],
];

const failed = STEPS.filter(([script = '', ...args]) => {
  console.log(`\n${script}`);
  return spawnSync('npm', ['run', '--silent', script, ...args], { cwd: PROJECT, stdio: 'inherit' }).status !== 0;
});
console.log('\nfaults at run time');
console.table(Object.fromEntries(runTimeFigures().map(({ kind, ...counts }) => [kind, counts])));
for (const [script] of failed) console.error(`failed: npm run ${script}`);
if (failed.length > 0) process.exitCode = 1;
