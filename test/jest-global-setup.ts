import { bundleHandlers } from '../lib/config/bundle-handlers';
import { DATASETS } from './datasets';

/** Bundles once, so that no test file has to. */
export default async function setup(): Promise<void> {
  for (const dataset of DATASETS) await bundleHandlers(dataset);
}
