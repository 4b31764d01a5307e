import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { S3Client } from '@aws-sdk/client-s3';
import { environmentNamed } from '../lib/config/check-environment';
import { driftFromJson } from './report/drift-from-json';
import { readInput, readText } from './report/read-input';
import { reportPage } from './report/report-page';

/** Draws a model's report as one page that needs no network, and prints where it is. */

const USAGE = `npm run report -- [options] <file or s3 uri>
  --drift <file or s3 uri>  drift by feature, such as a look of the drift monitor: drawn too
  --title <text>            default: name of the file
  --currency <name>         what money is counted in, default: what the file says
  --out <file>              default: out/report/<name of the file>.html
  --environment <name>      in whose region s3 is asked, default: the one in cdk.json`;

const OPTIONS = {
  drift: { type: 'string' },
  title: { type: 'string' },
  currency: { type: 'string' },
  out: { type: 'string' },
  environment: { type: 'string' },
} as const;

function typed() {
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
    const [source, ...more] = positionals;
    if (source === undefined || more.length > 0) throw new Error('name one file with a report');
    return { ...values, source };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}

try {
  const project = join(import.meta.dirname, '..');
  const { source, environment, ...options } = typed();
  const { context } = JSON.parse(readFileSync(join(project, 'cdk.json'), 'utf8'));
  const s3 = () => new S3Client({ region: environmentNamed(environment ?? context.environment).region });
  const name = basename(source).replace(/\.[^.]+$/, '');
  const { report, verdict, currency } = await readInput(source, s3);
  const drift =
    options.drift === undefined ? undefined : driftFromJson(await readText(options.drift, s3), options.drift);
  const page = reportPage({
    title: options.title ?? name,
    report,
    drift,
    verdict,
    currency: options.currency ?? currency,
  });
  const out = options.out ?? join(project, 'out', 'report', `${name}.html`);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, page);
  console.log(`report: ${out}`);
} catch (error) {
  console.error(`report failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
