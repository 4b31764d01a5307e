import { endpointDeployments } from '../../scripts/proof/checks/endpoint-deployments';
import { rollBackAlarms } from '../../scripts/proof/checks/roll-back-alarms';
import type { Json } from './finds';
import { REAL_TIME, refuses, soundAndSturdy } from './refuses';

const ENDPOINT = 'AWS::SageMaker::Endpoint';

const blueGreen = (endpoint: Json) => endpoint.Properties.DeploymentConfig.BlueGreenUpdatePolicy;
const canary = { Type: 'CANARY', CanarySize: { Type: 'CAPACITY_PERCENT', Value: 30 }, WaitIntervalInSeconds: 300 };

soundAndSturdy(endpointDeployments, rollBackAlarms);

refuses(
  endpointDeployments,
  ENDPOINT,
  [
    [
      'one instance cannot be parted',
      (endpoint) => (blueGreen(endpoint).TrafficRoutingConfiguration = canary),
      /at least two are needed/,
    ],
    [
      'a canary has a size',
      (endpoint) => (blueGreen(endpoint).TrafficRoutingConfiguration = { Type: 'CANARY', WaitIntervalInSeconds: 1 }),
      /CanarySize is missing/,
    ],
    [
      'a canary is at most half',
      (endpoint) =>
        (blueGreen(endpoint).TrafficRoutingConfiguration = {
          ...canary,
          CanarySize: { Type: 'CAPACITY_PERCENT', Value: 60 },
        }),
      /60 percent/,
    ],
    [
      'all at once has no size',
      (endpoint) => (blueGreen(endpoint).TrafficRoutingConfiguration = { ...canary, Type: 'ALL_AT_ONCE' }),
      /CanarySize is given/,
    ],
    [
      'a wait ends within an hour',
      (endpoint) => (blueGreen(endpoint).TerminationWaitInSeconds = 4000),
      /TerminationWaitInSeconds is 4000/,
    ],
    [
      'there is time for the waits',
      (endpoint) =>
        Object.assign(blueGreen(endpoint), { MaximumExecutionTimeoutInSeconds: 600, TerminationWaitInSeconds: 900 }),
      /the waits alone/,
    ],
    [
      'a deployment ends within eight hours',
      (endpoint) => (blueGreen(endpoint).MaximumExecutionTimeoutInSeconds = 30_000),
      /30000/,
    ],
    [
      'versions take over in one way',
      (endpoint) =>
        (endpoint.Properties.DeploymentConfig.RollingUpdatePolicy = {
          MaximumBatchSize: { Type: 'INSTANCE_COUNT', Value: 1 },
        }),
      /both a blue\/green/,
    ],
    [
      'an update keeps what scaling did',
      (endpoint) => (endpoint.Properties.RetainAllVariantProperties = false),
      /resets its instances/,
    ],
    [
      'an endpoint serves a configuration',
      (endpoint) => (endpoint.Properties.EndpointConfigName = 'nobody'),
      /configuration "nobody"/,
    ],
  ],
  REAL_TIME,
);

const alarms = (endpoint: Json) => endpoint.Properties.DeploymentConfig.AutoRollbackConfiguration.Alarms;

refuses(
  rollBackAlarms,
  ENDPOINT,
  [
    ['an alarm exists', (endpoint) => (alarms(endpoint)[0].AlarmName = 'nobody'), /alarm "nobody"/],
    ['an alarm is named once', (endpoint) => alarms(endpoint).push(alarms(endpoint)[0]), /named twice/],
    ['an alarm is there first', (endpoint) => delete endpoint.DependsOn, /does not depend on/],
    [
      'a canary is watched',
      (endpoint) =>
        (endpoint.Properties.DeploymentConfig = { BlueGreenUpdatePolicy: { TrafficRoutingConfiguration: canary } }),
      /no alarm/,
    ],
    [
      'at most ten alarms',
      (endpoint) =>
        (endpoint.Properties.DeploymentConfig.AutoRollbackConfiguration.Alarms = Array(11).fill(alarms(endpoint)[0])),
      /at most 10/,
    ],
  ],
  REAL_TIME,
);

refuses(
  rollBackAlarms,
  'AWS::CloudWatch::Alarm',
  [
    [
      'an alarm watches this endpoint',
      (alarm) => (alarm.Properties.Dimensions[0].Value = 'another'),
      /watches "another"/,
    ],
  ],
  { id: /^RollBack/ },
);
