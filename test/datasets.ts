import { join } from 'node:path';
import { readDataset } from '../lib/config/read-dataset';

const PROJECT = join(__dirname, '..');

/** The folders of all datasets that the project ships, by name. */
export const DATASET_FOLDERS = {
  churn: join(PROJECT, 'lib', 'config', 'datasets', 'churn'),
  'iranian-churn': join(PROJECT, 'test', 'datasets', 'iranian-churn'),
} as const;

export const DATASETS = Object.values(DATASET_FOLDERS).map(readDataset);
