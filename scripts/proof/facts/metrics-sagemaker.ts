import { type Facts, of } from './metrics-shape';

const VARIANT = [
  ['EndpointName', 'VariantName'],
  ['EndpointName', 'VariantName', 'InstanceType'],
];
const COMPONENT = [['InferenceComponentName'], ['InferenceComponentName', 'InstanceType']];
const ENDPOINT = [...VARIANT, ['InferenceComponentName']];
const GROUP = [['FeatureGroupName', 'OperationName']];
const JOB_METRICS = 'CPUUtilization MemoryUtilization GPUUtilization GPUMemoryUtilization';
/** 60 s for a real-time answer, an hour for an asynchronous one; nothing answers within a millisecond. */
const MICROSECONDS = [1_000, 3_600_000_000] as const;

/**
 * Sources, SageMaker guide, as stored in 2026: "Amazon SageMaker AI metrics in Amazon CloudWatch"; "Alarms and logs for tracking
 * metrics from asynchronous endpoints"; "Alarms and logs for tracking metrics from serverless endpoints" (which names no
 * dimensions: those of a variant are assumed); "Scale an endpoint to zero instances". The dimensions InstanceId, ContainerId and
 * AcceleratorId of enhanced metrics are left out, since no page says with which others they go.
 */
export const SAGEMAKER_METRICS: Readonly<Record<string, Facts>> = {
  'AWS/SageMaker': {
    ...of(
      'count',
      'None',
      ENDPOINT,
      'Invocations Invocation4XXErrors Invocation5XXErrors InvocationModelErrors MidStreamErrors InvocationsPerInstance InvocationsPerCopy',
    ),
    ...of(
      'time',
      'Microseconds',
      ENDPOINT,
      'ModelLatency OverheadLatency FirstChunkLatency FirstChunkModelLatency FirstChunkOverheadLatency',
      { plausible: MICROSECONDS },
    ),
    ...of(
      'time',
      'Microseconds',
      VARIANT,
      'ModelSetupTime ModelLoadingTime ModelDownloadingTime ModelUnloadingTime ModelLoadingWaitTime',
      { plausible: MICROSECONDS },
    ),
    ...of('level', 'Count', ENDPOINT, 'ConcurrentRequestsPerModel ConcurrentRequestsPerCopy'),
    ...of('count', 'None', VARIANT, 'ModelCacheHit'),
    ...of(
      'level',
      'None',
      VARIANT,
      'ServerlessProvisionedConcurrencyUtilization ServerlessConcurrentExecutionsUtilization',
    ),
    ...of('level', 'Count', VARIANT, 'ServerlessProvisionedConcurrencyExecutions'),
    ...of(
      'count',
      'Count',
      VARIANT,
      'ServerlessProvisionedConcurrencySpilloverInvocations ServerlessProvisionedConcurrencyInvocations',
    ),
    ...of(
      'level',
      'Count',
      [['EndpointName']],
      'ApproximateBacklogSize ApproximateBacklogSizePerInstance HasBacklogWithoutCapacity',
    ),
    ...of('time', 'Seconds', [['EndpointName']], 'ApproximateAgeOfOldestRequest'),
    // The page spells the last one with three s; which of the two is published was not seen.
    ...of(
      'count',
      'Count',
      VARIANT,
      'RequestDownloadFailures ResponseUploadFailures NotificationFailures ExpiredRequests InvocationFailures InvocationsProcessed InvocationsProcesssed',
    ),
    ...of('time', 'Microseconds', VARIANT, 'RequestDownloadLatency ResponseUploadLatency'),
    ...of('time', 'Milliseconds', VARIANT, 'TimeInBacklog TotalProcessingTime'),
    ...of('count', 'Count', [['InferenceComponentName']], 'NoCapacityInvocationFailures'),
  },
  '/aws/sagemaker/Endpoints': {
    ...of(
      'percent',
      'Percent',
      VARIANT,
      `${JOB_METRICS} DiskUtilization CPUReservation CPUUtilizationNormalized GPUMemoryUtilizationNormalized GPUReservation GPUUtilizationNormalized MemoryReservation`,
    ),
    ...of('level', 'None', VARIANT, 'LoadedModelCount'),
  },
  '/aws/sagemaker/InferenceComponents': of(
    'percent',
    'Percent',
    COMPONENT,
    'CPUUtilizationNormalized GPUMemoryUtilizationNormalized GPUUtilizationNormalized MemoryUtilizationNormalized',
  ),
  '/aws/sagemaker/TrainingJobs': of('percent', 'Percent', [['Host']], `${JOB_METRICS} DiskUtilization`),
  '/aws/sagemaker/ProcessingJobs': of('percent', 'Percent', [['Host']], `${JOB_METRICS} DiskUtilization`),
  '/aws/sagemaker/TransformJobs': of('percent', 'Percent', [['Host']], JOB_METRICS),
  // The small m is the SageMaker page's; "AWS services that publish CloudWatch metrics" writes a large one.
  'AWS/Sagemaker/ModelBuildingPipeline': {
    ...of(
      'count',
      'Count',
      [['PipelineName'], []],
      'ExecutionStarted ExecutionFailed ExecutionSucceeded ExecutionStopped',
    ),
    ...of('time', 'Milliseconds', [['PipelineName'], []], 'ExecutionDuration'),
    ...of('count', 'Count', [['PipelineName', 'StepName']], 'StepStarted StepFailed StepSucceeded StepStopped'),
    ...of('time', 'Milliseconds', [['PipelineName', 'StepName']], 'StepDuration'),
  },
  // The page names the metrics of the feature store and no namespace: this one is unconfirmed.
  'AWS/SageMaker/FeatureStore': {
    ...of(
      'count',
      'None',
      GROUP,
      'ConsumedReadRequestsUnits ConsumedWriteRequestsUnits ConsumedReadCapacityUnits ConsumedWriteCapacityUnits',
    ),
    ...of(
      'count',
      'None',
      [...GROUP, ['OperationName']],
      'Invocations Operation4XXErrors Operation5XXErrors ThrottledRequests',
    ),
    ...of('time', 'Microseconds', [...GROUP, ['OperationName']], 'Latency', { plausible: MICROSECONDS }),
  },
};

/**
 * Model Monitor's and Clarify's metrics carry the feature in their name. No slash comes first and the dimension is `Endpoint`,
 * whatever "CloudWatch Metrics" of Model Monitor writes ("/aws/…/data-metric" with EndpointName and ScheduleName): "CloudWatch
 * Metrics for Bring Your Own Containers" has these dimensions, and the dashboards of the SageMaker SDK these namespaces.
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
