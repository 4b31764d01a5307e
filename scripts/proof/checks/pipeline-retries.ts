import type { Check } from '../check';
import { listAt, repeated, valueAt } from '../json-at';
import { findInSteps, type PipelineStep } from '../pipeline-definition';

const CALL = ['Step.SERVICE_FAULT', 'Step.THROTTLING'];
const CAPACITY = 'SageMaker.CAPACITY_ERROR';
const INTERNAL = 'SageMaker.JOB_INTERNAL_ERROR';
const QUOTA = 'SageMaker.RESOURCE_LIMIT';

interface Retried {
  readonly required: readonly string[];
  readonly allowed: readonly string[];
}

const JOB: Retried = { required: [...CALL, CAPACITY, INTERNAL], allowed: [...CALL, CAPACITY, INTERNAL, QUOTA] };
const SEARCH: Retried = { required: [...CALL, CAPACITY], allowed: [...CALL, CAPACITY, QUOTA] };
const REQUEST: Retried = { required: CALL, allowed: CALL };

/** What each type can retry (developer guide, pipelines-retry-policy). */
const RETRIED: Readonly<Record<string, Retried>> = {
  Training: JOB,
  Processing: JOB,
  Transform: JOB,
  Tuning: SEARCH,
  AutoML: SEARCH,
  Model: REQUEST,
  RegisterModel: REQUEST,
};
/** A run that waits longer than this for one exception is dead to whoever started it. */
const LONGEST_WAIT = 21_600;

export const pipelineRetries: Check = {
  id: 'pipeline-retries',
  rule: 'Steps try again what passes by itself: throttling, faults of the service, missing capacity, internal errors (R-04).',
  find: (assembly) => findInSteps(assembly, stepProblems),
};

function stepProblems({ type, own }: PipelineStep): readonly string[] {
  const policies = listAt(own, 'RetryPolicies');
  const { required, allowed } = RETRIED[type] ?? { required: [], allowed: [] };
  const found = policies.flatMap((policy) => listAt(policy, 'ExceptionType').map(String));
  return [
    ...required.filter((name) => !found.includes(name)).map((name) => `does not retry ${name}`),
    ...found.filter((name) => !allowed.includes(name)).map((name) => `of type ${type} cannot retry ${name}`),
    ...repeated(found).map((name) => `retries ${name} under two policies`),
    ...policies.flatMap(policyProblems),
  ];
}

function policyProblems(policy: unknown): readonly string[] {
  const [seconds, rate, attempts] = ['IntervalSeconds', 'BackoffRate', 'MaxAttempts'].map((name) =>
    valueAt(policy, name),
  );
  const hasEnd = attempts !== undefined || valueAt(policy, 'ExpireAfterMin') !== undefined;
  const last = Number(seconds ?? 1) * Number(rate ?? 2) ** (Number(attempts ?? 1) - 1);
  return [
    ...(listAt(policy, 'ExceptionType').length === 0 ? ['has a retry policy without a list of ExceptionType'] : []),
    ...(hasEnd ? [] : ['has a retry policy with neither MaxAttempts nor ExpireAfterMin']),
    ...(Number(attempts) < 1 ? ['has a retry policy that never tries again'] : []),
    ...(Number(seconds) < 1 || Number(rate) < 1 ? ['has a retry policy that tries faster and faster'] : []),
    ...(last > LONGEST_WAIT ? [`waits ${last} s before its last attempt`] : []),
  ];
}
