import { add, type Edit, problemsAfter, remove, set } from '../edited-definition';

const TUNING_JOB = 'TuneTrees/Arguments/TrainingJobDefinition';

const BREACHES: readonly [rule: string, edits: readonly Edit[], problems: readonly string[]][] = [
  ['a training job has tags', [remove('TrainLinear/Arguments/Tags')], ['Step TrainLinear has no tags.']],
  ['a transform job has tags', [set('ScoreTest/Arguments/Tags', [])], ['Step ScoreTest has no tags.']],
  ['a model has tags', [remove('CreateModel/Arguments/Tags')], ['Step CreateModel has no tags.']],
  [
    'a tuning job has every tag',
    [remove('TuneTrees/Arguments/Tags/0/Key')],
    ['Step TuneTrees lacks the tag ml:project.'],
  ],
  [
    'a processing job has every tag',
    [set('Assess/Arguments/Tags/1/Key', 'phase')],
    ['Step Assess lacks the tag ml:phase.'],
  ],
  [
    'a tag has a value',
    [set('Assess/Arguments/Tags/1/Value', '')],
    ['Step Assess has the tag ml:phase without a value.'],
  ],
  [
    'a tag is given once',
    [add('Assess/Arguments/Tags', { Key: 'ml:phase', Value: 'x' })],
    ['Step Assess has the tag ml:phase twice.'],
  ],
  [
    'a channel names a place in S3',
    [set('TrainLinear/Arguments/InputDataConfig/2/DataSource/S3DataSource/S3Uri', './code.tar.gz')],
    ['Step TrainLinear names the place ./code.tar.gz, which is no s3:// URI.'],
  ],
  [
    'a processing input names a place in S3',
    [set('Assess/Arguments/ProcessingInputs/0/S3Input/S3Uri', { 'Std:Join': { On: '/', Values: ['code', 'x.zip'] } })],
    ['Step Assess names the place code/x.zip, which is no s3:// URI.'],
  ],
  [
    'a training output lies under the execution id',
    [set('TrainLinear/Arguments/OutputDataConfig/S3OutputPath', 's3://example-models/runs/TrainLinear')],
    ['Step TrainLinear writes its model to a place without Execution.PipelineExecutionId.'],
  ],
  [
    'a tuning output lies under the execution id',
    [set(`${TUNING_JOB}/OutputDataConfig/S3OutputPath`, 's3://example-models/runs/TuneTrees')],
    ['Step TuneTrees writes its models to a place without Execution.PipelineExecutionId.'],
  ],
  [
    'a transform output lies under the execution id',
    [set('ScoreTest/Arguments/TransformOutput/S3OutputPath', { Get: 'Parameters.DatasetsUri' })],
    ['Step ScoreTest writes its scores to a place without Execution.PipelineExecutionId.'],
  ],
  [
    'a processing output lies under the execution id',
    [set('Assess/Arguments/ProcessingOutputConfig/Outputs/1/S3Output/S3Uri', 's3://example-models/bias')],
    ['Step Assess writes the output bias to a place without Execution.PipelineExecutionId.'],
  ],
  [
    'a transform output has a key',
    [remove('ScoreTest/Arguments/TransformOutput/KmsKeyId')],
    ['Step ScoreTest writes its scores without a key.'],
  ],
  [
    'a training output has a key',
    [remove('TrainLinear/Arguments/OutputDataConfig/KmsKeyId')],
    ['Step TrainLinear writes its model without a key.'],
  ],
  [
    'a tuning output has a key',
    [remove(`${TUNING_JOB}/OutputDataConfig/KmsKeyId`)],
    ['Step TuneTrees writes its models without a key.'],
  ],
  [
    'every processing output has a key',
    [remove('Assess/Arguments/ProcessingOutputConfig/KmsKeyId')],
    [
      'Step Assess writes the output explanation without a key.',
      'Step Assess writes the output bias without a key.',
      'Step Assess writes the output baseline without a key.',
    ],
  ],
  [
    'a training volume has a key',
    [remove('TrainLinear/Arguments/ResourceConfig/VolumeKmsKeyId')],
    ['Step TrainLinear has a volume without a key.'],
  ],
  [
    'a processing volume has a key',
    [remove('Assess/Arguments/ProcessingResources/ClusterConfig/VolumeKmsKeyId')],
    ['Step Assess has a volume without a key.'],
  ],
  [
    'a tuning volume has a key',
    [remove(`${TUNING_JOB}/ResourceConfig/VolumeKmsKeyId`)],
    ['Step TuneTrees has a volume without a key.'],
  ],
  [
    'local disks have no key',
    [set('ScoreTest/Arguments/TransformResources/InstanceType', 'ml.g5.xlarge')],
    ['Step ScoreTest has a volume key, which ml.g5.xlarge refuses: its disks are local.'],
  ],
  [
    'a training job is isolated',
    [remove('TrainLinear/Arguments/EnableNetworkIsolation')],
    ['Step TrainLinear does not isolate its container from the network.'],
  ],
  [
    'a tuned job is isolated',
    [set(`${TUNING_JOB}/EnableNetworkIsolation`, false)],
    ['Step TuneTrees does not isolate its container from the network.'],
  ],
  [
    'a processing job is isolated',
    [remove('Assess/Arguments/NetworkConfig')],
    ['Step Assess does not isolate its container from the network.'],
  ],
  [
    'a model is isolated',
    [set('CreateModel/Arguments/EnableNetworkIsolation', false)],
    ['Step CreateModel does not isolate its container from the network.'],
  ],
  [
    'two machines encrypt what they tell each other',
    [set('TrainLinear/Arguments/ResourceConfig/InstanceCount', 2)],
    ['Step TrainLinear does not encrypt the traffic between its machines.'],
  ],
  [
    'two processing machines encrypt what they tell each other',
    [set('Assess/Arguments/ProcessingResources/ClusterConfig/InstanceCount', 2)],
    ['Step Assess does not encrypt the traffic between its machines.'],
  ],
];

test.each(BREACHES)('%s', (_rule, edits, problems) => {
  expect(problemsAfter(...edits)).toEqual(problems);
});

test('a job on local disks needs no volume key', () => {
  const resources = 'ScoreTest/Arguments/TransformResources';

  expect(
    problemsAfter(set(`${resources}/InstanceType`, 'ml.m5d.large'), remove(`${resources}/VolumeKmsKeyId`)),
  ).toEqual([]);
});

test('two machines that encrypt what they tell each other are welcome', () => {
  const edits = [
    set('TrainLinear/Arguments/ResourceConfig/InstanceCount', 2),
    set('TrainLinear/Arguments/EnableInterContainerTrafficEncryption', true),
  ];

  expect(problemsAfter(...edits)).toEqual([]);
});
