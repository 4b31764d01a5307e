import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { environmentNamed } from '../lib/config/check-environment';
import { driftFromJson } from './report/drift-from-json';
import { readInput, readText } from './report/read-input';
import { reportOptions } from './report/report-options';
import { reportPage } from './report/report-page';

/** Draws a model's report, or measures labelled scores first, as one page that needs no network, and prints where it is. */

try {
  const project = join(import.meta.dirname, '..');
  const { source, measuring, environment, ...options } = reportOptions(process.argv.slice(2));
  const { context } = JSON.parse(readFileSync(join(project, 'cdk.json'), 'utf8'));
  const s3 = () => new S3Client({ region: environmentNamed(environment ?? context.environment).region });
  const name = basename(source).replace(/\.[^.]+$/, '');
  const { report, verdict, currency } = await readInput(source, s3, measuring);
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
  if (measuring) {
    const measured = out.replace(/(\.html)?$/, '.json');
    writeFileSync(measured, JSON.stringify(report, null, 2));
    console.log(`measures: ${measured}`);
  }
} catch (error) {
  console.error(`report failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
