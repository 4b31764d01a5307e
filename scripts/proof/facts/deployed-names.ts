/**
 * Which resources the deployment of a project touches, by service and by the Service Authorization Reference's type of
 * resource. `{project}` begins every name that we fix, and every name that CloudFormation makes of a stack's name. A star
 * alone stands where it makes the name of the logical id alone, or where AWS numbers (template reference of each type).
 */
export const DEPLOYED_NAMES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  apigateway: {
    Account: ['arn:*:apigateway:*::/account'],
    // One call stands for all that lies within an API.
    RestApi: ['arn:*:apigateway:*::/restapis', 'arn:*:apigateway:*::/restapis/*'],
    RestApis: ['arn:*:apigateway:*::/restapis', 'arn:*:apigateway:*::/restapis/*'],
    Tags: ['arn:*:apigateway:*::/tags/*'],
  },
  'application-autoscaling': { ScalableTarget: ['arn:*:application-autoscaling:*:*:scalable-target/*'] },
  budgets: { budget: ['arn:*:budgets::*:budget/*'] },
  cloudwatch: {
    alarm: ['arn:*:cloudwatch:*:*:alarm:{project}-*', 'arn:*:cloudwatch:*:*:alarm:TargetTracking-endpoint/{project}-*'],
    dashboard: ['arn:*:cloudwatch::*:dashboard/*'],
  },
  dynamodb: { table: ['arn:*:dynamodb:*:*:table/{project}-*'] },
  ecr: { repository: ['arn:*:ecr:*:*:repository/cdk-*'] },
  events: { 'rule-on-default-event-bus': ['arn:*:events:*:*:rule/{project}-*'] },
  firehose: { deliverystream: ['arn:*:firehose:*:*:deliverystream/{project}-*'] },
  glue: {
    rootcatalog: ['arn:*:glue:*:*:catalog'],
    database: ['arn:*:glue:*:*:database/{database}_*', 'arn:*:glue:*:*:database/sagemaker_featurestore'],
    table: ['arn:*:glue:*:*:table/{database}_*', 'arn:*:glue:*:*:table/sagemaker_featurestore/*'],
    job: ['arn:*:glue:*:*:job/*'],
  },
  iam: { role: ['arn:*:iam::*:role/{project}-*'] },
  kms: { key: ['arn:*:kms:*:*:key/*'], alias: ['arn:*:kms:*:*:alias/{project}-*'] },
  lambda: { function: ['arn:*:lambda:*:*:function:{project}-*'] },
  logs: {
    'log-group': ['arn:*:logs:*:*:log-group:{project}-*', 'arn:*:logs:*:*:log-group:API-Gateway-Execution-Logs_*'],
    'log-stream': ['arn:*:logs:*:*:log-group:{project}-*'],
  },
  s3: { bucket: ['arn:*:s3:::{project}-*'], object: ['arn:*:s3:::cdk-*-assets-*/*'] },
  sagemaker: {
    'data-quality-job-definition': ['arn:*:sagemaker:*:*:data-quality-job-definition/*'],
    endpoint: ['arn:*:sagemaker:*:*:endpoint/{project}-*'],
    'endpoint-config': ['arn:*:sagemaker:*:*:endpoint-config/*'],
    'feature-group': ['arn:*:sagemaker:*:*:feature-group/{project}-*'],
    model: ['arn:*:sagemaker:*:*:model/*'],
    'model-bias-job-definition': ['arn:*:sagemaker:*:*:model-bias-job-definition/*'],
    'model-explainability-job-definition': ['arn:*:sagemaker:*:*:model-explainability-job-definition/*'],
    'model-package-group': ['arn:*:sagemaker:*:*:model-package-group/{project}-*'],
    'model-quality-job-definition': ['arn:*:sagemaker:*:*:model-quality-job-definition/*'],
    'monitoring-schedule': ['arn:*:sagemaker:*:*:monitoring-schedule/{project}-*'],
    pipeline: ['arn:*:sagemaker:*:*:pipeline/{project}-*'],
  },
  secretsmanager: { Secret: ['arn:*:secretsmanager:*:*:secret:*'] },
  sns: { topic: ['arn:*:sns:*:*:{project}-*'] },
  sqs: { queue: ['arn:*:sqs:*:*:{project}-*'] },
  ssm: { parameter: ['arn:*:ssm:*:*:parameter/cdk-bootstrap/*'] },
  states: { statemachine: ['arn:*:states:*:*:stateMachine:*'] },
};

/** Reads that a service answers for everything or not at all, whatever ARNs it lets a policy name. */
export const ASKED_OF_ALL = ['cloudwatch:DescribeAlarms', 'application-autoscaling:DescribeScalableTargets'];
