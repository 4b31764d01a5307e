import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ConfigError } from '../lib/config/config-error';
import { readDescription } from '../lib/config/read-dataset';
import { makeDelivery } from './sample/make-delivery';

const digits = (form: RegExp, wayOut: string) => z.string().regex(form, wayOut).transform(Number);

/** What may stand on the command line, and what to do about anything else. */
const OPTIONS = z.object({
  dataset: z.string().default('lib/config/datasets/churn'),
  out: z.string('say where the files go: --out <folder>'),
  seed: digits(/^\d{1,9}$/, 'give a whole number from 0').optional(),
  rows: digits(/^[1-9]\d{0,6}$/, 'give the number of customers, from 1').optional(),
  drift: digits(/^\d(\.\d+)?$/, 'give a strength from 0, which is no drift; 1 is the described drift').optional(),
  'ingest-date': z.iso.date('write it as YYYY-MM-DD').optional(),
});

const TEXT = { type: 'string' } as const;

function optionsFrom(args: string[]): z.infer<typeof OPTIONS> {
  const options = { dataset: TEXT, out: TEXT, seed: TEXT, rows: TEXT, drift: TEXT, 'ingest-date': TEXT };
  const { values } = parseArgs({ args, options });
  const checked = OPTIONS.safeParse(values);
  if (checked.success) return checked.data;
  const { path, message } = checked.error.issues[0] ?? { path: ['out'], message: '' };
  const option = path[0] as keyof typeof values;
  throw new ConfigError(`--${option}`, values[option], message);
}

/** Makes the files of a table that has a `sample` section, in place of those of the same day, and says what is in them. */
function generateSample(args: string[]): void {
  const { dataset, out, seed, rows: customers, drift, 'ingest-date': ingestDate } = optionsFrom(args);
  const delivery = makeDelivery({ description: readDescription(dataset), seed, customers, drift, ingestDate });
  const folder = join(out, `ingest_date=${delivery.ingestDate}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of delivery.files) writeFileSync(join(folder, name), text);

  const share = ((100 * delivery.positives) / Math.max(delivery.labelled, 1)).toFixed(1);
  console.log(`${folder}: ${delivery.files.length} files, ${delivery.customers} customers, ${delivery.rows} records`);
  console.log(`${delivery.labelled} records with a label, ${share} % of them positive`);
}

try {
  generateSample(process.argv.slice(2));
} catch (error) {
  // Anything else is a fault of the generator, whose stack says where.
  if (!(error instanceof ConfigError || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')))
    throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}
