import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import { bundleHandlers } from '../../../lib/config/bundle-handlers';
import { environmentNamed } from '../../../lib/config/check-environment';
import { readDataset } from '../../../lib/config/read-dataset';
import { mlLifecycle } from '../../../lib/ml-lifecycle';

const PROJECT = join(import.meta.dirname, '..', '..', '..');

/** Synthesizes one environment with the dataset of cdk.json and returns the folder; it is not validated meanwhile. */
export async function synthesize(environment: string): Promise<string> {
  const { context } = JSON.parse(readFileSync(join(PROJECT, 'cdk.json'), 'utf8'));
  const outdir = mkdtempSync(join(tmpdir(), `synthesized-${environment}-`));
  const app = new App({ context, outdir, builtinCloudFormationValidation: false });
  const dataset = readDataset(join(PROJECT, context.dataset));
  mlLifecycle(app, { config: environmentNamed(environment), dataset, ...(await bundleHandlers(dataset)) });
  app.synth();
  return outdir;
}
