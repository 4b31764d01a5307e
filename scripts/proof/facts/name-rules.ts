/** What a service allows for one name. */
export interface NameRule {
  readonly pattern: RegExp;
  readonly most: number;
  readonly least?: number;
}

const SAGEMAKER: NameRule = { pattern: /^[a-zA-Z0-9](?:-*[a-zA-Z0-9])*$/, most: 63 };
const CATALOGUE: NameRule = { pattern: /^[a-z0-9_]+$/, most: 255 };
const TABLE: NameRule = { pattern: /^[a-zA-Z0-9_.-]+$/, least: 3, most: 255 };
const ROLE: NameRule = { pattern: /^[\w+=,.@-]+$/, most: 64 };
const POLICY: NameRule = { pattern: /^[\w+=,.@-]+$/, most: 128 };
const TOPIC: NameRule = { pattern: /^[\w-]+(?:\.fifo)?$/, most: 256 };

/**
 * Names that are fixed in a template, by type and property. Compared with the CloudFormation registry's schemas of August 2026 and,
 * where those say nothing, with the Create operation in the SDK's models; the stricter of the two holds (a feature group's name
 * has no underscore). Bucket names: "General purpose bucket naming rules", S3 guide. Without a machine-readable rule, hence from
 * the guides and not compared: API models and stages, dashboards, topics, queues, parameters, and which signs a secret, a state
 * machine and a table take. Glue takes any line for a database and a table; lower case is what Athena can ask for.
 */
export const NAME_RULES: Readonly<Record<string, Readonly<Record<string, NameRule>>>> = {
  'AWS::SageMaker::Domain': { DomainName: SAGEMAKER },
  'AWS::SageMaker::Endpoint': { EndpointName: SAGEMAKER },
  'AWS::SageMaker::EndpointConfig': {
    EndpointConfigName: SAGEMAKER,
    'ProductionVariants.VariantName': SAGEMAKER,
    'ShadowProductionVariants.VariantName': SAGEMAKER,
  },
  'AWS::SageMaker::FeatureGroup': { FeatureGroupName: { ...SAGEMAKER, most: 64 } },
  'AWS::SageMaker::InferenceComponent': { InferenceComponentName: SAGEMAKER, VariantName: SAGEMAKER },
  'AWS::SageMaker::MlflowTrackingServer': { TrackingServerName: { ...SAGEMAKER, most: 256 } },
  'AWS::SageMaker::Model': { ModelName: SAGEMAKER },
  'AWS::SageMaker::ModelPackageGroup': { ModelPackageGroupName: SAGEMAKER },
  'AWS::SageMaker::DataQualityJobDefinition': { JobDefinitionName: SAGEMAKER },
  'AWS::SageMaker::ModelQualityJobDefinition': { JobDefinitionName: SAGEMAKER },
  'AWS::SageMaker::ModelBiasJobDefinition': { JobDefinitionName: SAGEMAKER },
  'AWS::SageMaker::ModelExplainabilityJobDefinition': { JobDefinitionName: SAGEMAKER },
  'AWS::SageMaker::MonitoringSchedule': { MonitoringScheduleName: SAGEMAKER },
  'AWS::SageMaker::NotebookInstance': { NotebookInstanceName: SAGEMAKER },
  'AWS::SageMaker::Pipeline': { PipelineName: { ...SAGEMAKER, most: 256 } },
  'AWS::SageMaker::UserProfile': { UserProfileName: SAGEMAKER },
  'AWS::Glue::Crawler': { Name: { pattern: /^[^\r\n]+$/, most: 255 } },
  'AWS::Glue::Database': { 'DatabaseInput.Name': CATALOGUE },
  'AWS::Glue::Job': { Name: { pattern: /^[^\r\n]+$/, most: 255 } },
  'AWS::Glue::Table': { DatabaseName: CATALOGUE, 'TableInput.Name': CATALOGUE },
  'AWS::ApiGateway::Model': { Name: { pattern: /^[a-zA-Z0-9]+$/, most: 255 } },
  'AWS::ApiGateway::Stage': { StageName: { pattern: /^\w+$/, most: 128 } },
  'AWS::Athena::WorkGroup': { Name: { pattern: /^[a-zA-Z0-9._-]+$/, most: 128 } },
  'AWS::Budgets::Budget': { 'Budget.BudgetName': { pattern: /^(?![^:\\]*\/action\/)[^:\\]+$/, most: 100 } },
  'AWS::CloudWatch::Alarm': { AlarmName: { pattern: /^[^\r\n]+$/, most: 255 } },
  'AWS::CloudWatch::CompositeAlarm': { AlarmName: { pattern: /^[^\r\n]+$/, most: 255 } },
  'AWS::CloudWatch::Dashboard': { DashboardName: { pattern: /^[\w-]+$/, most: 255 } },
  'AWS::DynamoDB::GlobalTable': { TableName: TABLE, 'GlobalSecondaryIndexes.IndexName': TABLE },
  'AWS::DynamoDB::Table': { TableName: TABLE, 'GlobalSecondaryIndexes.IndexName': TABLE },
  'AWS::ECR::Repository': {
    RepositoryName: {
      pattern: /^(?:[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*\/)*[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/,
      least: 2,
      most: 256,
    },
  },
  'AWS::Events::EventBus': { Name: { pattern: /^[/.\w-]+$/, most: 256 } },
  'AWS::Events::Rule': { Name: { pattern: /^[.\w-]+$/, most: 64 } },
  'AWS::IAM::InstanceProfile': { InstanceProfileName: POLICY },
  'AWS::IAM::ManagedPolicy': { ManagedPolicyName: POLICY },
  'AWS::IAM::Policy': { PolicyName: POLICY },
  'AWS::IAM::Role': { RoleName: ROLE, 'Policies.PolicyName': POLICY },
  'AWS::KMS::Alias': { AliasName: { pattern: /^alias\/(?!aws\/)[a-zA-Z0-9:/_-]+$/, most: 256 } },
  'AWS::KinesisFirehose::DeliveryStream': { DeliveryStreamName: { pattern: /^[a-zA-Z0-9_.-]+$/, most: 64 } },
  'AWS::Lambda::Alias': { Name: { pattern: /^(?!\d+$)[\w-]+$/, most: 128 } },
  'AWS::Lambda::Function': { FunctionName: { pattern: /^[\w-]+$/, most: 64 } },
  'AWS::Lambda::LayerVersion': { LayerName: { pattern: /^[\w-]+$/, most: 140 } },
  'AWS::Logs::LogGroup': { LogGroupName: { pattern: /^[.\-_/#A-Za-z0-9]+$/, most: 512 } },
  'AWS::Logs::LogStream': { LogStreamName: { pattern: /^[^:*]+$/, most: 512 } },
  'AWS::S3::Bucket': {
    BucketName: {
      pattern:
        /^(?!xn--|sthree-|amzn-s3-demo-)(?!.*(?:-s3alias|--ol-s3|--x-s3|--table-s3|\.mrap|(?<!-\d{12}-[a-z-]+-\d)-an)$)(?!\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)[a-z0-9][a-z0-9.-]*[a-z0-9]$/,
      least: 3,
      most: 63,
    },
  },
  'AWS::SNS::Topic': { TopicName: TOPIC },
  'AWS::SQS::Queue': { QueueName: { ...TOPIC, most: 80 } },
  'AWS::SSM::Parameter': { Name: { pattern: /^(?!\/?(?:aws|ssm))[\w./-]+$/i, most: 1011 } },
  'AWS::Scheduler::Schedule': { Name: { pattern: /^[\w.-]+$/, most: 64 } },
  'AWS::Scheduler::ScheduleGroup': { Name: { pattern: /^[\w.-]+$/, most: 64 } },
  'AWS::SecretsManager::Secret': { Name: { pattern: /^[\w/+=.@-]+$/, most: 512 } },
  'AWS::StepFunctions::StateMachine': { StateMachineName: { pattern: /^[\w-]+$/, most: 80 } },
};
