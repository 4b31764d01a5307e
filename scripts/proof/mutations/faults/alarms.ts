import { put, remove, rename, reword } from '../edits';
import { faultsOf } from '../fault';
import { properties } from '../seeds';

const LATENCY = 'Serving/RollBackRealTimeLatency';
const ERRORS = 'Serving/RollBackRealTimeErrors';
const FAILED = 'Operations/ServingFailed';
const LETTERS = 'Operations/TrainingDeadLetters';

/** Alarms that can never ring, ring always, or ring unheard. */
export const ALARMS = faultsOf('alarms', [
  [
    'latency-in-milliseconds',
    'a latency in milliseconds, which the metric has in microseconds',
    properties(LATENCY, put('Threshold', 500)),
  ],
  ['latency-in-seconds', 'a latency in seconds', properties(LATENCY, put('Threshold', 0.5))],
  ['unit', 'a unit that the metric is not published in', properties(LATENCY, put('Unit', 'Milliseconds'))],
  ['unit-of-count', 'a count in percent', properties(FAILED, put('Unit', 'Percent'))],
  ['variant-missing', 'an endpoint without its variant', properties(ERRORS, remove('Dimensions/Name=VariantName'))],
  ['dimensions-missing', 'a metric of AWS without dimensions', properties(FAILED, remove('Dimensions'))],
  [
    'dimension-misspelt',
    'a dimension under another name',
    properties(ERRORS, put('Dimensions/Name=EndpointName/Name', 'Endpoint')),
  ],
  [
    'variant-unknown',
    'a variant that the endpoint does not have',
    properties(ERRORS, put('Dimensions/Name=VariantName/Value', 'AllTraffic')),
  ],
  [
    'endpoint-unknown',
    'an endpoint that no template has',
    properties(ERRORS, put('Dimensions/Name=EndpointName/Value', 'churn')),
  ],
  [
    'machine-by-name',
    'the name of a machine where its ARN belongs',
    properties(FAILED, put('Dimensions/0/Value', 'ml-lifecycle-sandbox-apply-serving-state')),
  ],
  [
    'queue-by-arn',
    'the ARN of a queue where its name belongs',
    properties(LETTERS, put('Dimensions/0/Value', 'arn:aws:sqs:us-east-1:111111111111:dead-letters')),
  ],
  [
    'queue-by-url',
    'the URL of a queue where its name belongs',
    properties(LETTERS, put('Dimensions/0/Name', 'QueueUrl')),
  ],
  [
    'pipeline-unknown',
    'a pipeline that no template has',
    properties('Operations/TrainingFailed', put('Dimensions/0/Value', 'churn-training')),
  ],
  [
    'api-unknown',
    'an API that no template has',
    properties(
      'Operations/PredictionsFailed',
      put('Dimensions/Name=ApiName/Value', 'ml-lifecycle-sandbox-predictions'),
    ),
  ],
  ['namespace-case', 'a namespace in other letters', properties(ERRORS, put('Namespace', 'AWS/Sagemaker'))],
  [
    'namespace-of-pipelines',
    'the namespace of pipelines in other letters',
    properties('Operations/TrainingFailed', put('Namespace', 'AWS/SageMaker/ModelBuildingPipeline')),
  ],
  [
    'namespace-own',
    'a namespace that nothing publishes in',
    properties('ModelMonitoring/AlarmsDataDrift', put('Namespace', 'MlLifecycle')),
  ],
  ['metric-misspelt', 'a metric that does not exist', properties(ERRORS, put('MetricName', 'Invocations5XXErrors'))],
  [
    'metric-of-rest',
    'the metric of another kind of API',
    properties('Operations/PredictionsFailed', put('MetricName', '5xx')),
  ],
  [
    'metric-own',
    'a metric that nothing publishes',
    properties('Operations/FeatureRecordsParked', put('MetricName', 'RecordsParked')),
  ],
  ['metric-missing', 'an alarm on nothing', properties(FAILED, remove('MetricName'))],
  ['period-45', 'a period that is no multiple of a minute', properties(FAILED, put('Period', 45))],
  ['period-90', 'a period of a minute and a half', properties(FAILED, put('Period', 90))],
  ['period-short', 'a period shorter than the metric comes', properties(LETTERS, put('Period', 10))],
  ['periods-too-long', 'more than a day of short periods', properties(FAILED, put('EvaluationPeriods', 500))],
  ['datapoints-above-periods', 'more points than periods', properties(FAILED, put('DatapointsToAlarm', 3))],
  ['unheard', 'an alarm that tells nobody', properties(FAILED, remove('AlarmActions'))],
  ['muted', 'an alarm whose actions are off', properties(FAILED, put('ActionsEnabled', false))],
  [
    'tells-a-queue',
    'an alarm that tells a queue, which alarms cannot',
    properties(FAILED, put('AlarmActions', ['arn:aws:sqs:us-east-1:111111111111:operators'])),
  ],
  [
    'silence-is-fine',
    'an alarm on silence that takes silence for good',
    properties('Operations/DriftMonitorSilent', put('TreatMissingData', 'notBreaching')),
  ],
  [
    'silence-rings',
    'an alarm on failures that takes no executions for one',
    properties(FAILED, put('TreatMissingData', 'breaching')),
  ],
  [
    'upside-down',
    'an alarm that rings while nothing fails',
    properties(FAILED, put('ComparisonOperator', 'LessThanThreshold')),
  ],
  [
    'samples-for-sum',
    'a number of samples where their sum belongs',
    properties(FAILED, put('Statistic', 'SampleCount')),
  ],
  [
    'percentile-misspelt',
    'a percentile as the SDK does not take it',
    properties(LATENCY, put('ExtendedStatistic', '99')),
  ],
  [
    'percentile-as-statistic',
    'a percentile as a simple statistic',
    properties(LATENCY, rename('ExtendedStatistic', 'Statistic')),
  ],
  [
    'runbook-missing',
    'an alarm that does not say what to do',
    properties(FAILED, reword('AlarmDescription', 'docs/runbook.md#serving-failed', 'ask the team')),
  ],
  [
    'roll-back-renamed',
    'an alarm whose name is not the one that rolls back',
    properties(ERRORS, put('AlarmName', 'ml-lifecycle-sandbox-real-time-failures')),
  ],
  [
    'other-queue',
    'an alarm on letters of a queue that is another one’s',
    properties(LETTERS, reword('Dimensions', 'sandbox-training:', 'sandbox-prediction:')),
  ],
  [
    'model-monitor-namespace',
    'a namespace of Model Monitor with a slash before it',
    properties('ModelMonitoring/AlarmsDataDrift', put('Namespace', '/aws/sagemaker/Endpoints/data-metrics')),
  ],
]);
