import type { Placed } from '../proof/assembly';

/** Types that AWS never bills, and why. */
const FREE: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::Account': 'a setting',
  'AWS::ApiGateway::Deployment': 'requests are billed',
  'AWS::ApiGateway::Method': 'requests are billed',
  'AWS::ApiGateway::Model': 'requests are billed',
  'AWS::ApiGateway::RequestValidator': 'requests are billed',
  'AWS::ApiGateway::Resource': 'requests are billed',
  'AWS::ApiGateway::GatewayResponse': 'requests are billed',
  'AWS::ApplicationAutoScaling::ScalableTarget': 'its alarms and instances are billed',
  'AWS::Budgets::Budget': 'a budget without actions is free',
  'AWS::CDK::Metadata': 'nothing is made of it',
  'AWS::CE::AnomalyMonitor': 'free',
  'AWS::CE::AnomalySubscription': 'free',
  'AWS::CE::CostCategory': 'free',
  'AWS::CloudFormation::CustomResource': 'its function is billed, in a deployment',
  'AWS::CloudFormation::WaitConditionHandle': 'nothing is made of it',
  'AWS::EC2::RouteTable': 'free',
  'AWS::EC2::SecurityGroup': 'free',
  'AWS::EC2::Subnet': 'free',
  'AWS::EC2::SubnetRouteTableAssociation': 'free',
  'AWS::EC2::VPC': 'free',
  'AWS::Events::Rule': 'events of AWS services and schedules on the default bus are free; targets are billed',
  'AWS::Glue::Database': 'the first million objects of the catalog are free',
  'AWS::Glue::Table': 'the first million objects of the catalog are free',
  'AWS::IAM::ManagedPolicy': 'free',
  'AWS::IAM::Policy': 'free',
  'AWS::IAM::Role': 'free',
  'AWS::KMS::Alias': 'the key is billed',
  'AWS::Lambda::EventInvokeConfig': 'a setting',
  'AWS::Lambda::EventSourceMapping': 'what it reads and starts is billed',
  'AWS::Lambda::Permission': 'free',
  'AWS::Logs::LogStream': 'its log is billed',
  'AWS::Logs::MetricFilter': 'the metric is billed',
  'AWS::S3::BucketPolicy': 'free',
  'AWS::SNS::TopicPolicy': 'free',
  'AWS::SQS::QueuePolicy': 'free',
  'AWS::SageMaker::DataQualityJobDefinition': 'the jobs of its schedule are billed',
  'AWS::SageMaker::EndpointConfig': 'the endpoint is billed',
  'AWS::SageMaker::Model': 'where it runs is billed',
  'AWS::SageMaker::ModelBiasJobDefinition': 'the jobs of its schedule are billed',
  'AWS::SageMaker::ModelExplainabilityJobDefinition': 'the jobs of its schedule are billed',
  'AWS::SageMaker::ModelPackageGroup': 'free; artifacts are objects in S3',
  'AWS::SageMaker::ModelQualityJobDefinition': 'the jobs of its schedule are billed',
  'AWS::SageMaker::Pipeline': 'its jobs are billed',
};

/** Types that cost nothing while nobody uses them; what a pass uses of them is priced there. */
const BY_USE: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::RestApi': 'by the request',
  'AWS::ApiGateway::Stage': 'by the request, as long as it has no cache',
  'AWS::DynamoDB::GlobalTable': 'by the request; a few items are kept, of 25 GB that are free',
  'AWS::DynamoDB::Table': 'by the request; a few items are kept, of 25 GB that are free',
  'AWS::Glue::Job': 'by the second of a run',
  'AWS::KinesisFirehose::DeliveryStream': 'by the GB',
  'AWS::Lambda::Function': 'by the run: schedules are in the idle bill',
  'AWS::Logs::LogGroup': 'by the GB: what is kept is one line of the idle bill',
  'AWS::S3::Bucket': 'by the GB and request: what is kept is one line of the idle bill',
  'AWS::SNS::Subscription': 'by the message',
  'AWS::SNS::Topic': 'by the message',
  'AWS::SQS::Queue': 'by the request',
  'AWS::Scheduler::Schedule': '14 million invocations a month are free; targets are billed',
  'AWS::Scheduler::ScheduleGroup': 'free',
  'AWS::StepFunctions::StateMachine': 'by the transition: schedules are in the idle bill',
};

/** Settings by which a type of those costs something by standing there. */
const UNLESS: Readonly<Record<string, (properties: Placed['Properties']) => boolean>> = {
  'AWS::ApiGateway::Stage': ({ CacheClusterEnabled }) => CacheClusterEnabled === true,
  'AWS::DynamoDB::GlobalTable': ({ BillingMode }) => BillingMode !== 'PAY_PER_REQUEST',
  'AWS::DynamoDB::Table': ({ BillingMode }) => BillingMode !== 'PAY_PER_REQUEST',
};

/** Why a resource has no line of its own in the idle bill; undefined for one that nobody has thought about. */
export function whyUnbilled({ Type: type, Properties }: Pick<Placed, 'Type' | 'Properties'>): string | undefined {
  if (UNLESS[type]?.(Properties)) return undefined;
  if (type.startsWith('Custom::')) return 'its function is billed, in a deployment';
  return FREE[type] ?? BY_USE[type];
}
