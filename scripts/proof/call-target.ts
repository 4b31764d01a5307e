import type { Assembly, Placed, Stack } from './assembly';
import { pointsTo } from './points-to';
import { type Call, literal } from './state-calls';

/** Parameters by which calls name what they act on. */
export const NAMING: Readonly<Record<string, RegExp>> = {
  FunctionName: /^AWS::Lambda::(Function|Version|Alias)$/,
  StateMachineArn: /^AWS::StepFunctions::StateMachine$/,
  TopicArn: /^AWS::SNS::Topic$/,
  QueueUrl: /^AWS::SQS::Queue$/,
  TableName: /^AWS::DynamoDB::(Global)?Table$/,
  Bucket: /^AWS::S3::Bucket$/,
  JobName: /^AWS::Glue::Job$/,
  PipelineName: /^AWS::SageMaker::Pipeline$/,
  EndpointName: /^AWS::SageMaker::Endpoint$/,
  FeatureGroupName: /^AWS::SageMaker::FeatureGroup$/,
  ModelPackageGroupName: /^AWS::SageMaker::ModelPackageGroup$/,
  DeliveryStreamName: /^AWS::KinesisFirehose::DeliveryStream$/,
  CrawlerName: /^AWS::Glue::Crawler$/,
};

/** What a call acts on: a resource, the name of a stack, or undefined where nobody knows. */
export function callTarget({ parameters }: Call, stack: Stack, assembly: Assembly): Placed | string | undefined {
  for (const [name, kinds] of Object.entries(NAMING)) {
    const value = literal(parameters, name);
    const found = value === undefined ? undefined : pointsTo(value, stack, assembly, kinds).resource;
    if (found) return found;
  }
  const name = literal(parameters, 'StackName');
  return typeof name === 'string' ? name : undefined;
}
