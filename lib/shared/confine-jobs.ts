import type { Duration } from 'aws-cdk-lib';
import { Effect, PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';

export interface JobLimits {
  /** Machines that a job may run on. */
  readonly instanceTypes: readonly string[];
  readonly longestRun: Duration;
  /** Keys of the tags by which its cost is allocated; each job carries them all. */
  readonly tagKeys: readonly string[];
}

/** Batch transform has no limit on its time, so IAM has no key for it there. */
const TIMED_JOBS = ['CreateTrainingJob', 'CreateHyperParameterTuningJob', 'CreateProcessingJob'];
const JOBS = [...TIMED_JOBS, 'CreateTransformJob'];

/**
 * Denies `role` every job of SageMaker on another machine, for a longer time, or without one of the tags, whatever else
 * allows it; what does not say its machine or its time is denied too. IAM knows no key for the number of machines or jobs:
 * the account's quotas limit those. Glue has none for its workers or time either, which its jobs fix themselves.
 * Source: service authorization reference, "Amazon SageMaker".
 */
export function confineJobs(role: Role, { instanceTypes, longestRun, tagKeys }: JobLimits): void {
  denyOtherMachines(role, JOBS, instanceTypes);
  const time = 'sagemaker:MaxRuntimeInSeconds';
  deny(role, TIMED_JOBS, { Null: { [time]: 'true' } });
  deny(role, TIMED_JOBS, { NumericGreaterThan: { [time]: String(longestRun.toSeconds()) } });
  // A statement each: within one, a single tag would let a job pass.
  for (const key of tagKeys) deny(role, [...JOBS, 'CreateModel'], { Null: { [`aws:RequestTag/${key}`]: 'true' } });
}

/** Denies `role` every endpoint on another machine. */
export function confineEndpoints(role: Role, instanceTypes: readonly string[]): void {
  denyOtherMachines(role, ['CreateEndpointConfig'], instanceTypes);
}

function denyOtherMachines(role: Role, actions: readonly string[], allowed: readonly string[]): void {
  const types = 'sagemaker:InstanceTypes';
  // Jobs without a machine of their own cost money too.
  deny(role, actions, { Null: { [types]: 'true' } });
  deny(role, actions, { 'ForAnyValue:StringNotEquals': { [types]: [...new Set(allowed)] } });
}

function deny(role: Role, actions: readonly string[], conditions: Record<string, object>): void {
  const named = actions.map((action) => `sagemaker:${action}`);
  role.addToPolicy(new PolicyStatement({ effect: Effect.DENY, actions: named, resources: ['*'], conditions }));
}
