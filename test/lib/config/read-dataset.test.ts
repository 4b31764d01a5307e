import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDataset, readDescription } from '../../../lib/config/read-dataset';
import { DATASET_FOLDERS } from '../../datasets';

function folderWith(description: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'dataset-'));
  writeFileSync(
    join(folder, 'description.json'),
    typeof description === 'string' ? description : JSON.stringify(description),
  );
  return folder;
}

const sample = () => structuredClone(readDescription(DATASET_FOLDERS.churn)) as unknown as Record<string, unknown>;

test('a folder without a description says which file to write', () => {
  expect(() => readDataset('/nowhere')).toThrow(
    /dataset: found "\/nowhere"; give a folder that holds description\.json/,
  );
});

test('broken JSON is named with its file', () => {
  expect(() => readDataset(folderWith('{'))).toThrow(/description\.json.*valid JSON/);
});

test('another problem type stops with a sentence until it is built', () => {
  expect(() => readDataset(folderWith({ ...sample(), problemType: 'regression' }))).toThrow(
    /problemType: found "regression"; only binary-classification is built/,
  );
});

test('a column that fits no shape is named by field and value', () => {
  const description = sample();
  const columns = description.columns as Record<string, unknown>[];
  const at = columns.findIndex(({ type }) => type === 'integer');
  columns[at] = { ...columns[at], missing: 'ignore' };
  expect(() => readDataset(folderWith(description))).toThrow(new RegExp(`columns\\.${at}\\.missing: found "ignore"`));
});

test('a member that nobody knows is named', () => {
  expect(() => readDataset(folderWith({ ...sample(), colour: 'red' }))).toThrow(/colour/);
});
