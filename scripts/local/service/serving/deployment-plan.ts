import type { DeploymentConfig, ProductionVariant } from '@aws-sdk/client-sagemaker';
import { validationException } from '../service-error';

/** How a new fleet takes over. */
export interface DeploymentPlan {
  /** Of the invocations, for the new fleet at first; 1 is all of them at once. */
  readonly firstShare: number;
  readonly firstMilliseconds: number;
  /** How long the old fleet stands by after that. */
  readonly bakeMilliseconds: number;
  /** Alarms that bring the old fleet back. */
  readonly alarms: readonly string[];
}

/** Waits are shorter here: five minutes are two seconds. */
const WAIT_SCALE = 1 / 150;

/** An alarm needs the second in which signals are published. */
const SHORTEST_WAIT_MILLISECONDS = 1000;

/** A half, at most, of a variant's instances. */
const LARGEST_CANARY = 0.5;

/** Reads a DeploymentConfig; serverless variants change at once, whatever it says. Throws what does not run here. */
export function deploymentPlan(deployment: DeploymentConfig, variant: ProductionVariant): DeploymentPlan {
  if (variant.ServerlessConfig) return { firstShare: 1, firstMilliseconds: 0, bakeMilliseconds: 0, alarms: [] };
  if (deployment.RollingUpdatePolicy) throw validationException('RollingUpdatePolicy does not run locally.');
  const { TrafficRoutingConfiguration: routing, TerminationWaitInSeconds } = deployment.BlueGreenUpdatePolicy ?? {};
  if (routing?.Type === 'LINEAR') throw validationException('Traffic routing LINEAR does not run locally.');
  const canary = routing?.Type === 'CANARY';
  const alarms = (deployment.AutoRollbackConfiguration?.Alarms ?? []).map(({ AlarmName = '' }) => AlarmName);
  return {
    firstShare: canary ? canaryShare(routing?.CanarySize ?? {}, Number(variant.InitialInstanceCount)) : 1,
    firstMilliseconds: canary ? milliseconds(routing?.WaitIntervalInSeconds) : 0,
    bakeMilliseconds: milliseconds(TerminationWaitInSeconds),
    alarms,
  };
}

function canaryShare({ Type, Value }: { Type?: string; Value?: number }, instances: number): number {
  const share = Number(Value) / (Type === 'INSTANCE_COUNT' ? instances : 100);
  if (share > 0 && share <= LARGEST_CANARY) return share;
  throw validationException(`CanarySize must be at most 50 percent of the ${instances} instances of the variant.`);
}

function milliseconds(seconds: number | string | undefined = 0): number {
  return Number(seconds) === 0 ? 0 : Math.max(SHORTEST_WAIT_MILLISECONDS, Number(seconds) * 1000 * WAIT_SCALE);
}
