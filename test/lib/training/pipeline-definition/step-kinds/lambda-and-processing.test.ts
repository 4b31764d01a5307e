import { lambdaStep, outputParameter } from '../../../../../lib/training/pipeline-definition/step-kinds/lambda-step';
import {
  fromPropertyFile,
  outputFile,
  processingStep,
} from '../../../../../lib/training/pipeline-definition/step-kinds/processing-step';

const lambda = lambdaStep({
  name: 'Judge',
  functionArn: 'arn',
  arguments: { scores: { Get: 'Steps.Score.TransformOutput.S3OutputPath' } },
  outputs: { passes: 'String', rocAuc: 'Float' },
});

const processing = processingStep({
  name: 'Explain',
  roleArn: 'role',
  image: 'image',
  entrypoint: ['python3', '/opt/ml/processing/input/code/a.zip'],
  arguments: ['--quick'],
  inputs: { code: 's3://code/a.zip' },
  outputs: ['report'],
  outputUri: 's3://models/explain',
  propertyFiles: { Verdict: { output: 'report', path: 'verdict.json' } },
  instanceType: 'ml.m5.large',
  volumeSizeInGB: 20,
  kmsKeyArn: 'key',
  maximumRuntimeSeconds: 600,
  tags: { team: 'a' },
});

test('a Lambda step declares what the function returns, and neither retries nor caches', () => {
  expect(lambda).toEqual({
    Name: 'Judge',
    Type: 'Lambda',
    FunctionArn: 'arn',
    Arguments: { scores: { Get: 'Steps.Score.TransformOutput.S3OutputPath' } },
    OutputParameters: [
      { OutputName: 'passes', OutputType: 'String' },
      { OutputName: 'rocAuc', OutputType: 'Float' },
    ],
  });
});

test('a returned value is referred to by its name', () => {
  expect(outputParameter(lambda, 'passes')).toEqual({ Get: "Steps.Judge.OutputParameters['passes']" });
});

test('a processing step is an isolated, encrypted, limited job between folders named after their inputs and outputs', () => {
  expect(processing.Arguments).toEqual({
    AppSpecification: {
      ImageUri: 'image',
      ContainerEntrypoint: ['python3', '/opt/ml/processing/input/code/a.zip'],
      ContainerArguments: ['--quick'],
    },
    ProcessingResources: {
      ClusterConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeSizeInGB: 20, VolumeKmsKeyId: 'key' },
    },
    ProcessingInputs: [
      {
        InputName: 'code',
        S3Input: {
          S3Uri: 's3://code/a.zip',
          LocalPath: '/opt/ml/processing/input/code',
          S3DataType: 'S3Prefix',
          S3InputMode: 'File',
          S3DataDistributionType: 'FullyReplicated',
        },
      },
    ],
    ProcessingOutputConfig: {
      KmsKeyId: 'key',
      Outputs: [
        {
          OutputName: 'report',
          S3Output: {
            S3Uri: { 'Std:Join': { On: '/', Values: ['s3://models/explain', 'report'] } },
            LocalPath: '/opt/ml/processing/output/report',
            S3UploadMode: 'EndOfJob',
          },
        },
      ],
    },
    StoppingCondition: { MaxRuntimeInSeconds: 600 },
    NetworkConfig: { EnableNetworkIsolation: true },
    RoleArn: 'role',
    Tags: [{ Key: 'team', Value: 'a' }],
  });
});

test('a property file lies in one of the outputs', () => {
  expect(processing.PropertyFiles).toEqual([
    { PropertyFileName: 'Verdict', OutputName: 'report', FilePath: 'verdict.json' },
  ]);
});

test('a file of an output is found where the finished job put it', () => {
  expect(outputFile(processing, 'report', 'report.json')).toEqual({
    'Std:Join': {
      On: '/',
      Values: [{ Get: "Steps.Explain.ProcessingOutputConfig.Outputs['report'].S3Output.S3Uri" }, 'report.json'],
    },
  });
});

test('a value of a property file is read by its path', () => {
  expect(fromPropertyFile(processing, 'Verdict', 'passes')).toEqual({
    'Std:JsonGet': { PropertyFile: { Get: 'Steps.Explain.PropertyFiles.Verdict' }, Path: 'passes' },
  });
});
