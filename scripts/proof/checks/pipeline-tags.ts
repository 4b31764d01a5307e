import type { Check } from '../check';
import { COST_KEYS } from '../facts/cost-tags';
import { listAt, repeated, textAt } from '../json-at';
import { findInSteps, type Pipeline, type PipelineStep } from '../pipeline-definition';

/** Types of steps whose request takes tags (SageMaker SDK, `steps.py`); a version in a group takes none. */
const TAGGED = [
  'Training',
  'Tuning',
  'Processing',
  'Transform',
  'Model',
  'AutoML',
  'EndpointConfig',
  'Endpoint',
  'QualityCheck',
  'ClarifyCheck',
];

export const pipelineTags: Check = {
  id: 'pipeline-tags',
  rule: 'Every job of a pipeline carries the cost tags in its own request, since those of the pipeline do not reach it (S-03).',
  find: (assembly) =>
    findInSteps(assembly, (step, pipeline) => (TAGGED.includes(step.type) ? stepProblems(step, pipeline) : [])),
};

function stepProblems({ args }: PipelineStep, { resource }: Pipeline): readonly string[] {
  const tags = listAt(args, 'Tags').map((tag) => [textAt(tag, 'Key'), textAt(tag, 'Value')] as const);
  const keys = tags.map(([key]) => key);
  const ofPipeline = new Map(
    listAt(resource.Properties, 'Tags').map((tag) => [textAt(tag, 'Key'), textAt(tag, 'Value')]),
  );
  const other = tags.filter(([key, value]) => isCostKey(key) && ofPipeline.has(key) && ofPipeline.get(key) !== value);
  return [
    ...COST_KEYS.filter((key) => !keys.includes(key)).map((key) => `has no tag ${key}`),
    ...repeated(keys).map((key) => `has the tag ${key} twice`),
    ...tags.filter(([, value]) => value === '').map(([key]) => `has the tag ${key} without a value`),
    ...keys.filter((key) => /^aws:/i.test(key)).map((key) => `has the tag ${key}, a name that AWS keeps for itself`),
    ...other.map(([key, value]) => `has the tag ${key}=${value}, and the pipeline ${key}=${ofPipeline.get(key)}`),
  ];
}

function isCostKey(key: string): boolean {
  return COST_KEYS.some((each) => each === key);
}
