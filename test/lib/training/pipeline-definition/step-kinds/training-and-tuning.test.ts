import { modelArtifact, trainingStep } from '../../../../../lib/training/pipeline-definition/step-kinds/training-step';
import { bestModelArtifact, tuningStep } from '../../../../../lib/training/pipeline-definition/step-kinds/tuning-step';

const JOB = {
  roleArn: 'role',
  image: 'image',
  instanceType: 'ml.m5.large',
  volumeSizeInGB: 20,
  kmsKeyArn: 'key',
  maximumRuntimeSeconds: 600,
  channels: [
    { name: 'train', uri: 's3://data/train', contentType: 'text/csv' },
    { name: 'code', uri: 's3://code/a.tar.gz' },
  ],
  outputUri: 's3://models/linear',
  metrics: { auc: 'auc=(.*)' },
};

const JOB_ARGUMENTS = {
  AlgorithmSpecification: {
    TrainingImage: 'image',
    TrainingInputMode: 'File',
    MetricDefinitions: [{ Name: 'auc', Regex: 'auc=(.*)' }],
  },
  InputDataConfig: [
    {
      ChannelName: 'train',
      ContentType: 'text/csv',
      DataSource: {
        S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://data/train', S3DataDistributionType: 'FullyReplicated' },
      },
    },
    {
      ChannelName: 'code',
      DataSource: {
        S3DataSource: {
          S3DataType: 'S3Prefix',
          S3Uri: 's3://code/a.tar.gz',
          S3DataDistributionType: 'FullyReplicated',
        },
      },
    },
  ],
  OutputDataConfig: { S3OutputPath: 's3://models/linear', KmsKeyId: 'key' },
  ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeSizeInGB: 20, VolumeKmsKeyId: 'key' },
  StoppingCondition: { MaxRuntimeInSeconds: 600 },
  EnableNetworkIsolation: true,
  RoleArn: 'role',
};

const ON_SERVICE_FAULT = {
  ExceptionType: ['Step.SERVICE_FAULT', 'Step.THROTTLING'],
  IntervalSeconds: 5,
  BackoffRate: 2,
  MaxAttempts: 5,
};

const training = trainingStep({ ...JOB, name: 'Train', hyperParameters: { depth: '3' }, tags: { team: 'a' } });
const tuning = tuningStep({
  ...JOB,
  name: 'Tune',
  objective: 'auc',
  staticHyperParameters: { booster: 'gbtree' },
  integerRanges: { depth: { from: 2, to: 8, scale: 'Linear' } },
  continuousRanges: { eta: { from: 0.05, to: 0.3, scale: 'Logarithmic' } },
  jobs: 6,
  parallelJobs: 3,
  tags: { team: 'a' },
});

test('a training step is an isolated, encrypted, limited job without a profiler', () => {
  expect(training).toEqual({
    Name: 'Train',
    Type: 'Training',
    RetryPolicies: [
      ON_SERVICE_FAULT,
      {
        ExceptionType: ['SageMaker.JOB_INTERNAL_ERROR', 'SageMaker.CAPACITY_ERROR'],
        IntervalSeconds: 60,
        BackoffRate: 2,
        MaxAttempts: 3,
      },
    ],
    Arguments: {
      ...JOB_ARGUMENTS,
      HyperParameters: { depth: '3' },
      ProfilerConfig: { DisableProfiler: true },
      Tags: [{ Key: 'team', Value: 'a' }],
    },
  });
});

test('the artifact of a training step is known from the finished job', () => {
  expect(modelArtifact(training)).toEqual({ Get: 'Steps.Train.ModelArtifacts.S3ModelArtifacts' });
});

test('a tuning step searches with the same job, and knows neither profiler nor internal errors', () => {
  expect(tuning).toEqual({
    Name: 'Tune',
    Type: 'Tuning',
    RetryPolicies: [
      ON_SERVICE_FAULT,
      { ExceptionType: ['SageMaker.CAPACITY_ERROR'], IntervalSeconds: 60, BackoffRate: 2, MaxAttempts: 3 },
    ],
    Arguments: {
      HyperParameterTuningJobConfig: {
        Strategy: 'Bayesian',
        HyperParameterTuningJobObjective: { Type: 'Maximize', MetricName: 'auc' },
        ResourceLimits: { MaxNumberOfTrainingJobs: 6, MaxParallelTrainingJobs: 3 },
        ParameterRanges: {
          IntegerParameterRanges: [{ Name: 'depth', MinValue: '2', MaxValue: '8', ScalingType: 'Linear' }],
          ContinuousParameterRanges: [{ Name: 'eta', MinValue: '0.05', MaxValue: '0.3', ScalingType: 'Logarithmic' }],
        },
        TrainingJobEarlyStoppingType: 'Off',
      },
      TrainingJobDefinition: { ...JOB_ARGUMENTS, StaticHyperParameters: { booster: 'gbtree' } },
      Tags: [{ Key: 'team', Value: 'a' }],
    },
  });
});

test('the best artifact of a tuning step lies under the best job’s name', () => {
  expect(bestModelArtifact(tuning)).toEqual({
    'Std:Join': {
      On: '/',
      Values: ['s3://models/linear', { Get: 'Steps.Tune.BestTrainingJob.TrainingJobName' }, 'output', 'model.tar.gz'],
    },
  });
});
