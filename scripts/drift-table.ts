import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ENVIRONMENTS } from '../lib/config/environments';
import { readDescription } from '../lib/config/read-dataset';
import { resolveDataset } from '../lib/config/resolve-dataset';
import { type Finding, look, readBaseline } from './drift-table/measure';
import { runJob } from './drift-table/run-job';
import { World } from './drift-table/world';

const BASELINE_SEED = 1;
const SEEDS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

const { values } = parseArgs({
  options: {
    /** Of each seed that the monitor looks at. */
    customers: { type: 'string', default: '2000' },
    /** Of the seed that the baseline is made of. */
    baseline: { type: 'string', default: '10000' },
    environment: { type: 'string', default: 'sandbox' },
  },
});

/**
 * Shows that the drift monitor is silent when nothing moved and speaks when something did: ten seeds of the sample as they
 * are, the same ten with the described drift, both against a baseline of another seed. Curated and binned by the product's
 * own jobs, judged by the monitor's own functions; scores are left out, since no model is trained here.
 */
async function driftTable(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'drift-table-'));
  const description = readDescription('lib/config/datasets/churn');
  const resolved = resolveDataset(description);
  // Personal columns are no features, and masking them would need a key.
  const columns = resolved.columns.map((each) => (each.role === 'personal' ? { ...each, role: 'ignored' } : each));
  const dataset = { ...resolved, columns } as typeof resolved;
  const datasetFile = join(folder, 'dataset.json');
  writeFileSync(datasetFile, JSON.stringify(dataset));
  const world = (name: string, seeds: readonly number[], customers: string, drift: number) =>
    new World(join(folder, name), dataset, { description, seeds, customers: Number(customers), drift });
  const baseline = world('baseline', [BASELINE_SEED], values.baseline, 0);
  const undrifted = world('undrifted', SEEDS, values.customers, 0);
  const drifted = world('drifted', SEEDS, values.customers, 1);

  // Two at a time: each has a Java of its own.
  await Promise.all([baseline.prepare(datasetFile), undrifted.prepare(datasetFile)]);
  await Promise.all([buildBaseline(folder, datasetFile, baseline), drifted.prepare(datasetFile)]);

  const rules = ENVIRONMENTS[values.environment === 'production' ? 'production' : 'sandbox'].modelMonitoring;
  const trained = await readBaseline(join(folder, 'datasets'));
  const findings = async (of: World) =>
    [...(await of.records())].sort(([a], [b]) => a - b).map(([seed, rows]) => look(seed, rows, trained, rules));
  report(await findings(undrifted), await findings(drifted));
  // Not when something failed: the logs are in it.
  rmSync(folder, { recursive: true });
}

async function buildBaseline(folder: string, dataset: string, { curated }: World): Promise<void> {
  const empty = ['predictions/', 'outcomes/'].map((name) => join(folder, name));
  for (const each of empty) mkdirSync(each);
  const [predictions = '', outcomes = ''] = empty;
  const datasets = join(folder, 'datasets/');
  await runJob(join(folder, 'build'), 'build_datasets', { dataset, curated, predictions, outcomes, datasets });
}

function report(undrifted: readonly Finding[], drifted: readonly Finding[]): void {
  const rows = [
    ...undrifted.map((each) => ['undrifted', each] as const),
    ...drifted.map((each) => ['drifted', each] as const),
  ];
  console.table(
    rows.map(([world, { seed, rows: count, worstFeature, psi, limit, ratio }]) => ({
      seed,
      world,
      rows: count,
      'worst feature': worstFeature,
      PSI: psi.toFixed(4),
      limit: limit.toFixed(4),
      ratio: ratio.toFixed(2),
      alarm: ratio >= 1 ? 'yes' : 'no',
    })),
  );
  const wrong = rows.filter(([world, { ratio }]) => ratio >= 1 !== (world === 'drifted'));
  const complete = undrifted.length === SEEDS.length && drifted.length === SEEDS.length;
  console.log(
    wrong.length === 0 && complete
      ? `no alarm on ${undrifted.length} undrifted seeds, an alarm on each of ${drifted.length} drifted ones`
      : `the rule is broken by ${wrong.map(([world, { seed }]) => `seed ${seed} ${world}`).join(', ') || 'missing seeds'}`,
  );
  if (wrong.length > 0 || !complete) process.exitCode = 1;
}

await driftTable();
