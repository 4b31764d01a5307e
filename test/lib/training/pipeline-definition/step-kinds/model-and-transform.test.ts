import { modelName, modelStep } from '../../../../../lib/training/pipeline-definition/step-kinds/model-step';
import {
  transformOutput,
  transformStep,
} from '../../../../../lib/training/pipeline-definition/step-kinds/transform-step';

const model = modelStep({
  name: 'Create',
  roleArn: 'role',
  image: 'image',
  modelDataUri: { Get: 'Steps.Train.ModelArtifacts.S3ModelArtifacts' },
  tags: { team: 'a' },
});

const transform = transformStep({
  name: 'Score',
  modelName: modelName(model),
  inputUri: 's3://data/test/test.csv',
  inputFilter: '$[1:]',
  outputFilter: '$[0,-1]',
  outputUri: 's3://models/scores',
  instanceType: 'ml.m5.large',
  kmsKeyArn: 'key',
  tags: { team: 'a' },
});

test('a model is isolated and has no environment, so that the image serves it by itself', () => {
  expect(model).toEqual({
    Name: 'Create',
    Type: 'Model',
    RetryPolicies: [
      { ExceptionType: ['Step.SERVICE_FAULT', 'Step.THROTTLING'], IntervalSeconds: 5, BackoffRate: 2, MaxAttempts: 5 },
    ],
    Arguments: {
      ExecutionRoleArn: 'role',
      PrimaryContainer: { Image: 'image', ModelDataUrl: { Get: 'Steps.Train.ModelArtifacts.S3ModelArtifacts' } },
      EnableNetworkIsolation: true,
      Tags: [{ Key: 'team', Value: 'a' }],
    },
  });
});

test('a transform joins each line of CSV with its score', () => {
  expect(transform.Arguments).toEqual({
    ModelName: { Get: 'Steps.Create.ModelName' },
    TransformInput: {
      DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://data/test/test.csv' } },
      ContentType: 'text/csv',
      SplitType: 'Line',
    },
    TransformOutput: { S3OutputPath: 's3://models/scores', Accept: 'text/csv', AssembleWith: 'Line', KmsKeyId: 'key' },
    TransformResources: { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeKmsKeyId: 'key' },
    BatchStrategy: 'MultiRecord',
    MaxPayloadInMB: 6,
    MaxConcurrentTransforms: 1,
    DataProcessing: { InputFilter: '$[1:]', JoinSource: 'Input', OutputFilter: '$[0,-1]' },
    Tags: [{ Key: 'team', Value: 'a' }],
  });
});

test('a transform is retried as a job', () => {
  expect(transform.RetryPolicies.flatMap(({ ExceptionType }) => ExceptionType)).toEqual([
    'Step.SERVICE_FAULT',
    'Step.THROTTLING',
    'SageMaker.JOB_INTERNAL_ERROR',
    'SageMaker.CAPACITY_ERROR',
  ]);
});

test('the scores lie where the finished job says', () => {
  expect(transformOutput(transform)).toEqual({ Get: 'Steps.Score.TransformOutput.S3OutputPath' });
});
