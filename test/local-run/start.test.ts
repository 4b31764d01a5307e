import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../scripts/local/project-folder';
import { DATASET_FOLDERS } from '../datasets';

/** `npm start`, as its script calls it. */
function start(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', join('scripts', 'local', 'start.ts'), ...args], {
    cwd: PROJECT,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
  const ended = new Promise<{ code: number | null; printed: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, printed }));
  });
  return { child, ended, printed: () => printed };
}

test('another table goes round with no other file changed, and the run says what it reached', async () => {
  const { code, printed } = await start('--dataset', DATASET_FOLDERS['iranian-churn']).ended;
  expect(printed).toMatch(/ROC AUC on .* test rows\s+0\.\d{4} \(linear baseline 0\.\d{4}/);
  expect(printed).toMatch(/actually yes/);
  expect(printed).toMatch(/the API and the model itself say the same[\s\S]*real-time endpoint parked/);
  expect(printed).toMatch(/model-package\/ml-lifecycle-sandbox-iranian-churn\/1: Approved/);
  expect(code).toBe(0);
  const page = readFileSync(join(PROJECT, 'out', 'report', 'index.html'), 'utf8');
  expect(page.match(/<svg/g)?.length).toBeGreaterThanOrEqual(4);
  expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
});

test('Ctrl-C leaves nothing behind', async () => {
  const { child, ended, printed } = start('--dataset', DATASET_FOLDERS['iranian-churn']);
  while (!printed().includes('▶ Deploy')) await new Promise((resolve) => setTimeout(resolve, 100));
  child.kill('SIGINT');
  expect((await ended).code).toBe(130);
  expect(printed()).toMatch(/nothing is left running/);
});

test('an unknown option ends the run with the usage', async () => {
  const { code, printed } = await start('--colour').ended;
  expect(code).toBe(1);
  expect(printed).toMatch(/--dataset <folder>/);
});

test('a dataset that is none ends the run with the field and the way out', async () => {
  const { code, printed } = await start('--dataset', 'docs').ended;
  expect(code).toBe(1);
  expect(printed).toMatch(/dataset: found .*docs.*description\.json/);
});
