import { COMPUTE_METRICS } from './metrics-compute';
import { DATA_METRICS } from './metrics-data';
import { MESSAGES_METRICS } from './metrics-messages';
import { SAGEMAKER_METRICS } from './metrics-sagemaker';
import type { Facts } from './metrics-shape';

export { OTHER_NAMESPACES } from './metrics-namespaces';
export { MONITOR_METRICS } from './metrics-sagemaker';

/**
 * What AWS publishes, by namespace, spelled as AWS spells it. Each file names the pages that it follows, what it leaves out and
 * what no page says; plausible thresholds are our judgement.
 */
export const METRICS: Readonly<Record<string, Facts>> = {
  ...SAGEMAKER_METRICS,
  ...COMPUTE_METRICS,
  ...MESSAGES_METRICS,
  ...DATA_METRICS,
};
