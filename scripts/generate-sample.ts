import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError } from '../lib/config/config-error';
import { readDescription } from '../lib/config/read-dataset';
import { makeDelivery } from './sample/make-delivery';

/** Makes the files of a dataset whose description has a `sample` section, in a folder for each ingest date. */

const { values } = parseArgs({
  options: {
    dataset: { type: 'string', default: 'lib/config/datasets/churn' },
    out: { type: 'string' },
    seed: { type: 'string' },
    rows: { type: 'string' },
    drift: { type: 'string' },
    'ingest-date': { type: 'string' },
  },
});

function numberOf(option: 'seed' | 'rows' | 'drift', fits: (value: number) => boolean, wayOut: string) {
  const given = values[option];
  if (given === undefined) return undefined;
  if (given.trim() === '' || !fits(Number(given))) throw new ConfigError(`--${option}`, given, wayOut);
  return Number(given);
}

function generate(): void {
  const { dataset, out, 'ingest-date': ingestDate } = values;
  if (out === undefined) throw new ConfigError('--out', out, 'say where the files go: --out <folder>');
  if (ingestDate !== undefined && Number.isNaN(Date.parse(`${ingestDate}T00:00:00Z`)))
    throw new ConfigError('--ingest-date', ingestDate, 'write it as YYYY-MM-DD');

  const delivery = makeDelivery({
    description: readDescription(dataset),
    seed: numberOf('seed', Number.isSafeInteger, 'give a whole number'),
    customers: numberOf('rows', (rows) => Number.isSafeInteger(rows) && rows > 0, 'give a number of customers from 1'),
    drift: numberOf(
      'drift',
      (drift) => drift >= 0 && drift < 10,
      'give a strength from 0 (none); 1 is the described one',
    ),
    ingestDate,
  });
  const folder = join(out, `ingest_date=${delivery.ingestDate}`);
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of delivery.files) writeFileSync(join(folder, name), text);

  const { customers, rows, labelled, positives, files } = delivery;
  const share = ((100 * positives) / Math.max(labelled, 1)).toFixed(1);
  console.log(`${folder}: ${files.length} files, ${customers} customers, ${rows} rows`);
  console.log(`${labelled} rows with a label, ${share} % of them positive`);
}

try {
  generate();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
