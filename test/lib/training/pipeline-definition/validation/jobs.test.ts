import { add, type Edit, problemsAfter, remove, set } from '../edited-definition';

const POLICY = { ExceptionType: ['Step.THROTTLING'], IntervalSeconds: 5, BackoffRate: 2, MaxAttempts: 5 };
const RATE = { Name: 'Rate', Type: 'Float', DefaultValue: 0.1 };
const TUNING_JOB = 'TuneTrees/Arguments/TrainingJobDefinition';
const TUNING_CONFIG = 'TuneTrees/Arguments/HyperParameterTuningJobConfig';

const BREACHES: readonly [rule: string, edits: readonly Edit[], problems: readonly string[]][] = [
  [
    'a training job is stopped in the end',
    [remove('TrainLinear/Arguments/StoppingCondition')],
    ['Step TrainLinear has no stopping condition.'],
  ],
  [
    'a tuned job is stopped in the end',
    [remove(`${TUNING_JOB}/StoppingCondition`)],
    ['Step TuneTrees has no stopping condition.'],
  ],
  [
    'a processing job is stopped in the end',
    [set('Assess/Arguments/StoppingCondition', {})],
    ['Step Assess has no stopping condition.'],
  ],
  [
    'a hyperparameter is a string',
    [set('TrainLinear/Arguments/HyperParameters/num_round', 50)],
    ['Step TrainLinear has the hyperparameter num_round, which is not a string.'],
  ],
  [
    'a number at run time is cast before it becomes a hyperparameter',
    [add('$/Parameters', RATE), set(`${TUNING_JOB}/StaticHyperParameters/alpha`, { Get: 'Parameters.Rate' })],
    ['Step TuneTrees has the hyperparameter alpha, which is not a string.'],
  ],
  [
    'a number at run time is cast before it becomes a container argument',
    [
      set('Assess/Arguments/AppSpecification/ContainerArguments/0', {
        Get: "Steps.Evaluate.OutputParameters['rocAuc']",
      }),
    ],
    [
      `Step Assess has the container argument {"Get":"Steps.Evaluate.OutputParameters['rocAuc']"}, which is not a string.`,
    ],
  ],
  [
    'a tuning job does not retry internal errors, which it handles itself',
    [add('TuneTrees/RetryPolicies/1/ExceptionType', 'SageMaker.JOB_INTERNAL_ERROR')],
    ['Step TuneTrees of type Tuning cannot retry SageMaker.JOB_INTERNAL_ERROR.'],
  ],
  [
    'a step that starts no job retries no job errors',
    [add('Register/RetryPolicies/0/ExceptionType', 'SageMaker.CAPACITY_ERROR')],
    ['Step Register of type RegisterModel cannot retry SageMaker.CAPACITY_ERROR.'],
  ],
  [
    'a Lambda step has no retries',
    [add('Evaluate/RetryPolicies', POLICY)],
    ['Step Evaluate of type Lambda cannot retry Step.THROTTLING.'],
  ],
  [
    'an exception stands under one policy',
    [add('Assess/RetryPolicies', POLICY)],
    ['Step Assess retries Step.THROTTLING under two policies.'],
  ],
  [
    'a transform that joins answers in the format it reads',
    [set('ScoreTest/Arguments/TransformOutput/Accept', 'application/jsonlines')],
    ['Step ScoreTest joins scores to its input, but Accept is not its ContentType.'],
  ],
  [
    'a transform that joins assembles as it splits',
    [remove('ScoreTest/Arguments/TransformOutput/AssembleWith')],
    ['Step ScoreTest joins scores to its input, but AssembleWith is not its SplitType.'],
  ],
  [
    'a transform that batches splits its input',
    [
      remove('ScoreTest/Arguments/TransformInput/SplitType'),
      remove('ScoreTest/Arguments/TransformOutput/AssembleWith'),
    ],
    ['Step ScoreTest has a BatchStrategy, but does not split its input.'],
  ],
  [
    'a hyperparameter is fixed or searched, not both',
    [set(`${TUNING_JOB}/StaticHyperParameters/max_depth`, '6')],
    ['Step TuneTrees both fixes and searches the hyperparameter max_depth.'],
  ],
  [
    'the bounds of a search are strings',
    [set(`${TUNING_CONFIG}/ParameterRanges/ContinuousParameterRanges/0/MinValue`, 0.1)],
    ['Step TuneTrees searches eta between bounds that are not strings.'],
  ],
  [
    'a search has something to vary',
    [remove(`${TUNING_CONFIG}/ParameterRanges`)],
    ['Step TuneTrees has no range to search.'],
  ],
  [
    'a search goes by a metric that its jobs report',
    [remove(`${TUNING_JOB}/AlgorithmSpecification/MetricDefinitions`)],
    ['Step TuneTrees searches by the metric objective:auc, which no job of it reports.'],
  ],
  [
    'a search has a limit',
    [remove(`${TUNING_CONFIG}/ResourceLimits/MaxNumberOfTrainingJobs`)],
    ['Step TuneTrees has no limit of jobs, or runs more at a time than in all.'],
  ],
  [
    'a search runs no more jobs at a time than in all',
    [set(`${TUNING_CONFIG}/ResourceLimits/MaxParallelTrainingJobs`, 5)],
    ['Step TuneTrees has no limit of jobs, or runs more at a time than in all.'],
  ],
];

test.each(BREACHES)('%s', (_rule, edits, problems) => {
  expect(problemsAfter(...edits)).toEqual(problems);
});

test.each([
  ['TrainLinear', 'TrainingJobName'],
  ['TrainLinear', 'ExperimentConfig'],
  ['TuneTrees', 'HyperParameterTuningJobName'],
  ['CreateModel', 'ModelName'],
  ['ScoreTest', 'TransformJobName'],
  ['ScoreTest', 'ExperimentConfig'],
  ['Assess', 'ProcessingJobName'],
  ['Assess', 'ExperimentConfig'],
  ['Register', 'ModelPackageName'],
])('%s leaves %s to the service', (step, argument) => {
  const problems = problemsAfter(set(`${step}/Arguments/${argument}`, 'mine'));

  expect(problems).toEqual([`Step ${step} sets ${argument}, which the service sets.`]);
});

test.each([
  ['TrainLinear', 'Step.SERVICE_FAULT, Step.THROTTLING, SageMaker.JOB_INTERNAL_ERROR, SageMaker.CAPACITY_ERROR'],
  ['TuneTrees', 'Step.SERVICE_FAULT, Step.THROTTLING, SageMaker.CAPACITY_ERROR'],
  ['ScoreTest', 'Step.SERVICE_FAULT, Step.THROTTLING, SageMaker.JOB_INTERNAL_ERROR, SageMaker.CAPACITY_ERROR'],
  ['Assess', 'Step.SERVICE_FAULT, Step.THROTTLING, SageMaker.JOB_INTERNAL_ERROR, SageMaker.CAPACITY_ERROR'],
  ['CreateModel', 'Step.SERVICE_FAULT, Step.THROTTLING'],
  ['Register', 'Step.SERVICE_FAULT, Step.THROTTLING'],
])('%s retries what passes by itself', (step, exceptions) => {
  expect(problemsAfter(remove(`${step}/RetryPolicies`))).toEqual([`Step ${step} does not retry ${exceptions}.`]);
});

test('a search may be a single job', () => {
  const one = { MaxNumberOfTrainingJobs: 1, MaxParallelTrainingJobs: 1 };

  expect(problemsAfter(set(`${TUNING_CONFIG}/ResourceLimits`, one))).toEqual([]);
});
