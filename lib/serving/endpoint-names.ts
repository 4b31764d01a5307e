import type { EnvironmentConfig } from '../config/environment-config';
import { fixedName } from '../config/stacks';

/** The one variant of each endpoint; autoscaling, alarms and captured data go by it. */
export const VARIANT = 'main';

/** Names of the two endpoints: literals, so that no stack has to import from the one that promotions update. */
export function endpointNames(config: EnvironmentConfig): { readonly realTime: string; readonly serverless: string } {
  return { realTime: fixedName(config, 'real-time'), serverless: fixedName(config, 'serverless') };
}

/** Names of the alarms that roll a new version back: its model's role may read these two and no others. */
export function rollBackAlarmNames(config: EnvironmentConfig): { readonly errors: string; readonly latency: string } {
  return { errors: fixedName(config, 'real-time-errors'), latency: fixedName(config, 'real-time-latency') };
}
