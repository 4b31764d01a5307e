import { jobKeys } from '../../../scripts/proof/iam/operations/job-keys';

const machine = (InstanceType: string) => ({ InstanceType });
const stopping = (seconds: number) => ({ StoppingCondition: { MaxRuntimeInSeconds: seconds } });
const on = (...types: string[]) => ({ 'sagemaker:InstanceTypes': types });
const timed = (seconds: number) => ({ 'sagemaker:MaxRuntimeInSeconds': seconds });

test.each([
  ['a training', { ResourceConfig: machine('ml.a'), ...stopping(60) }, { ...on('ml.a'), ...timed(60) }],
  [
    'a training on groups',
    { ResourceConfig: { InstanceGroups: [machine('ml.a'), machine('ml.b')] } },
    on('ml.a', 'ml.b'),
  ],
  [
    'a search',
    { TrainingJobDefinition: { ResourceConfig: machine('ml.a'), ...stopping(60) } },
    { ...on('ml.a'), ...timed(60) },
  ],
  [
    'a search among several',
    { TrainingJobDefinitions: [{ ResourceConfig: machine('ml.a'), ...stopping(60) }, stopping(90)] },
    { ...on('ml.a'), ...timed(90) },
  ],
  [
    'processing',
    { ProcessingResources: { ClusterConfig: machine('ml.a') }, ...stopping(60) },
    { ...on('ml.a'), ...timed(60) },
  ],
  ['a transform', { TransformResources: machine('ml.a') }, on('ml.a')],
  ['an endpoint', { ProductionVariants: [machine('ml.a'), machine('ml.a'), { ServerlessConfig: {} }] }, on('ml.a')],
])('of %s IAM learns the machines and the longest time', (_, input: object, context) => {
  expect(jobKeys(input as Record<string, unknown>)).toEqual(context);
});

test('what a request does not say is absent', () => {
  expect(jobKeys({ ServerlessJobConfig: {}, ResourceConfig: {}, StoppingCondition: {} })).toEqual({});
});
