import { bundleHandlers } from '../lib/config/bundle-handlers';
import { DATASETS } from './datasets';

/** Bundles once, so that no test file has to. */
export default function setup(): void {
  for (const dataset of DATASETS) bundleHandlers(dataset);
}
