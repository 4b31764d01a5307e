import type { PlacedStep } from './placed-step';
import { listAt } from './read-json';
import { forEachStep } from './rule';

const API_FAULTS = ['Step.SERVICE_FAULT', 'Step.THROTTLING'];
const CAPACITY = 'SageMaker.CAPACITY_ERROR';
const INTERNAL = 'SageMaker.JOB_INTERNAL_ERROR';
const QUOTA = 'SageMaker.RESOURCE_LIMIT';

interface Retries {
  readonly required: readonly string[];
  readonly allowed: readonly string[];
}

const JOB: Retries = {
  required: [...API_FAULTS, INTERNAL, CAPACITY],
  allowed: [...API_FAULTS, INTERNAL, CAPACITY, QUOTA],
};
const API: Retries = { required: API_FAULTS, allowed: API_FAULTS };

// Developer guide, pipelines-retry-policy; the other types take no policies at all.
const RETRIES: Readonly<Record<string, Retries>> = {
  Training: JOB,
  Processing: JOB,
  Transform: JOB,
  Tuning: { required: [...API_FAULTS, CAPACITY], allowed: [...API_FAULTS, CAPACITY, QUOTA] },
  Model: API,
  RegisterModel: API,
};

/** Steps retry what passes by itself, as far as their type lets them, and each exception under one policy. */
export const retries = forEachStep((step) => {
  const retried = exceptionTypes(step);
  const { required, allowed } = RETRIES[step.type] ?? { required: [], allowed: [] };
  const missing = required.filter((exception) => !retried.includes(exception));
  const refused = retried.filter((exception) => !allowed.includes(exception));
  const repeated = retried.filter((exception, index) => retried.indexOf(exception) !== index);
  return [
    ...(missing.length > 0 ? [`Step ${step.name} does not retry ${missing.join(', ')}.`] : []),
    ...refused.map((exception) => `Step ${step.name} of type ${step.type} cannot retry ${exception}.`),
    ...repeated.map((exception) => `Step ${step.name} retries ${exception} under two policies.`),
  ];
});

function exceptionTypes({ own }: PlacedStep): readonly string[] {
  return listAt(own, 'RetryPolicies').flatMap((policy) => listAt(policy, 'ExceptionType').map(String));
}
