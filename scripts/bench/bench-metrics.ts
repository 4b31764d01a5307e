import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measured } from './metrics/measured';
import { Measuring } from './metrics/measuring';
import { scoreCases, someRows } from './metrics/scores';
import { writeCsv } from './metrics/write-csv';

/**
 * Measures exact ROC AUC and the whole binary report from CSV beside scikit-learn, on the same data, and prints ratios.
 * `PYTHON` names the interpreter that has it, else the project's is asked; without, our own times stand alone. Rows: the
 * first argument, ten million unless given. Fails below a limit.
 */

const ROWS = Number(process.argv[2] ?? 1e7);
const TIMES = 3;
const LIMITS = { pandas: 15, polars: 12, megabytes: 300 };
if (!(Number.isInteger(ROWS) && ROWS > 0))
  throw new Error(`rows is ${process.argv[2]}, expected a whole number from 1`);

const folder = mkdtempSync(join(tmpdir(), 'bench-metrics-'));
process.on('exit', () => rmSync(folder, { recursive: true }));
const measuring = new Measuring(folder);
const versions = Object.entries(measuring.versions).map((named) => named.join(' '));
console.log(
  `${ROWS.toLocaleString('en-US')} rows; Node ${process.version}; ${versions.join(', ') || 'no scikit-learn'}`,
);
if (versions.length === 0)
  console.log('to compare, install scripts/bench/metrics/requirements.txt and name that interpreter by PYTHON');

const rows = someRows(ROWS);
const seconds = (measured: Measured | undefined) => (measured ? measured.seconds.toFixed(2) : '-').padStart(10);
const belowLimit: string[] = [];

/** Their time over ours, and whether that is enough; both must have found the same. */
function ratio(what: string, ours: Measured, theirs: Measured | undefined, limit?: number): string {
  if (!theirs) return '-'.padStart(9);
  if (Math.abs((ours.value ?? 0) - (theirs.value ?? 0)) > 1e-12)
    throw new Error(`${what}: ours is ${ours.value}, theirs ${theirs.value}, so the times mean nothing`);
  const times = theirs.seconds / ours.seconds;
  if (limit !== undefined && times < limit) belowLimit.push(`${what}: ${times.toFixed(1)}x, limit ${limit}x`);
  return `${times.toFixed(1)}x`.padStart(9) + (limit === undefined ? '' : ` (limit ${limit}x)`);
}

console.log(`\nExact ROC AUC, best of ${TIMES}, seconds`);
console.log(`${'scores'.padEnd(28)}${'ours'.padStart(10)}${'theirs'.padStart(10)}    ratio`);
const labels = join(folder, 'labels');
writeFileSync(labels, rows.actual);
for (const { name, limit, scores } of scoreCases(rows.score)) {
  const file = join(folder, 'scores');
  const values = scores();
  writeFileSync(file, values);
  const type = values instanceof Float32Array ? 'float32' : 'float64';
  const { ours, theirs } = measuring.auc([labels, file], type, TIMES);
  console.log(`${name.padEnd(28)}${seconds(ours)}${seconds(theirs)}${ratio(name, ours, theirs, limit)}`);
}

console.log('\nThe whole binary report from a CSV file, once, seconds');
console.log(
  `${'scores'.padEnd(28)}${['ours', 'pandas', 'polars'].map((name) => name.padStart(10)).join('')}    ratios        our peak`,
);
for (const digits of [6, undefined]) {
  const name = digits === undefined ? 'all digits' : `${digits} digits`;
  const file = join(folder, 'rows.csv');
  await writeCsv(file, rows, digits);
  const { ours, pandas, polars } = measuring.report(file);
  const ratios = [
    ratio(`report of ${name}, pandas`, ours, pandas, LIMITS.pandas),
    ratio(`report of ${name}, Polars`, ours, polars, LIMITS.polars),
  ];
  console.log(
    `${name.padEnd(28)}${[ours, pandas, polars].map(seconds).join('')}${ratios.join('')}  ${peakOf(name, ours)}`,
  );
}

// One score far above crowds all others into one bucket; theirs refuses it, since it is no probability.
rows.score[0] = 1e300;
const crowded = join(folder, 'crowded.csv');
await writeCsv(crowded, rows, undefined);
const ours = measuring.ownReport(crowded);
console.log(`${'all digits, one outlier'.padEnd(28)}${seconds(ours)}  ${peakOf('one outlier', ours)}`);

function peakOf(name: string, { megabytes }: Measured): string {
  const peak = `${megabytes.toFixed(0)} MB (limit ${LIMITS.megabytes})`;
  if (megabytes > LIMITS.megabytes) belowLimit.push(`memory of ${name}: ${peak}`);
  return peak;
}

const [load = 0] = loadavg();
console.log(`\nload ${load.toFixed(1)} on ${availableParallelism()} cores: above one, others' work counts`);
for (const each of belowLimit) console.log(`below the limit: ${each}`);
if (belowLimit.length > 0) process.exitCode = 1;
