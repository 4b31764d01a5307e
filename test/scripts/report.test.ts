import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { someDrift, someReport } from './report/reports';

jest.setTimeout(30_000);

const PROJECT = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'report-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/report.ts', ...args], {
    cwd: PROJECT,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

test('a report in a file becomes a page, with its drift', () => {
  const source = file('churn-3.json', { ...someReport(300), passes: true, reason: 'It pays.', currency: 'EUR' });
  const out = join(folder, 'pages', 'page.html');

  const { status, stdout } = report(source, '--drift', file('drift.json', someDrift({ age: 1 })), '--out', out);

  expect([status, stdout]).toEqual([0, `report: ${out}\n`]);
  const page = readFileSync(out, 'utf8');
  expect(page).toContain('<h1>churn-3</h1>');
  expect(page).toContain('It pays.');
  expect(page).toMatch(/2 of 2 features/);
});

test('a file that is no report ends with one sentence', () => {
  const source = file('scores.json', { rows: 3 });

  expect(report(source)).toEqual({
    status: 1,
    stdout: '',
    stderr: `report failed: ${source}: positives: expected a count, found nothing\n`,
  });
});

test('who names no file is told how', () => {
  const { status, stderr } = report('--title', 'Nothing');

  expect(status).toBe(1);
  expect(stderr).toMatch(/^report failed: name one file\nnpm run report -- \[options\] <file or s3 uri>/);
});

test('labelled scores in a file are measured, drawn and kept', () => {
  const source = join(folder, 'scores.csv');
  writeFileSync(source, 'who,truth,score\na,yes,0.9\nb,no,0.4\nc,yes,0.3\nd,no,0.1\n');
  const out = join(folder, 'scores.html');
  const labels = ['--actual', 'truth', '--predicted', '-1', '--positive', 'yes', '--negative', 'no'];

  const { status, stdout } = report(source, ...labels, '--worth', '60,-40,0,-100', '--out', out);

  const measured = join(folder, 'scores.json');
  expect([status, stdout]).toEqual([0, `report: ${out}\nmeasures: ${measured}\n`]);
  expect(readFileSync(out, 'utf8')).toContain('<h1>scores</h1>');
  // By hand: acting on all but d finds both for one false alarm.
  expect(JSON.parse(readFileSync(measured, 'utf8'))).toMatchObject({
    rocAuc: { value: 0.75 },
    threshold: 0.3,
    money: { netValue: 80 },
  });
});
