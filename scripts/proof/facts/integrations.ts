/** What Step Functions calls, and how it may wait for it. */
export interface Integration {
  /** Of `sync`, `sync:2` and `waitForTaskToken`, those that it knows beside a plain call. */
  readonly ways: readonly string[];
  /** Actions that the machine's role needs for a plain call. */
  readonly actions: readonly string[];
  /** Actions that it needs besides to wait for the end, and to stop what it waits for. */
  readonly waiting?: readonly string[];
  /** Parameters that it cannot do without. */
  readonly needs: readonly string[];
}

const SYNC = ['sync'];
const TOKEN = ['waitForTaskToken'];

/** Optimized integrations. Source: "Integrating services with Step Functions" and "IAM policies for integrated services", service by service. */
export const INTEGRATIONS: Readonly<Record<string, Integration>> = {
  'lambda:invoke': { ways: TOKEN, actions: ['lambda:InvokeFunction'], needs: ['FunctionName'] },
  'dynamodb:getItem': { ways: [], actions: ['dynamodb:GetItem'], needs: ['TableName', 'Key'] },
  'dynamodb:putItem': { ways: [], actions: ['dynamodb:PutItem'], needs: ['TableName', 'Item'] },
  'dynamodb:updateItem': { ways: [], actions: ['dynamodb:UpdateItem'], needs: ['TableName', 'Key'] },
  'dynamodb:deleteItem': { ways: [], actions: ['dynamodb:DeleteItem'], needs: ['TableName', 'Key'] },
  'sns:publish': { ways: TOKEN, actions: ['sns:Publish'], needs: ['TopicArn', 'Message'] },
  'sqs:sendMessage': { ways: TOKEN, actions: ['sqs:SendMessage'], needs: ['QueueUrl', 'MessageBody'] },
  'events:putEvents': { ways: TOKEN, actions: ['events:PutEvents'], needs: ['Entries'] },
  'states:startExecution': {
    ways: ['sync', 'sync:2', 'waitForTaskToken'],
    actions: ['states:StartExecution'],
    waiting: [
      'states:DescribeExecution',
      'states:StopExecution',
      'events:PutTargets',
      'events:PutRule',
      'events:DescribeRule',
    ],
    needs: ['StateMachineArn'],
  },
  'glue:startJobRun': {
    ways: SYNC,
    actions: ['glue:StartJobRun'],
    waiting: ['glue:GetJobRun', 'glue:GetJobRuns', 'glue:BatchStopJobRun'],
    needs: ['JobName'],
  },
  'sagemaker:createTrainingJob': {
    ways: SYNC,
    actions: ['sagemaker:CreateTrainingJob'],
    waiting: ['sagemaker:DescribeTrainingJob', 'sagemaker:StopTrainingJob'],
    needs: [
      'TrainingJobName',
      'RoleArn',
      'AlgorithmSpecification',
      'OutputDataConfig',
      'ResourceConfig',
      'StoppingCondition',
    ],
  },
  'sagemaker:createProcessingJob': {
    ways: SYNC,
    actions: ['sagemaker:CreateProcessingJob'],
    waiting: ['sagemaker:DescribeProcessingJob', 'sagemaker:StopProcessingJob'],
    needs: ['ProcessingJobName', 'RoleArn', 'AppSpecification', 'ProcessingResources'],
  },
  'sagemaker:createTransformJob': {
    ways: SYNC,
    actions: ['sagemaker:CreateTransformJob'],
    waiting: ['sagemaker:DescribeTransformJob', 'sagemaker:StopTransformJob'],
    needs: ['TransformJobName', 'ModelName', 'TransformInput', 'TransformOutput', 'TransformResources'],
  },
  'sagemaker:createModel': { ways: [], actions: ['sagemaker:CreateModel'], needs: ['ModelName', 'ExecutionRoleArn'] },
  'sagemaker:createEndpointConfig': {
    ways: [],
    actions: ['sagemaker:CreateEndpointConfig'],
    needs: ['EndpointConfigName', 'ProductionVariants'],
  },
  'sagemaker:createEndpoint': {
    ways: [],
    actions: ['sagemaker:CreateEndpoint'],
    needs: ['EndpointConfigName', 'EndpointName'],
  },
  'sagemaker:updateEndpoint': {
    ways: [],
    actions: ['sagemaker:UpdateEndpoint'],
    needs: ['EndpointConfigName', 'EndpointName'],
  },
  'athena:startQueryExecution': {
    ways: SYNC,
    actions: ['athena:StartQueryExecution'],
    waiting: ['athena:GetQueryExecution', 'athena:StopQueryExecution'],
    needs: ['QueryString'],
  },
  'batch:submitJob': {
    ways: ['sync', 'waitForTaskToken'],
    actions: ['batch:SubmitJob'],
    waiting: ['batch:DescribeJobs', 'batch:TerminateJob'],
    needs: ['JobName', 'JobQueue', 'JobDefinition'],
  },
  'ecs:runTask': {
    ways: ['sync', 'waitForTaskToken'],
    actions: ['ecs:RunTask'],
    waiting: ['ecs:DescribeTasks', 'ecs:StopTask'],
    needs: ['TaskDefinition'],
  },
  'codebuild:startBuild': {
    ways: SYNC,
    actions: ['codebuild:StartBuild'],
    waiting: ['codebuild:BatchGetBuilds', 'codebuild:StopBuild'],
    needs: ['ProjectName'],
  },
  'bedrock:invokeModel': { ways: [], actions: ['bedrock:InvokeModel'], needs: ['ModelId'] },
};

/** Readers of a distributed map, and the action that each needs. */
export const READERS: Readonly<Record<string, string>> = {
  's3:listObjectsV2': 's3:ListBucket',
  's3:getObject': 's3:GetObject',
};

/** Services of the SDK that have another name in IAM. Source: the SDK's service ids beside the service authorization reference. */
export const IAM_PREFIX: Readonly<Record<string, string>> = {
  sfn: 'states',
  eventbridge: 'events',
  cloudwatchlogs: 'logs',
  cloudwatchevents: 'events',
  costexplorer: 'ce',
  sagemakerruntime: 'sagemaker',
  sagemakerfeaturestoreruntime: 'sagemaker',
  bedrockruntime: 'bedrock',
  bedrockagentruntime: 'bedrock',
  elasticloadbalancingv2: 'elasticloadbalancing',
  applicationautoscaling: 'application-autoscaling',
  emrserverless: 'emr-serverless',
  codedeploy: 'codedeploy',
  cognitoidentityprovider: 'cognito-idp',
  configservice: 'config',
  databasemigration: 'dms',
  efs: 'elasticfilesystem',
  elasticache: 'elasticache',
  ses: 'ses',
  sesv2: 'ses',
  wafv2: 'wafv2',
  kinesisanalyticsv2: 'kinesisanalytics',
  opensearch: 'es',
  resourcegroupstaggingapi: 'tag',
};

/** Operations that IAM calls differently. Source: the service authorization reference. */
export const IAM_ACTION: Readonly<Record<string, string>> = {
  'lambda:Invoke': 'lambda:InvokeFunction',
  's3:ListObjects': 's3:ListBucket',
  's3:ListObjectsV2': 's3:ListBucket',
  's3:ListObjectVersions': 's3:ListBucketVersions',
  's3:HeadObject': 's3:GetObject',
  's3:HeadBucket': 's3:ListBucket',
  's3:CopyObject': 's3:PutObject',
  's3:DeleteObjects': 's3:DeleteObject',
  's3:ListBuckets': 's3:ListAllMyBuckets',
  'events:PutEvents': 'events:PutEvents',
  'states:StartSyncExecution': 'states:StartSyncExecution',
};
