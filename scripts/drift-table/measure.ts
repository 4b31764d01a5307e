import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { judgeVersions } from '../../lambda/model-monitoring/measure-drift/judge-drift';
import type { Baseline } from '../../lambda/model-monitoring/measure-drift/read-baseline';
import { VersionTally } from '../../lambda/model-monitoring/measure-drift/version-tally';
import { worstColumn } from '../../lib/metrics';
import type { FeatureRecord } from './world';

export interface Finding {
  readonly seed: number;
  readonly rows: number;
  readonly worstFeature: string;
  readonly psi: number;
  readonly limit: number;
  readonly ratio: number;
}

const VERSION = 'arn:aws:sagemaker:us-east-1:111111111111:model-package/sample/1';

/** What the jobs wrote about the training rows; without a model there are no scores, so these never move. */
export async function readBaseline(datasets: string): Promise<Baseline> {
  const { rows, features } = JSON.parse(await readFile(join(datasets, 'baseline', 'histograms.json'), 'utf8'));
  return { features, score: { name: 'score', edges: [], counts: [rows], missing: 0 } };
}

/** One look of the drift monitor at one seed's customers, each asked about once: its own counting, its own verdict. */
export function look(
  seed: number,
  records: readonly FeatureRecord[],
  baseline: Baseline,
  rules: { readonly minimumRows: number; readonly smallestDrift: number },
): Finding {
  const tally = new VersionTally(VERSION, baseline);
  for (const { id, features } of records)
    tally.add({
      inferenceId: '2026112100-00000000-0000-0000-0000-000000000000',
      recordId: id,
      eventTime: '2026-11-21T00:00:00Z',
      predictedAt: '2026-11-21T00:00:00.000Z',
      features,
      score: 0,
      threshold: 0,
      decision: true,
      modelVersion: VERSION,
      servedBy: 'serverless',
    });
  const [{ features, reason } = { features: undefined, reason: 'nothing was judged' }] = judgeVersions([tally], rules);
  const worst = worstColumn(features ?? []);
  if (!worst) throw new Error(`seed ${seed}: ${reason}`);
  const { name: worstFeature, psi, limit, ratio } = worst;
  return { seed, rows: tally.records, worstFeature, psi, limit, ratio };
}
