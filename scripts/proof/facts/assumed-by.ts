/**
 * Which service assumes the role that a resource is given, by the beginning of its type; the longest that fits counts.
 * Source: the service's own page on its service role, and "AWS services that work with IAM".
 */
export const ASSUMED_BY: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGateway': ['apigateway.amazonaws.com'],
  'AWS::ApiGatewayV2': ['apigateway.amazonaws.com'],
  'AWS::AppSync': ['appsync.amazonaws.com'],
  'AWS::ApplicationAutoScaling': ['application-autoscaling.amazonaws.com'],
  'AWS::Backup': ['backup.amazonaws.com'],
  'AWS::Batch': ['batch.amazonaws.com'],
  'AWS::Bedrock': ['bedrock.amazonaws.com'],
  'AWS::Budgets': ['budgets.amazonaws.com'],
  'AWS::CloudFormation': ['cloudformation.amazonaws.com'],
  'AWS::CloudTrail': ['cloudtrail.amazonaws.com'],
  'AWS::CodeBuild': ['codebuild.amazonaws.com'],
  'AWS::CodePipeline': ['codepipeline.amazonaws.com'],
  'AWS::Config': ['config.amazonaws.com'],
  'AWS::DataBrew': ['databrew.amazonaws.com'],
  'AWS::EC2::FlowLog': ['vpc-flow-logs.amazonaws.com'],
  'AWS::EC2::InstanceProfile': ['ec2.amazonaws.com'],
  'AWS::ECS': ['ecs-tasks.amazonaws.com'],
  'AWS::EMRServerless': ['emr-serverless.amazonaws.com'],
  'AWS::Events': ['events.amazonaws.com'],
  'AWS::Glue': ['glue.amazonaws.com'],
  'AWS::IoT': ['iot.amazonaws.com'],
  'AWS::KinesisAnalyticsV2': ['kinesisanalytics.amazonaws.com'],
  'AWS::KinesisFirehose': ['firehose.amazonaws.com'],
  'AWS::LakeFormation': ['lakeformation.amazonaws.com'],
  'AWS::Lambda': ['lambda.amazonaws.com'],
  'AWS::Logs': ['logs.amazonaws.com', 'delivery.logs.amazonaws.com'],
  'AWS::OpenSearchServerless': ['opensearchservice.amazonaws.com'],
  'AWS::Pipes': ['pipes.amazonaws.com'],
  'AWS::RDS': ['rds.amazonaws.com', 'monitoring.rds.amazonaws.com'],
  'AWS::Redshift': ['redshift.amazonaws.com'],
  'AWS::S3': ['s3.amazonaws.com'],
  'AWS::SNS': ['sns.amazonaws.com'],
  'AWS::SSM': ['ssm.amazonaws.com'],
  'AWS::SageMaker': ['sagemaker.amazonaws.com'],
  'AWS::Scheduler': ['scheduler.amazonaws.com'],
  'AWS::StepFunctions': ['states.amazonaws.com'],
  'AWS::Synthetics': ['lambda.amazonaws.com'],
  'AWS::Transfer': ['transfer.amazonaws.com'],
};

/** Services that stand in policies of resources and assume no role of ours. */
const CALLERS = [
  'cloudfront.amazonaws.com',
  'cloudwatch.amazonaws.com',
  'lambda.alarms.cloudwatch.amazonaws.com',
  'costalerts.amazonaws.com',
  'delivery.logs.amazonaws.com',
  'ecs.amazonaws.com',
  'ec2.amazonaws.com',
  'elasticloadbalancing.amazonaws.com',
  'logging.s3.amazonaws.com',
  'secretsmanager.amazonaws.com',
  'cognito-idp.amazonaws.com',
  'dynamodb.amazonaws.com',
  'edgelambda.amazonaws.com',
  'ses.amazonaws.com',
  'sqs.amazonaws.com',
];

/** Whether a service goes by this name in policies. */
export function isServicePrincipal(name: string): boolean {
  // CloudWatch Logs has one name per region as well.
  return KNOWN.has(name) || /^logs\.[a-z]{2}(-[a-z]+)+-\d\.amazonaws\.com$/.test(name);
}

const KNOWN = new Set([...Object.values(ASSUMED_BY).flat(), ...CALLERS]);
