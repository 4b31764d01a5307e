/** What a value of a metric is: that decides which statistics say anything, and which thresholds can be crossed. */
type Kind = 'count' | 'level' | 'time' | 'percent';

interface MetricFact {
  readonly kind: Kind;
  readonly unit: string;
  /** Sets of dimensions under which it is published; any other set has no data. */
  readonly dimensions: readonly (readonly string[])[];
  /** Smallest and largest threshold that is plausible in its unit. */
  readonly plausible?: readonly [number, number];
  /** How often there is a value, if less often than each minute, in seconds. */
  readonly every?: number;
}

type Facts = Readonly<Record<string, MetricFact>>;

function of(
  kind: Kind,
  unit: string,
  dimensions: MetricFact['dimensions'],
  names: string,
  more: Partial<MetricFact> = {},
): Facts {
  return Object.fromEntries(names.split(' ').map((name) => [name, { kind, unit, dimensions, ...more }]));
}

const ENDPOINT = [['EndpointName', 'VariantName'], ['InferenceComponentName']];
const COMPONENT = [...ENDPOINT, ['EndpointName']];
const FUNCTION = [['FunctionName'], ['FunctionName', 'Resource'], ['FunctionName', 'Resource', 'ExecutedVersion'], []];
const MACHINE = [['StateMachineArn'], ['StateMachineArn', 'Version'], ['StateMachineArn', 'Alias']];
const REST = [['ApiName'], ['ApiName', 'Stage'], ['ApiName', 'Stage', 'Resource', 'Method']];
const HTTP = [['ApiId'], ['ApiId', 'Stage'], ['ApiId', 'Stage', 'Resource', 'Method']];
const RULE = [[], ['RuleName'], ['EventBusName', 'RuleName'], ['EventBusName']];
const STREAM = [['DeliveryStreamName']];
const TABLE = [['TableName'], ['TableName', 'GlobalSecondaryIndexName']];
const OPERATION = [['TableName', 'Operation']];
const INSTANCE_METRICS =
  'CPUUtilization CPUUtilizationNormalized MemoryUtilization GPUUtilization GPUMemoryUtilization DiskUtilization';
/** 60 s for a real-time answer, an hour for an asynchronous one; nothing answers within a millisecond. */
const MICROSECONDS = [1_000, 3_600_000_000] as const;

/**
 * What AWS publishes, by namespace, spelled as AWS spells it. Source: the monitoring page of each service's guide, for SageMaker
 * `monitoring-cloudwatch`, as of November 2026.
 */
export const METRICS: Readonly<Record<string, Facts>> = {
  'AWS/SageMaker': {
    ...of('count', 'None', COMPONENT, 'Invocations'),
    ...of(
      'count',
      'None',
      ENDPOINT,
      'Invocation4XXErrors Invocation5XXErrors InvocationModelErrors InvocationsPerInstance InvocationsPerCopy',
    ),
    ...of('time', 'Microseconds', ENDPOINT, 'ModelLatency OverheadLatency FirstChunkLatency', {
      plausible: MICROSECONDS,
    }),
    ...of(
      'time',
      'Microseconds',
      [['EndpointName', 'VariantName']],
      'ModelSetupTime ModelLoadingTime ModelDownloadingTime ModelUnloadingTime ModelLoadingWaitTime',
      { plausible: MICROSECONDS },
    ),
    ...of('level', 'Count', ENDPOINT, 'ConcurrentRequestsPerModel ConcurrentRequestsPerCopy'),
    ...of(
      'level',
      'Count',
      [['EndpointName', 'VariantName']],
      'ServerlessProvisionedConcurrencyUtilization ServerlessConcurrentExecutionsUtilization LoadedModelCount',
    ),
    ...of(
      'count',
      'None',
      [['EndpointName', 'VariantName']],
      'ServerlessProvisionedConcurrencySpilloverInvocations ServerlessProvisionedConcurrencyInvocations ModelCacheHit',
    ),
    ...of(
      'level',
      'Count',
      [['EndpointName']],
      'ApproximateBacklogSize ApproximateBacklogSizePerInstance HasBacklogWithoutCapacity',
    ),
    ...of('count', 'Count', [['EndpointName']], 'ExpiredRequests InvocationFailures InvocationsProcessed'),
    ...of('time', 'Microseconds', [['EndpointName']], 'TimeInBacklog TimeToFirstByte TotalProcessingTime', {
      plausible: MICROSECONDS,
    }),
    ...of('count', 'Count', [['InferenceComponentName']], 'NoCapacityInvocationFailures'),
  },
  '/aws/sagemaker/Endpoints': of(
    'percent',
    'Percent',
    [['EndpointName', 'VariantName'], ['EndpointName', 'VariantName', 'InstanceId'], ['InferenceComponentName']],
    INSTANCE_METRICS,
  ),
  '/aws/sagemaker/TrainingJobs': of('percent', 'Percent', [['Host']], INSTANCE_METRICS),
  '/aws/sagemaker/ProcessingJobs': of('percent', 'Percent', [['Host']], INSTANCE_METRICS),
  '/aws/sagemaker/TransformJobs': of('percent', 'Percent', [['Host']], INSTANCE_METRICS),
  // The small m is AWS's own.
  'AWS/Sagemaker/ModelBuildingPipeline': {
    ...of('count', 'Count', [['PipelineName']], 'ExecutionStarted ExecutionFailed ExecutionSucceeded ExecutionStopped'),
    ...of('time', 'Milliseconds', [['PipelineName']], 'ExecutionDuration'),
    ...of('count', 'Count', [['PipelineName', 'StepName']], 'StepStarted StepFailed StepSucceeded StepStopped'),
    ...of('time', 'Milliseconds', [['PipelineName', 'StepName']], 'StepDuration'),
  },
  'AWS/SageMaker/FeatureStore': {
    ...of(
      'count',
      'Count',
      [['FeatureGroupName', 'OperationName']],
      'ConsumedReadRequestsUnits ConsumedWriteRequestsUnits ConsumedReadCapacityUnits ConsumedWriteCapacityUnits Invocations Operation4XXErrors Operation5XXErrors ThrottledRequests',
    ),
    ...of('time', 'Microseconds', [['FeatureGroupName', 'OperationName']], 'Latency', { plausible: MICROSECONDS }),
  },
  'AWS/Lambda': {
    ...of(
      'count',
      'Count',
      FUNCTION,
      'Invocations Errors Throttles DeadLetterErrors DestinationDeliveryFailures AsyncEventsReceived AsyncEventsDropped OversizedRecordCount ProvisionedConcurrencyInvocations ProvisionedConcurrencySpilloverInvocations RecursiveInvocationsDropped',
    ),
    ...of('time', 'Milliseconds', FUNCTION, 'Duration PostRuntimeExtensionsDuration', { plausible: [1, 900_000] }),
    ...of('time', 'Milliseconds', FUNCTION, 'IteratorAge AsyncEventAge OffsetLag'),
    ...of(
      'level',
      'Count',
      FUNCTION,
      'ConcurrentExecutions ProvisionedConcurrentExecutions ProvisionedConcurrencyUtilization ClaimedAccountConcurrency',
    ),
    ...of('level', 'Count', [[]], 'UnreservedConcurrentExecutions'),
  },
  'AWS/States': {
    ...of(
      'count',
      'Count',
      MACHINE,
      'ExecutionsStarted ExecutionsFailed ExecutionsTimedOut ExecutionsAborted ExecutionsSucceeded ExecutionThrottled ExecutionsRedriven',
    ),
    ...of('time', 'Milliseconds', MACHINE, 'ExecutionTime'),
    ...of(
      'count',
      'Count',
      [['LambdaFunctionArn']],
      'LambdaFunctionsFailed LambdaFunctionsTimedOut LambdaFunctionsStarted LambdaFunctionsSucceeded LambdaFunctionsScheduled',
    ),
    ...of(
      'count',
      'Count',
      [['ServiceIntegrationResourceArn']],
      'ServiceIntegrationsFailed ServiceIntegrationsTimedOut ServiceIntegrationsStarted ServiceIntegrationsSucceeded ServiceIntegrationsScheduled',
    ),
  },
  'AWS/SQS': {
    ...of(
      'level',
      'Count',
      [['QueueName']],
      'ApproximateNumberOfMessagesVisible ApproximateNumberOfMessagesNotVisible ApproximateNumberOfMessagesDelayed',
    ),
    ...of('time', 'Seconds', [['QueueName']], 'ApproximateAgeOfOldestMessage', { plausible: [1, 1_209_600] }),
    ...of(
      'count',
      'Count',
      [['QueueName']],
      'NumberOfMessagesSent NumberOfMessagesReceived NumberOfMessagesDeleted NumberOfEmptyReceives',
    ),
    ...of('level', 'Bytes', [['QueueName']], 'SentMessageSize'),
  },
  'AWS/SNS': {
    ...of(
      'count',
      'Count',
      [['TopicName']],
      'NumberOfMessagesPublished NumberOfNotificationsDelivered NumberOfNotificationsFailed NumberOfNotificationsRedrivenToDlq NumberOfNotificationsFailedToRedriveToDlq NumberOfNotificationsFilteredOut',
    ),
  },
  'AWS/ApiGateway': {
    ...of('count', 'Count', REST, '4XXError 5XXError CacheHitCount CacheMissCount'),
    ...of('count', 'Count', [...REST, ...HTTP], 'Count'),
    ...of('time', 'Milliseconds', [...REST, ...HTTP], 'Latency IntegrationLatency', { plausible: [1, 300_000] }),
    ...of('count', 'Count', HTTP, '4xx 5xx DataProcessed'),
  },
  'AWS/Events': of(
    'count',
    'Count',
    RULE,
    'Invocations FailedInvocations InvocationsSentToDlq InvocationsFailedToBeSentToDlq ThrottledRules TriggeredRules MatchedEvents DeadLetterInvocations InvocationAttempts SuccessfulInvocationAttempts RetryInvocationAttempts InvocationsCreated',
  ),
  'AWS/Scheduler': of(
    'count',
    'Count',
    [[], ['ScheduleGroup']],
    'InvocationAttemptCount InvocationDroppedCount InvocationThrottleCount TargetErrorCount TargetErrorThrottledCount InvocationsSentToDeadLetterCount InvocationsFailedToBeSentToDeadLetterCount',
  ),
  'AWS/Firehose': {
    ...of('time', 'Seconds', STREAM, 'DeliveryToS3.DataFreshness', { plausible: [60, 604_800] }),
    ...of(
      'level',
      'Count',
      STREAM,
      'DeliveryToS3.Success KMSKeyAccessDenied KMSKeyDisabled KMSKeyInvalidState KMSKeyNotFound',
    ),
    ...of(
      'count',
      'Count',
      STREAM,
      'IncomingRecords DeliveryToS3.Records ThrottledRecords ThrottledDescribeStream PutRecord.Requests PutRecordBatch.Requests PutRecordBatch.Records FailedValidation.Records SucceedProcessing.Records',
    ),
    ...of('count', 'Bytes', STREAM, 'IncomingBytes DeliveryToS3.Bytes PutRecord.Bytes PutRecordBatch.Bytes'),
  },
  'AWS/DynamoDB': {
    ...of(
      'count',
      'Count',
      TABLE,
      'ReadThrottleEvents WriteThrottleEvents ConsumedReadCapacityUnits ConsumedWriteCapacityUnits',
    ),
    ...of('count', 'Count', OPERATION, 'ThrottledRequests SystemErrors'),
    ...of('count', 'Count', [[]], 'UserErrors'),
    ...of('count', 'Count', [['TableName']], 'ConditionalCheckFailedRequests TransactionConflict'),
    ...of('time', 'Milliseconds', OPERATION, 'SuccessfulRequestLatency', { plausible: [1, 60_000] }),
  },
  'AWS/S3': {
    ...of('level', 'Bytes', [['BucketName', 'StorageType']], 'BucketSizeBytes', { every: 86_400 }),
    ...of('level', 'Count', [['BucketName', 'StorageType']], 'NumberOfObjects', { every: 86_400 }),
    ...of('count', 'Count', [['BucketName', 'FilterId']], 'AllRequests 4xxErrors 5xxErrors'),
    ...of('time', 'Milliseconds', [['BucketName', 'FilterId']], 'FirstByteLatency TotalRequestLatency'),
  },
  'AWS/Logs': of(
    'count',
    'Count',
    [[], ['LogGroupName'], ['LogGroupName', 'DestinationType', 'FilterName']],
    'IncomingLogEvents ForwardedLogEvents DeliveryErrors DeliveryThrottling',
  ),
  Glue: {
    ...of(
      'count',
      'Count',
      [
        ['JobName', 'JobRunId', 'Type'],
        ['JobName', 'JobRunId', 'Type', 'ObservabilityGroup'],
      ],
      'glue.driver.aggregate.numFailedTasks glue.driver.aggregate.numCompletedTasks glue.succeed.ALL glue.error.ALL',
    ),
    ...of('time', 'Milliseconds', [['JobName', 'JobRunId', 'Type']], 'glue.driver.aggregate.elapsedTime'),
    ...of(
      'percent',
      'Percent',
      [['JobName', 'JobRunId', 'Type']],
      'glue.driver.jvm.heap.usage glue.ALL.jvm.heap.usage glue.driver.system.cpuSystemLoad glue.ALL.system.cpuSystemLoad',
    ),
  },
};

/**
 * Model Monitor's and Clarify's metrics carry the feature in their name. No slash comes first, whatever the guide writes: the
 * dashboards of the SageMaker SDK and the containers use these.
 */
export const MONITOR_METRICS: readonly {
  readonly namespace: RegExp;
  readonly names: RegExp;
  readonly dimensions: readonly string[];
}[] = [
  {
    namespace: /^aws\/sagemaker\/Endpoints\/data-metrics$/,
    names: /^feature_(baseline_drift|non_null|null|data|completeness|estimated_unique_values|distinct_values)_\w+$/,
    dimensions: ['Endpoint', 'MonitoringSchedule'],
  },
  {
    namespace: /^aws\/sagemaker\/Endpoints\/model-metrics$/,
    names: /^[a-z]\w*$/,
    dimensions: ['Endpoint', 'MonitoringSchedule'],
  },
  {
    namespace: /^aws\/sagemaker\/Endpoints\/bias-metrics$/,
    names: /^bias_metric_[A-Z]+$/,
    dimensions: ['Endpoint', 'MonitoringSchedule', 'BiasStage', 'Label', 'LabelValue', 'Facet', 'FacetValue'],
  },
  {
    namespace: /^aws\/sagemaker\/Endpoints\/explainability-metrics$/,
    names: /^(feature_\w+|ExpectedValue)$/,
    dimensions: ['Endpoint', 'MonitoringSchedule', 'Label', 'ExplainabilityMethod', 'ValueType'],
  },
  {
    namespace: /^aws\/sagemaker\/ModelMonitoring\/(data|model|bias|explainability)-metrics$/,
    names: /^\w+$/,
    dimensions: ['MonitoringSchedule'],
  },
];

/** The other namespaces of AWS, of which we do not list the metrics. Source: "AWS services that publish CloudWatch metrics". */
export const OTHER_NAMESPACES: readonly string[] =
  'AWS/AmplifyHosting AWS/AppFlow AWS/AppRunner AWS/AppSync AWS/ApplicationELB AWS/Athena AWS/AutoScaling AWS/Backup AWS/Batch AWS/Bedrock AWS/Billing AWS/CertificateManager AWS/CloudFront AWS/CloudHSM AWS/CodeBuild AWS/Cognito AWS/DataSync AWS/DMS AWS/DocDB AWS/DAX AWS/EBS AWS/EC2 AWS/EC2Spot AWS/ECR AWS/ECS AWS/EFS AWS/ELB AWS/ES AWS/ElastiCache AWS/ElasticBeanstalk AWS/ElasticMapReduce AWS/EventBridge/Pipes AWS/FSx AWS/GlobalAccelerator AWS/Glue AWS/IoT AWS/KMS AWS/Kafka AWS/Kinesis AWS/KinesisAnalytics AWS/Lex AWS/MWAA AWS/MediaConvert AWS/NATGateway AWS/Neptune AWS/NetworkELB AWS/NetworkFirewall AWS/OpsWorks AWS/Polly AWS/PrivateLinkEndpoints AWS/RDS AWS/Redshift AWS/Rekognition AWS/Route53 AWS/SES AWS/SecretsManager AWS/ServiceCatalog AWS/StorageGateway AWS/Textract AWS/Timestream AWS/Transcribe AWS/TransitGateway AWS/Translate AWS/Trusted AWS/TrustedAdvisor AWS/Usage AWS/VPN AWS/WAFV2 AWS/WorkSpaces AWS/X-Ray AWS/SageMaker/LabelingJobs AWS/SageMaker/Workteam /aws/sagemaker/LabelingJobs /aws/sagemaker/InferenceRecommendationsJobs /aws/sagemaker/Clusters'.split(
    ' ',
  );

/** The resource that a dimension names, and how a template has to name it. */
export const NAMED: Readonly<Record<string, { readonly types: RegExp; readonly attributes: readonly string[] }>> = {
  'AWS/SQS QueueName': { types: /^AWS::SQS::Queue$/, attributes: ['QueueName'] },
  'AWS/SNS TopicName': { types: /^AWS::SNS::Topic$/, attributes: ['TopicName'] },
  'AWS/Lambda FunctionName': { types: /^AWS::Lambda::Function$/, attributes: ['Ref'] },
  'AWS/States StateMachineArn': { types: /^AWS::StepFunctions::StateMachine$/, attributes: ['Ref', 'Arn'] },
  'AWS/SageMaker EndpointName': { types: /^AWS::SageMaker::Endpoint$/, attributes: ['EndpointName'] },
  '/aws/sagemaker/Endpoints EndpointName': { types: /^AWS::SageMaker::Endpoint$/, attributes: ['EndpointName'] },
  'AWS/Sagemaker/ModelBuildingPipeline PipelineName': {
    types: /^AWS::SageMaker::Pipeline$/,
    attributes: ['Ref', 'PipelineName'],
  },
  'AWS/ApiGateway ApiName': { types: /^AWS::ApiGateway::RestApi$/, attributes: ['Name'] },
  'AWS/ApiGateway ApiId': { types: /^AWS::ApiGatewayV2::Api$/, attributes: ['Ref', 'ApiId'] },
  'AWS/ApiGateway Stage': { types: /^AWS::ApiGateway(V2)?::Stage$/, attributes: ['Ref'] },
  'AWS/Events RuleName': { types: /^AWS::Events::Rule$/, attributes: ['Ref'] },
  'AWS/Firehose DeliveryStreamName': { types: /^AWS::KinesisFirehose::DeliveryStream$/, attributes: ['Ref'] },
  'AWS/DynamoDB TableName': { types: /^AWS::DynamoDB::(Global)?Table$/, attributes: ['Ref'] },
  'AWS/S3 BucketName': { types: /^AWS::S3::Bucket$/, attributes: ['Ref'] },
  'AWS/Logs LogGroupName': { types: /^AWS::Logs::LogGroup$/, attributes: ['Ref'] },
  'Glue JobName': { types: /^AWS::Glue::Job$/, attributes: ['Ref'] },
};
