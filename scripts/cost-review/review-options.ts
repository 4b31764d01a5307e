import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { monthToDate, type Period, period } from '../../lambda/governance/review-cost/period';
import { environmentNamed } from '../../lib/config/check-environment';
import type { Dataset } from '../../lib/config/dataset';
import type { EnvironmentConfig } from '../../lib/config/environment-config';
import { readDataset } from '../../lib/config/read-dataset';

const USAGE = `npm run cost:review -- [options]
  --from <day>          first day, such as 2026-10-01; default: the first of the month
  --to <day>            the day after the last one; default: today
  --json                print JSON instead of a table
  --page <file>         also write a page there
  --environment <name>  default: the one in cdk.json; also --env
  --dataset <folder>    the dataset that was deployed, default: the one in cdk.json
Each review makes a few requests to Cost Explorer, which cost a cent each.`;

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  json: { type: 'boolean', default: false },
  page: { type: 'string' },
  environment: { type: 'string' },
  env: { type: 'string' },
  dataset: { type: 'string' },
} as const;
const PROJECT = join(import.meta.dirname, '..', '..');

export interface ReviewOptions {
  readonly period: Period;
  readonly json: boolean;
  readonly page?: string;
  readonly config: EnvironmentConfig;
  readonly dataset: Dataset;
}

/** What was typed after `npm run cost:review --`, `now` in ISO 8601; throws with the usage when it makes no sense. */
export function reviewOptions(args: readonly string[], now: string): ReviewOptions {
  const { context } = JSON.parse(readFileSync(join(PROJECT, 'cdk.json'), 'utf8'));
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    const usual = monthToDate(now);
    return {
      period: period(values.from ?? usual.from, values.to ?? usual.to),
      json: values.json,
      ...(values.page !== undefined && { page: values.page }),
      config: environmentNamed(values.environment ?? values.env ?? context.environment),
      dataset: readDataset(values.dataset === undefined ? join(PROJECT, context.dataset) : resolve(values.dataset)),
    };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}
