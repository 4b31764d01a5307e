import { forEachStep } from './rule';

const TYPES = [
  'Training',
  'Tuning',
  'Model',
  'Transform',
  'Lambda',
  'Processing',
  'Condition',
  'Fail',
  'RegisterModel',
];

/** Only kinds of steps that the other rules know; another one would pass them unseen. */
export const stepTypes = forEachStep(({ name, type }) =>
  TYPES.includes(type) ? [] : [`Step ${name} has the type ${type}, which no rule here checks.`],
);
