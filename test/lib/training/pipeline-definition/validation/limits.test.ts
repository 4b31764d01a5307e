import { add, type Edit, editedDefinition, problemsAfter, set } from '../edited-definition';

function many<Item>(count: number, make: (index: number) => Item): readonly Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function settings(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(many(count, (index) => [`key${index}`, 'x']));
}

const output = (index: number) => ({
  OutputName: `extra${index}`,
  S3Output: { S3Uri: { Get: 'Execution.PipelineExecutionId' }, LocalPath: `/opt/ml/processing/output/extra${index}` },
});
const metric = (index: number) => ({ Name: `metric${index}`, Regex: 'x=(.*)' });

const BREACHES: readonly [rule: string, edits: readonly Edit[], problems: readonly string[]][] = [
  [
    'a processing job has at most 10 inputs',
    [add('Assess/Arguments/ProcessingInputs', ...many(5, (index) => ({ InputName: `extra${index}` })))],
    ['Step Assess has 11 inputs; 10 are allowed.'],
  ],
  [
    'a processing job has at most 10 outputs',
    [add('Assess/Arguments/ProcessingOutputConfig/Outputs', ...many(8, output))],
    ['Step Assess has 11 outputs; 10 are allowed.'],
  ],
  [
    'a container has at most 100 arguments',
    [set('Assess/Arguments/AppSpecification/ContainerArguments', many(101, String))],
    ['Step Assess has 101 container arguments; 100 are allowed.'],
  ],
  [
    'a container argument has at most 256 characters',
    [add('Assess/Arguments/AppSpecification/ContainerArguments', 'x'.repeat(257))],
    ['Step Assess has 257 characters in a container argument; 256 are allowed.'],
  ],
  [
    'a job has at most 100 environment variables',
    [set(`TuneTrees/Arguments/TrainingJobDefinition/Environment`, settings(101))],
    ['Step TuneTrees has 101 environment variables; 100 are allowed.'],
  ],
  [
    'an environment variable has at most 256 characters',
    [set('Assess/Arguments/Environment', { LONG: 'x'.repeat(257) })],
    ['Step Assess has 257 characters in an environment variable; 256 are allowed.'],
  ],
  [
    'a job has at most 100 hyperparameters',
    [set('TrainLinear/Arguments/HyperParameters', settings(101))],
    ['Step TrainLinear has 101 hyperparameters; 100 are allowed.'],
  ],
  [
    'a hyperparameter has at most 2500 characters',
    [set('TrainLinear/Arguments/HyperParameters/long', 'x'.repeat(2501))],
    ['Step TrainLinear has 2501 characters in a hyperparameter; 2500 are allowed.'],
  ],
  [
    'a job has at most 20 channels',
    [add('TrainLinear/Arguments/InputDataConfig', ...many(18, (index) => ({ ChannelName: `extra${index}` })))],
    ['Step TrainLinear has 21 channels; 20 are allowed.'],
  ],
  [
    'a job defines at most 40 metrics',
    [add('TrainLinear/Arguments/AlgorithmSpecification/MetricDefinitions', ...many(40, metric))],
    ['Step TrainLinear has 41 metric definitions; 40 are allowed.'],
  ],
  [
    'the pattern of a metric has at most 500 characters',
    [set('TrainLinear/Arguments/AlgorithmSpecification/MetricDefinitions/0/Regex', 'x'.repeat(501))],
    ['Step TrainLinear has 501 characters in a regular expression; 500 are allowed.'],
  ],
  [
    'a filter has at most 63 characters',
    [set('ScoreTest/Arguments/DataProcessing/OutputFilter', `$[${'0,'.repeat(31)}1]`)],
    ['Step ScoreTest has 66 characters in a filter; 63 are allowed.'],
  ],
  [
    'a function returns at most 50 values',
    [add('Evaluate/OutputParameters', ...many(44, (index) => ({ OutputName: `extra${index}`, OutputType: 'String' })))],
    ['Step Evaluate has 51 output parameters; 50 are allowed.'],
  ],
  [
    'the name of a returned value has at most 256 characters',
    [add('Evaluate/OutputParameters', { OutputName: 'x'.repeat(257), OutputType: 'String' })],
    ['Step Evaluate has 257 characters in the name of an output parameter; 256 are allowed.'],
  ],
  [
    'an error message has at most 3072 characters',
    [set('Refuse/Arguments/ErrorMessage', 'x'.repeat(3073))],
    ['Step Refuse has 3073 characters in an error message; 3072 are allowed.'],
  ],
  [
    'a job has at most 50 tags',
    [add('Assess/Arguments/Tags', ...many(49, (index) => ({ Key: `extra${index}`, Value: 'x' })))],
    ['Step Assess has 51 tags; 50 are allowed.'],
  ],
  [
    'a pipeline has at most 200 parameters',
    [add('$/Parameters', ...many(198, (index) => ({ Name: `Extra${index}`, Type: 'String', DefaultValue: 'x' })))],
    ['The definition has 201 parameters; 200 are allowed.'],
  ],
];

test.each(BREACHES)('%s', (_rule, edits, problems) => {
  expect(problemsAfter(...edits)).toEqual(problems);
});

test('a definition fits into one request', () => {
  const room = 1_048_576 - JSON.stringify(editedDefinition(set('$/Metadata', { note: '' }))).length;

  expect(problemsAfter(set('$/Metadata', { note: 'x'.repeat(room) }))).toEqual([]);
  expect(problemsAfter(set('$/Metadata', { note: 'x'.repeat(room + 1) }))).toEqual([
    'The definition has 1048577 characters; 1048576 are allowed.',
  ]);
});

test('what is just at its limit passes', () => {
  const edits = [
    add('Assess/Arguments/ProcessingInputs', ...many(4, (index) => ({ InputName: `extra${index}` }))),
    add('Assess/Arguments/ProcessingOutputConfig/Outputs', ...many(7, output)),
    set('Assess/Arguments/Environment', { LONG: 'x'.repeat(256), ...settings(99) }),
    set('Assess/Arguments/AppSpecification/ContainerArguments', ['x'.repeat(256), ...many(99, String)]),
    set('TrainLinear/Arguments/HyperParameters', { long: 'x'.repeat(2500), ...settings(99) }),
    add('Evaluate/OutputParameters', ...many(43, (index) => ({ OutputName: `extra${index}`, OutputType: 'String' }))),
    set('Refuse/Arguments/ErrorMessage', 'x'.repeat(3072)),
    set('Register/Arguments/CustomerMetadataProperties', { ...settings(49), ['k'.repeat(128)]: 'x'.repeat(256) }),
    add('$/Parameters', ...many(197, (index) => ({ Name: `Extra${index}`, Type: 'String', DefaultValue: 'x' }))),
  ];

  expect(problemsAfter(...edits)).toEqual([]);
});
