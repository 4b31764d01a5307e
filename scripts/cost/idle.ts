import type { Assembly, Placed } from '../proof/assembly';
import type { PlacedUsage, Unpriced } from './line';
import { assumed } from './pass-usage';
import { placed, placeOf } from './placed';
import { quantity } from './quantity';
import { alarm, dashboard, ownSignals, scalingPolicy } from './services/cloud-watch';
import { endpoint, featureGroup } from './services/endpoints';
import { key, secret } from './services/keys';
import { monitoringSchedule } from './services/monitoring-schedules';
import { natGateway, vpcEndpoint } from './services/network';
import type { Pricer } from './services/pricer';
import { scheduledRuns } from './services/scheduled-runs';
import { standing } from './standing';
import { whyUnbilled } from './unbilled-types';

/** Types that cost something by standing there. */
const PRICERS: Readonly<Record<string, Pricer>> = {
  'AWS::ApplicationAutoScaling::ScalingPolicy': scalingPolicy,
  'AWS::CloudWatch::Alarm': alarm,
  'AWS::CloudWatch::Dashboard': dashboard,
  'AWS::EC2::NatGateway': natGateway,
  'AWS::EC2::VPCEndpoint': vpcEndpoint,
  'AWS::KMS::Key': key,
  'AWS::SageMaker::Endpoint': endpoint,
  'AWS::SageMaker::FeatureGroup': featureGroup,
  'AWS::SageMaker::MonitoringSchedule': monitoringSchedule,
  'AWS::SecretsManager::Secret': secret,
};

/** What is used in a month in which nobody uses the product, after one pass through it. */
export interface Idle {
  readonly usages: readonly PlacedUsage[];
  readonly unpriced: readonly Unpriced[];
  /** Types that stand there and have no line of their own, and why. */
  readonly unbilled: Readonly<Record<string, string>>;
}

/** Reads from the templates what an idle month uses. A type that nobody has thought about is unpriced. */
export function idleMonth(assembly: Assembly): Idle {
  const resources = standing(assembly);
  const scheduled = scheduledRuns(resources, assembly);
  const usages: PlacedUsage[] = [...scheduled.usages, ...kept(resources)];
  const unpriced: Unpriced[] = [...scheduled.unpriced];
  const unbilled: Record<string, string> = {};
  for (const resource of resources) {
    const { Type } = resource;
    const from = placeOf(resource);
    const reason = whyUnbilled(resource);
    if (PRICERS[Type])
      for (const found of PRICERS[Type](resource, assembly))
        if ('price' in found) usages.push(...placed(resource, [found]));
        else unpriced.push({ ...found, from });
    else if (reason) unbilled[Type] = reason;
    else unpriced.push({ what: Type, from, reason: 'no pricer knows this type, or a setting of it' });
  }
  const own = ownSignals(resources, assembly);
  usages.push(...own.map((usage) => ({ ...usage, phase: 'all phases', from: 'alarms and dashboards' })));
  return { usages, unpriced, unbilled };
}

/** What buckets and logs keep is assumed for all of them together. */
function kept(resources: readonly Placed[]): PlacedUsage[] {
  const lines = [
    { type: 'AWS::S3::Bucket', what: 'objects', price: 's3-storage', gigabytes: assumed('keptGigabytes') },
    {
      type: 'AWS::Logs::LogGroup',
      what: 'logs',
      price: 'cloudwatch-logs-storage',
      gigabytes: assumed('keptLogGigabytes'),
    },
  ] as const;
  return lines
    .filter(({ type }) => resources.some(({ Type }) => Type === type))
    .map(({ type, what, price, gigabytes }) => ({
      what: `${what} kept`,
      price,
      quantity: quantity(gigabytes),
      phase: 'all phases',
      from: `every ${type}`,
    }));
}
