import type { Form } from '../points-to';

/** A property that holds a reference to something of a kind, known by its name. */
export interface Holds {
  /** Of its path, lists left out. */
  readonly path: RegExp;
  /** Types of resources in which it means this; all, if absent. */
  readonly within?: RegExp;
  readonly kinds: RegExp;
  readonly forms: readonly Form[];
  /** Texts that mean something which no template makes, such as a key of AWS. */
  readonly known?: RegExp;
}

const QUEUE = /^AWS::SQS::Queue$/;
const TOPIC = /^AWS::SNS::Topic$/;
const FUNCTION = /^AWS::Lambda::(Function|Version|Alias)$/;
const BUCKET = /^AWS::S3::Bucket$/;
const TABLE = /^AWS::DynamoDB::(Global)?Table$/;
const API = /^AWS::ApiGateway::RestApi$/;
const ALARM = /^AWS::CloudWatch::(Composite)?Alarm$/;
/** The bucket that `cdk bootstrap` makes for assets. */
const ASSETS = /^cdk-\w+-assets-/;

/** In order: the first whose path and type match counts. Source: the CloudFormation reference, property by property. */
export const HOLDS: readonly Holds[] = [
  {
    path: /(kms(master)?key(id|arn)?|TargetKeyId|EncryptionKeyArn)$/i,
    kinds: /^AWS::KMS::(Key|Alias|ReplicaKey)$/,
    forms: ['arn', 'name'],
    known: /^(alias|.*:alias)\/aws\//,
  },
  { path: /^EventPattern\.detail\.bucket\.name$/, kinds: BUCKET, forms: ['name'] },
  { path: /^EventPattern\.detail\.alarmName$/, kinds: ALARM, forms: ['name'] },
  { path: /(^|\.)Bucket(ARN|Arn)$/, kinds: BUCKET, forms: ['arn'] },
  { path: /(^|\.)(S3)?Bucket(Name)?$|DestinationBucketName$/, kinds: BUCKET, forms: ['name'], known: ASSETS },
  {
    path: /^Targets\.Arn$/,
    within: /^AWS::Events::Rule$/,
    kinds:
      /^AWS::(Lambda::(Function|Version|Alias)|SQS::Queue|SNS::Topic|StepFunctions::StateMachine|KinesisFirehose::DeliveryStream|Kinesis::Stream|Logs::LogGroup|Events::(EventBus|ApiDestination)|SageMaker::Pipeline|ECS::Cluster|Batch::JobQueue|CodeBuild::Project|CodePipeline::Pipeline|Glue::Workflow|ApiGateway::RestApi)$/,
    forms: ['arn'],
  },
  {
    path: /(^|\.)(DeadLetter(Config)?\.(Arn|TargetArn)|deadLetterTargetArn|DeadLetterArn)$/,
    kinds: QUEUE,
    forms: ['arn'],
  },
  {
    path: /DestinationConfig\.OnFailure\.Destination$/,
    kinds: /^AWS::(SQS::Queue|SNS::Topic|Lambda::Function|Events::EventBus|S3::Bucket)$/,
    forms: ['arn'],
  },
  { path: /^Queues$/, kinds: QUEUE, forms: ['url'] },
  { path: /(^|\.)Queue(Arn|ARN)$/, kinds: QUEUE, forms: ['arn'] },
  { path: /(^|\.)QueueUrl$/, kinds: QUEUE, forms: ['url'] },
  { path: /^Topics$|(^|\.)\w*Topic(Arn|ARN)$/, kinds: TOPIC, forms: ['arn'] },
  {
    path: /^(Alarm|OK|InsufficientData)Actions$/,
    kinds:
      /^AWS::(SNS::Topic|Lambda::(Function|Version|Alias)|AutoScaling::ScalingPolicy|ApplicationAutoScaling::ScalingPolicy)$/,
    forms: ['arn'],
    known: /^arn:aws:(automate|ssm):/,
  },
  { path: /^ServiceToken$/, kinds: /^AWS::(Lambda::(Function|Version|Alias)|SNS::Topic)$/, forms: ['arn'] },
  { path: /(^|\.)FunctionName$/, kinds: FUNCTION, forms: ['arn', 'name'] },
  { path: /(^|\.)(Lambda)?Function(Arn|ARN)$|LambdaArn$/, kinds: FUNCTION, forms: ['arn'] },
  { path: /stateMachineArn$/i, kinds: /^AWS::StepFunctions::StateMachine$/, forms: ['arn'] },
  { path: /(^|\.)TableName$/, within: /^AWS::(?!Glue)/, kinds: TABLE, forms: ['name'] },
  { path: /(^|\.)TableName$/, kinds: /^AWS::Glue::Table$/, forms: ['name'] },
  {
    path: /(^|\.)DatabaseName$/,
    within: /^AWS::(Glue|LakeFormation|Athena)::/,
    kinds: /^AWS::Glue::Database$/,
    forms: ['name'],
  },
  { path: /(^|\.)LogGroup(Name|Identifier)?$/, kinds: /^AWS::Logs::LogGroup$/, forms: ['name'] },
  { path: /(^|\.)LogGroupArn$/, kinds: /^AWS::Logs::LogGroup$/, forms: ['arn'] },
  { path: /(^|\.)LogStreamName$/, kinds: /^AWS::Logs::LogStream$/, forms: ['name'] },
  {
    path: /AccessLogSettings?\.DestinationArn$/,
    kinds: /^AWS::(Logs::LogGroup|KinesisFirehose::DeliveryStream)$/,
    forms: ['arn'],
  },
  { path: /(^|\.)DeliveryStreamName$/, kinds: /^AWS::KinesisFirehose::DeliveryStream$/, forms: ['name'] },
  {
    path: /(^|\.)EventSourceArn$/,
    kinds: /^AWS::(SQS::Queue|Kinesis::Stream|DynamoDB::(Global)?Table)$/,
    forms: ['arn'],
  },
  { path: /(^|\.)EventBusName$/, kinds: /^AWS::Events::EventBus$/, forms: ['arn', 'name'], known: /^default$/ },
  { path: /(^|\.)EndpointName$/, kinds: /^AWS::SageMaker::Endpoint$/, forms: ['name'] },
  { path: /(^|\.)EndpointConfigName$/, kinds: /^AWS::SageMaker::EndpointConfig$/, forms: ['name'] },
  { path: /Variants\.ModelName$/, kinds: /^AWS::SageMaker::Model$/, forms: ['name'] },
  { path: /(^|\.)ModelPackageGroupName$/, kinds: /^AWS::SageMaker::ModelPackageGroup$/, forms: ['name', 'arn'] },
  { path: /(^|\.)FeatureGroupName$/, kinds: /^AWS::SageMaker::FeatureGroup$/, forms: ['name', 'arn'] },
  {
    path: /(^|\.)PipelineName$/,
    within: /^AWS::(?!CodePipeline)/,
    kinds: /^AWS::SageMaker::Pipeline$/,
    forms: ['name'],
  },
  { path: /(^|\.)MonitoringJobDefinitionName$/, kinds: /^AWS::SageMaker::\w+JobDefinition$/, forms: ['name'] },
  { path: /Alarms?\.AlarmName$|(^|\.)AlarmNames$/, kinds: ALARM, forms: ['name'] },
  { path: /(^|\.)RestApiId$/, kinds: API, forms: ['name'] },
  {
    path: /^(ParentId|ResourceId)$/,
    within: /^AWS::ApiGateway::/,
    kinds: /^AWS::ApiGateway::(Resource|RestApi)$/,
    forms: ['name', 'any'],
  },
  { path: /^DeploymentId$/, within: /^AWS::ApiGateway::/, kinds: /^AWS::ApiGateway::Deployment$/, forms: ['name'] },
  { path: /^RequestValidatorId$/, kinds: /^AWS::ApiGateway::RequestValidator$/, forms: ['name'] },
  { path: /^AuthorizerId$/, within: /^AWS::ApiGateway::/, kinds: /^AWS::ApiGateway::Authorizer$/, forms: ['name'] },
  { path: /^RequestModels\./, kinds: /^AWS::ApiGateway::Model$/, forms: ['name'], known: /^(Empty|Error)$/ },
  { path: /^ScalingTargetId$/, kinds: /^AWS::ApplicationAutoScaling::ScalableTarget$/, forms: ['name'] },
  { path: /^Roles$/, kinds: /^AWS::IAM::Role$/, forms: ['name'] },
  { path: /(^|\.)VpcId$/, kinds: /^AWS::EC2::VPC$/, forms: ['name'] },
  { path: /(^|\.)Subnet(Id|s|Ids)$/, kinds: /^AWS::EC2::Subnet$/, forms: ['name'] },
  { path: /(^|\.)SecurityGroup(Id|Ids)$/, kinds: /^AWS::EC2::SecurityGroup$/, forms: ['name'] },
];
