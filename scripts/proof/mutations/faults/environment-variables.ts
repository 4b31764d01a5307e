import { copy, put, remove, rename, reword } from '../edits';
import { faultsOf } from '../fault';
import { properties, withIdOf } from '../seeds';

const VARIABLES = 'Environment/Variables';
const SERVE = 'Prediction/ApiFunctionsServePredictions';
const START = 'Training/StartStartTraining';
const DRIFT = 'ModelMonitoring/MonitorsDriftLook';
const PLAN = 'ModelMonitoring/SchedulesPlanSchedules';

/** What handlers are told by their environment. */
export const ENVIRONMENT_VARIABLES = faultsOf('environment-variables', [
  ['removed', 'a variable that the handler reads is gone', properties(SERVE, remove(`${VARIABLES}/PREDICTION_STREAM`))],
  ['misspelt', 'a variable under another name', properties(START, rename(`${VARIABLES}/STARTS_TABLE`, 'START_TABLE'))],
  ['all-removed', 'no variables at all', properties('FeatureStore/IngestionIngestFeatures', remove('Environment'))],
  [
    'lower-case',
    'a variable in small letters',
    properties(
      'ModelRegistry/RegistryEmptyRegistry',
      rename(`${VARIABLES}/MODEL_PACKAGE_GROUP_NAME`, 'model_package_group_name'),
    ),
  ],
  ['unread', 'a variable that nothing reads', properties(SERVE, put(`${VARIABLES}/LOG_STREAM`, 'predictions'))],
  [
    'of-the-runtime',
    'a variable that belongs to the runtime',
    properties(SERVE, put(`${VARIABLES}/AWS_REGION`, 'us-east-1')),
  ],
  [
    'endpoint-unknown',
    'an endpoint that no template has',
    properties(SERVE, reword(`${VARIABLES}/REAL_TIME_ENDPOINT`, 'real-time', 'realtime')),
  ],
  [
    'endpoints-swapped',
    'an endpoint in the variable of the other',
    properties(
      'Prediction/ApplyServingStateFunctionsCheckServingState',
      reword(`${VARIABLES}/REAL_TIME_ENDPOINT`, 'real-time', 'serverless'),
    ),
  ],
  [
    'group-unknown',
    'a feature group that no template has',
    properties(SERVE, put(`${VARIABLES}/FEATURE_GROUP_NAME`, 'churn')),
  ],
  [
    'stack-unknown',
    'a stack that does not exist',
    properties(PLAN, put(`${VARIABLES}/SCHEDULES_STACK`, 'ml-lifecycle-sandbox-monitoring-schedules')),
  ],
  [
    'stack-by-id',
    'a stack by its id instead of its name',
    properties(SERVE, put(`${VARIABLES}/SERVING_STACK`, 'Serving')),
  ],
  [
    'stack-of-others',
    'a stack that exists and is another one',
    properties(
      'Prediction/ApplyServingStateFunctionsCheckServingState',
      put(`${VARIABLES}/SERVING_STACK`, 'ml-lifecycle-sandbox-training'),
    ),
  ],
  [
    'pipeline-of-other-environment',
    'a pipeline of the other environment',
    properties(START, reword(`${VARIABLES}/PIPELINE_NAME`, 'sandbox', 'production')),
  ],
  [
    'table-by-arn',
    'the ARN of a table where its name belongs',
    withIdOf('Training/StartStarts', (table) =>
      properties(START, put(`${VARIABLES}/STARTS_TABLE`, { 'Fn::GetAtt': [table, 'Arn'] })),
    ),
  ],
  [
    'table-of-others',
    'a bucket where a table belongs',
    withIdOf('Training/ModelsBucket', (bucket) => properties(START, put(`${VARIABLES}/STARTS_TABLE`, { Ref: bucket }))),
  ],
  [
    'stream-of-others',
    'the stream of outcomes where that of predictions belongs',
    withIdOf('Prediction/ApiLogsOutcomes', (stream) =>
      properties(SERVE, put(`${VARIABLES}/PREDICTION_STREAM`, { Ref: stream })),
    ),
  ],
  [
    'stream-by-arn',
    'the ARN of a stream where its name belongs',
    withIdOf('Prediction/ApiLogsPredictions', (stream) =>
      properties(SERVE, put(`${VARIABLES}/PREDICTION_STREAM`, { 'Fn::GetAtt': [stream, 'Arn'] })),
    ),
  ],
  [
    'namespace-of-no-alarm',
    'metrics in a namespace that no alarm watches',
    properties(DRIFT, put(`${VARIABLES}/SIGNAL_NAMESPACE`, 'MlLifecycle')),
  ],
  [
    'prefix-of-nobody',
    'a prefix that nobody writes',
    properties(DRIFT, reword(`${VARIABLES}/PREDICTIONS_URI`, '/predictions/', '/prediction-log/')),
  ],
  [
    'uri-without-scheme',
    'a URI without s3://',
    properties('ModelMonitoring/GroundTruthWriteGroundTruth', reword(`${VARIABLES}/OUTCOMES_URI`, 's3://', '')),
  ],
  [
    'bucket-of-others',
    'outcomes from the bucket of predictions',
    properties(
      'ModelMonitoring/MonitorsQualityLook',
      copy(`${VARIABLES}/PREDICTIONS_URI`, `${VARIABLES}/OUTCOMES_URI`),
    ),
  ],
  ['number-in-words', 'hours in words', properties(PLAN, put(`${VARIABLES}/PATIENCE_HOURS`, 'four'))],
  [
    'machine-unknown',
    'a state machine that no template has',
    properties(
      'ModelMonitoring/RetrainingRequestRetraining',
      put(`${VARIABLES}/PREPARE_DATA_ARN`, 'arn:aws:states:us-east-1:111111111111:stateMachine:prepare-data'),
    ),
  ],
  [
    'alarms-unknown',
    'an alarm that no template has',
    properties(
      'Prediction/ApplyServingStateFunctionsDecideServingState',
      reword(`${VARIABLES}/ROLL_BACK_ALARMS`, 'real-time-latency', 'real-time-p99'),
    ),
  ],
  [
    'instance-type',
    'an instance type that does not exist',
    properties(PLAN, put(`${VARIABLES}/SHADOW_ENDPOINT_INSTANCE_TYPE`, 'ml.m5.larg')),
  ],
]);
