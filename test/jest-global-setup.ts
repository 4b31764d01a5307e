import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleHandlers } from '../lib/config/bundle-handlers';
import { DATASETS } from './datasets';

/** Bundles once, so that no test file has to, and makes the folder in which those that look at templates share them. */
export default async function setup(): Promise<void> {
  process.env.PROOF_FOLDER = mkdtempSync(join(tmpdir(), 'proof-'));
  for (const dataset of DATASETS) await bundleHandlers(dataset);
}
