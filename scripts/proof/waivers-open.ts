import type { Waiver } from './judge';

const EVERYWHERE = ['sandbox', 'production'];

/** True findings about the product that are not mended yet: this list has to become empty. */
export const OPEN_FINDINGS: readonly Waiver[] = [
  {
    check: 'api-request-validation',
    resource: 'Prediction/ApioutcomesPOST*',
    environments: EVERYWHERE,
    reason: 'open: the inference id of an outcome needs its longest length',
  },
  {
    check: 'background-work-is-watched',
    resource: 'Prediction/ApplyServingStateMachine*',
    environments: EVERYWHERE,
    reason: 'open: an execution that runs out of time is counted as neither failed nor served',
  },
  {
    check: 'log-encryption',
    resource: '*',
    environments: ['production'],
    reason: "open: the logs of production are under CloudWatch's own key",
  },
  ...['Foundation/Key*', 'Foundation/OperatorsPolicy*'].map((resource) => ({
    check: 'resource-policies',
    resource,
    environments: EVERYWHERE,
    reason: 'open: EventBridge is let in to the topic without a condition, and no rule publishes to it',
  })),
  ...['DataQuality', 'ModelQuality'].map((monitor) => ({
    check: 'sagemaker-network-isolation',
    resource: `MonitorSchedules/Monitors${monitor}*`,
    environments: EVERYWHERE,
    reason: 'open: the monitors say nothing about their network',
  })),
  ...['DataQuality', 'ModelQuality', 'Bias', 'Explainability'].map((monitor) => ({
    check: 'sagemaker-traffic-encryption',
    resource: `MonitorSchedules/Monitors${monitor}*`,
    environments: EVERYWHERE,
    reason: 'open: the monitors say nothing about their network',
  })),
  ...['FollowServingStateMachine', 'ParkServingMachine'].map((machine) => ({
    check: 'timeouts-nest',
    resource: `ModelMonitoring/${machine}*`,
    environments: EVERYWHERE,
    reason: 'open: the machine waits in a loop and never gives up',
  })),
];
