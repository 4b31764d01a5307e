import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDescription } from '../../lib/config/read-dataset';
import { makeDelivery } from '../../scripts/sample/make-delivery';
import { readSample } from '../../scripts/sample/read-sample';

const DATASET = join('lib', 'config', 'datasets', 'churn');
const description = readDescription(DATASET);

describe('The command', () => {
  const out = mkdtempSync(join(tmpdir(), 'sample-'));
  afterAll(() => rmSync(out, { recursive: true }));
  const generate = (...args: string[]) =>
    spawnSync(join('node_modules', '.bin', 'tsx'), ['scripts/generate-sample.ts', ...args], { encoding: 'utf8' });

  test('writes the delivery into a folder named by its ingest date', () => {
    const options = ['--seed', '7', '--rows', '40', '--drift', '0.5', '--ingest-date', '2026-12-24'];
    const run = generate('--dataset', DATASET, '--out', out, ...options);
    const expected = makeDelivery({ description, seed: 7, customers: 40, drift: 0.5, ingestDate: '2026-12-24' });

    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    const folder = join(out, 'ingest_date=2026-12-24');
    expect(readdirSync(folder)).toEqual(expected.files.map(({ name }) => name));
    for (const { name, text } of expected.files) expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });

  test('stops with the option, the value and the way out', () => {
    const run = generate('--out', out, '--rows', 'many');

    expect(run.status).toBe(1);
    expect(run.stderr).toContain('--rows: found "many"; give the number of customers, from 1');
  });
});

test('at least two of the sample’s reasons to leave are interactions that a linear model cannot see', () => {
  const terms = Object.values(readSample(description).label.terms);
  const unseen = terms.filter(
    (term) => !('times' in term) || term.times.filter((factor) => 'centre' in factor).length > 1,
  );

  expect(unseen.length).toBeGreaterThanOrEqual(2);
});

test('no column of the sample is named anywhere but in its description', () => {
  const generated = new Set(['__snapshots__', '__pycache__', 'node_modules']);
  const filesUnder = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (generated.has(entry.name) || path === DATASET) return [];
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
  const top = readdirSync('.').filter((name) => ['bin', 'lib', 'lambda', 'scripts', 'test'].includes(name));
  const texts = [...top.flatMap(filesUnder), ...readdirSync('.').filter((name) => name === 'README.md')].map(
    (path) => [path, readFileSync(path, 'utf8')] as const,
  );
  const names = description.columns.map((column) => column.name);

  // Two words at least, so that a hit is the column and no chance word.
  expect(names.filter((name) => !/^[a-z]+_[a-z0-9_]+$/.test(name))).toEqual([]);
  const hits = texts.flatMap(([path, text]) => names.filter((name) => text.includes(name)).map((name) => [path, name]));
  expect(hits).toEqual([]);
});
