import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { environmentNamed } from '../lib/config/check-environment';
import { asJson } from './cost/as-json';
import { costPage } from './cost/cost-page';
import { estimate } from './cost/estimate';
import { estimateOptions, USAGE } from './cost/estimate-options';
import { inWords } from './cost/in-words';
import { priceTable } from './cost/price-table';
import { readAssembly } from './proof/read-assembly';
import { strictSynth } from './proof/strict-synth';

/** Says what an environment will cost before it is deployed: from its templates, and from the price table in this repository. */

const PROJECT = join(import.meta.dirname, '..');
const temporary = mkdtempSync(join(tmpdir(), 'cost-'));
try {
  const options = estimateOptions(process.argv.slice(2));
  const { context } = JSON.parse(readFileSync(join(PROJECT, 'cdk.json'), 'utf8'));
  const { environment, region } = environmentNamed(options.environment ?? context.environment);
  // Before the synthesis, which takes its time.
  const table = priceTable(options.region ?? region);
  const assembly = readAssembly(options.assembly ?? strictSynth(environment, temporary));
  const found = estimate(environment, assembly, table);
  console.log(options.json ? asJson(found) : inWords(found, options.assumptions));
  if (options.page !== undefined) {
    mkdirSync(dirname(options.page), { recursive: true });
    writeFileSync(options.page, costPage(found));
    console.error(`page: ${options.page}`);
  }
} catch (error) {
  console.error(`cost:estimate failed: ${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true });
}
