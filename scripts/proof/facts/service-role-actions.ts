/**
 * What services ask IAM about with a role that they were given; see each line's source, a page of the service's own guide
 * unless it says otherwise. A permission that a page names as an example for another use is not here.
 */
export const SERVICE_ACTIONS = {
  /** Lambda, "Defining Lambda function permissions with an execution role". */
  functionLogs: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  /** Of a function that has no log group of its own: the same page, AWSLambdaBasicExecutionRole. */
  makeLogGroup: ['logs:CreateLogGroup'],
  /** Lambda, "Visualize Lambda function invocations using AWS X-Ray". */
  functionTraces: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
  /** Lambda, "Giving Lambda functions access to resources in an Amazon VPC". */
  functionNetwork: [
    'ec2:CreateNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSubnets',
    'ec2:DeleteNetworkInterface',
    'ec2:AssignPrivateIpAddresses',
    'ec2:UnassignPrivateIpAddresses',
  ],
  /** Step Functions, "Using CloudWatch Logs to log execution history". None of them takes a resource. */
  machineLogs: [
    'logs:CreateLogDelivery',
    'logs:GetLogDelivery',
    'logs:UpdateLogDelivery',
    'logs:DeleteLogDelivery',
    'logs:ListLogDeliveries',
    'logs:PutResourcePolicy',
    'logs:DescribeResourcePolicies',
    'logs:DescribeLogGroups',
  ],
  /** Step Functions, "Trace Step Functions request data in AWS X-Ray". */
  machineTraces: [
    'xray:PutTraceSegments',
    'xray:PutTelemetryRecords',
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
  ],
  /** Step Functions, "IAM policies for using Distributed Map states": of the machine itself, its children, their redrive. */
  startChildren: ['states:StartExecution'],
  watchChildren: ['states:DescribeExecution', 'states:StopExecution'],
  redriveChildren: ['states:RedriveExecution'],
  /** The same page, "ResultWriter". */
  mapResults: ['s3:PutObject', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:AbortMultipartUpload'],
  /** Firehose, "Grant Firehose access to an Amazon S3 destination". */
  streamBucket: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
  streamObject: ['s3:PutObject', 's3:GetObject', 's3:AbortMultipartUpload'],
  streamKey: ['kms:GenerateDataKey', 'kms:Decrypt'],
  streamLogs: ['logs:PutLogEvents'],
  /** The same guide, "Grant Firehose access to AWS Glue for data format conversion" and "… to Lambda for data transformation". */
  streamSchema: ['glue:GetTable', 'glue:GetTableVersion', 'glue:GetTableVersions'],
  streamTransform: ['lambda:InvokeFunction', 'lambda:GetFunctionConfiguration'],
  /** Glue, "Logging for AWS Glue jobs" and the policy AWSGlueServiceRole. */
  jobLogs: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  jobMetrics: ['cloudwatch:PutMetricData'],
  /** SageMaker, "How to use SageMaker AI execution roles": what CreateTrainingJob, CreateProcessingJob, CreateModel … ask of the role. */
  registryToken: ['ecr:GetAuthorizationToken'],
  image: ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'],
  containerLogs: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
  containerMetrics: ['cloudwatch:PutMetricData'],
  inputFolder: ['s3:ListBucket'],
  input: ['s3:GetObject'],
  output: ['s3:PutObject'],
  /** The same page: for a key of the storage volume. */
  volume: ['kms:CreateGrant'],
  /** SageMaker, "Auto-Rollback Configuration and Monitoring": the model's role looks at the alarms. */
  alarms: ['cloudwatch:DescribeAlarms'],
  /** SageMaker, "Attach the policy AmazonSageMakerFeatureStoreAccess": offline store and catalog. */
  offlineBucket: ['s3:GetBucketAcl', 's3:GetBucketLocation', 's3:ListBucket'],
  offlineObject: ['s3:PutObject', 's3:PutObjectAcl', 's3:GetObject'],
  /** SageMaker, "Create a feature group: encryption": the online store's key is used by a grant. */
  onlineKey: ['kms:DescribeKey', 'kms:CreateGrant'],
  /** As AWS's own policy has it; the table and what holds it, as "Actions … for AWS Glue" has them. */
  offlineDatabase: ['glue:CreateDatabase', 'glue:GetDatabase'],
  offlineTable: ['glue:CreateTable', 'glue:GetTable', 'glue:UpdateTable'],
  /** SageMaker, "Online explainability" and "Explainability: shadow endpoint": Clarify's own endpoint for the job. */
  shadowModel: ['sagemaker:DescribeModel'],
  shadowEndpoint: [
    'sagemaker:CreateEndpointConfig',
    'sagemaker:DescribeEndpointConfig',
    'sagemaker:DeleteEndpointConfig',
    'sagemaker:CreateEndpoint',
    'sagemaker:DescribeEndpoint',
    'sagemaker:InvokeEndpoint',
    'sagemaker:DeleteEndpoint',
    'sagemaker:AddTags',
  ],
  /** API Gateway, "Set up CloudWatch logging for REST APIs". */
  apiLogs: [
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:DescribeLogGroups',
    'logs:DescribeLogStreams',
    'logs:PutLogEvents',
    'logs:GetLogEvents',
    'logs:FilterLogEvents',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/**
 * What a rule, a schedule or a function's destination asks of its role to reach a target, by the service of the target's ARN,
 * and behind a colon the kind where the service has several. Sources: EventBridge, "Using IAM roles for rules"; EventBridge
 * Scheduler, "Execution role"; Lambda, "Capturing records of Lambda asynchronous invocations".
 */
export const TARGET_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  batch: ['batch:SubmitJob'],
  codebuild: ['codebuild:StartBuild'],
  codepipeline: ['codepipeline:StartPipelineExecution'],
  ecs: ['ecs:RunTask'],
  'events:event-bus': ['events:PutEvents'],
  firehose: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
  kinesis: ['kinesis:PutRecord', 'kinesis:PutRecords'],
  lambda: ['lambda:InvokeFunction'],
  'sagemaker:pipeline': ['sagemaker:StartPipelineExecution'],
  sns: ['sns:Publish'],
  sqs: ['sqs:SendMessage'],
  'states:stateMachine': ['states:StartExecution'],
};

/** What a function's role asks of the source that it polls. Source: Lambda, "Event source mappings", service by service. */
export const SOURCE_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  sqs: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  dynamodb: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
  kinesis: [
    'kinesis:DescribeStream',
    'kinesis:DescribeStreamSummary',
    'kinesis:GetRecords',
    'kinesis:GetShardIterator',
    'kinesis:ListShards',
  ],
};

/** What the pipeline's role asks to run a step, beside what the request itself asks for. Source: SageMaker, "Pipelines: IAM access management". */
export const STEP_ACTIONS: Readonly<
  Record<string, { readonly operation: string; readonly kind: string; readonly besides: readonly string[] }>
> = {
  Training: {
    operation: 'CreateTrainingJob',
    kind: 'training-job',
    besides: ['sagemaker:DescribeTrainingJob', 'sagemaker:StopTrainingJob'],
  },
  Tuning: {
    operation: 'CreateHyperParameterTuningJob',
    kind: 'hyper-parameter-tuning-job',
    besides: [
      'sagemaker:DescribeHyperParameterTuningJob',
      'sagemaker:StopHyperParameterTuningJob',
      'sagemaker:ListTrainingJobsForHyperParameterTuningJob',
    ],
  },
  Processing: {
    operation: 'CreateProcessingJob',
    kind: 'processing-job',
    besides: ['sagemaker:DescribeProcessingJob', 'sagemaker:StopProcessingJob'],
  },
  Transform: {
    operation: 'CreateTransformJob',
    kind: 'transform-job',
    besides: ['sagemaker:DescribeTransformJob', 'sagemaker:StopTransformJob'],
  },
  Model: { operation: 'CreateModel', kind: 'model', besides: ['sagemaker:DescribeModel'] },
  RegisterModel: {
    operation: 'CreateModelPackage',
    kind: 'model-package',
    besides: ['sagemaker:DescribeModelPackage'],
  },
};

/** The same page: of a step with tags, and of the group into which a version is registered. */
export const TAG_ACTIONS = ['sagemaker:ListTags'];
export const GROUP_ACTIONS = ['sagemaker:DescribeModelPackageGroup'];

/** Policies of AWS that a role may have attached, by the end of their ARN. Source: AWS managed policy reference guide. */
export const MANAGED_POLICIES: Readonly<Record<string, readonly string[]>> = {
  'service-role/AWSLambdaBasicExecutionRole': ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  'service-role/AmazonAPIGatewayPushToCloudWatchLogs': [
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:DescribeLogGroups',
    'logs:DescribeLogStreams',
    'logs:PutLogEvents',
    'logs:GetLogEvents',
    'logs:FilterLogEvents',
  ],
};
