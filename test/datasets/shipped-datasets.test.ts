import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readDataset, readDescription } from '../../lib/config/read-dataset';

const IRANIAN = 'test/datasets/iranian-churn';
const table = readFileSync(`${IRANIAN}/churn.csv`);
const [header = [], ...rows] = table
  .toString()
  .trimEnd()
  .split(/\r?\n/)
  .map((line) => line.split(','));

test.each(['lib/config/datasets/churn', IRANIAN])('the description in %s can be used', (folder) => {
  expect(readDataset(folder).features.length).toBeGreaterThan(5);
});

test('the Iranian table is the published one, with its licence beside it', () => {
  expect(createHash('sha256').update(table).digest('hex')).toBe(
    '72a4a660cba4166bab4f0c24e930d5453d1917e208c9ce2ed16b841347350dd3',
  );
  expect(readFileSync(`${IRANIAN}/NOTICE.md`, 'utf8')).toContain('Creative Commons Attribution 4.0');
});

test('the Iranian description names the header’s columns as they stand there', () => {
  expect(readDescription(IRANIAN).columns.map((column) => column.name)).toEqual(header);
});

test('every row of the Iranian table keeps the rules of its description', () => {
  for (const [at, column] of readDescription(IRANIAN).columns.entries()) {
    const cells = rows.map((row) => row[at] ?? '');
    if ('values' in column) expect(cells.filter((cell) => !column.values.includes(cell))).toEqual([]);
    if ('range' in column) {
      const [low, high] = column.range;
      expect(cells.filter((cell) => cell === '' || !(Number(cell) >= low && Number(cell) <= high))).toEqual([]);
    }
  }
});
