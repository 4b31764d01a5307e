import { append, put, remove, rename, reword } from '../edits';
import { faultsOf } from '../fault';
import { properties, withIdOf } from '../seeds';

const SCHEDULE = 'MonitorSchedules/MonitorsDataQualitySchedule';
const EXPRESSION = 'MonitoringScheduleConfig/ScheduleConfig/ScheduleExpression';

/** Schedules and job definitions of Model Monitor that it would refuse, or that would find nothing. */
export const MONITORING = faultsOf('monitoring', [
  [
    'schedule-of-events',
    'a schedule as EventBridge writes it',
    properties(SCHEDULE, put(EXPRESSION, 'cron(0 5 * * ? *)')),
  ],
  ['schedule-as-rate', 'a schedule as a rate', properties(SCHEDULE, put(EXPRESSION, 'rate(1 day)'))],
  ['schedule-of-unix', 'a schedule with five fields', properties(SCHEDULE, put(EXPRESSION, '0 5 * * *'))],
  [
    'schedule-on-mondays',
    'a schedule on one day of the week',
    properties(SCHEDULE, put(EXPRESSION, 'cron(0 5 ? * MON *)')),
  ],
  ['schedule-at-half-past', 'a schedule at half past', properties(SCHEDULE, put(EXPRESSION, 'cron(30 5 ? * * *)'))],
  [
    'schedule-each-minute',
    'a schedule of every ten minutes',
    properties(SCHEDULE, put(EXPRESSION, 'cron(0/10 * ? * * *)')),
  ],
  [
    'schedule-at-25',
    'a schedule at an hour that no day has',
    properties(SCHEDULE, put(EXPRESSION, 'cron(0 25 ? * * *)')),
  ],
  [
    'image-of-other-region',
    'the analyzer of another region',
    properties('MonitorSchedules/MonitorsDataQuality', reword('DataQualityAppSpecification', 'us-east-1', 'us-east-2')),
  ],
  [
    'image-of-other-account',
    'the analyzer of an account that does not publish it here',
    properties(
      'MonitorSchedules/MonitorsDataQuality',
      reword('DataQualityAppSpecification', '156813124566', '777275614652'),
    ),
  ],
  [
    'image-swapped',
    'bias measured by the analyzer instead of Clarify',
    properties(
      'MonitorSchedules/MonitorsBias',
      put(
        'ModelBiasAppSpecification/ImageUri',
        '156813124566.dkr.ecr.us-east-1.amazonaws.com/sagemaker-model-monitor-analyzer',
      ),
    ),
  ],
  [
    'endpoint-unknown',
    'an endpoint that no template has',
    properties(
      'MonitorSchedules/MonitorsDataQuality',
      reword('DataQualityJobInput', 'sandbox-real-time', 'sandbox-realtime'),
    ),
  ],
  [
    'endpoint-serverless',
    'monitoring of an endpoint that captures nothing',
    properties('MonitorSchedules/MonitorsModelQuality', reword('ModelQualityJobInput', 'real-time', 'serverless')),
  ],
  [
    'definition-swapped',
    'a schedule of data quality with the definition of model quality',
    withIdOf('MonitorSchedules/MonitorsModelQuality', (definition) =>
      properties(
        SCHEDULE,
        put('MonitoringScheduleConfig/MonitoringJobDefinitionName', {
          'Fn::Select': [1, { 'Fn::Split': ['/', { Ref: definition }] }],
        }),
      ),
    ),
  ],
  [
    'definition-by-arn',
    "a definition's ARN where its name belongs",
    withIdOf('MonitorSchedules/MonitorsDataQuality', (definition) =>
      properties(SCHEDULE, put('MonitoringScheduleConfig/MonitoringJobDefinitionName', { Ref: definition })),
    ),
  ],
  [
    'type-swapped',
    'a schedule of bias that says it is of explanations',
    properties(
      'MonitorSchedules/MonitorsModelBiasSchedule',
      put('MonitoringScheduleConfig/MonitoringType', 'ModelExplainability'),
    ),
  ],
  [
    'metrics-true',
    'metrics that are to be published with true instead of Enabled',
    properties(
      'MonitorSchedules/MonitorsDataQuality',
      put('DataQualityAppSpecification/Environment/publish_cloudwatch_metrics', 'true'),
    ),
  ],
  [
    'metrics-misspelt',
    'the variable that publishes metrics in capital letters',
    properties(
      'MonitorSchedules/MonitorsModelQuality',
      rename('ModelQualityAppSpecification/Environment/publish_cloudwatch_metrics', 'PUBLISH_CLOUDWATCH_METRICS'),
    ),
  ],
  [
    'offset-without-sign',
    'an offset into the future',
    properties('MonitorSchedules/MonitorsModelQuality', put('ModelQualityJobInput/EndpointInput/EndTimeOffset', '28D')),
  ],
  [
    'offsets-swapped',
    'a window that ends before it starts',
    properties('MonitorSchedules/MonitorsBias', put('ModelBiasJobInput/EndpointInput/StartTimeOffset', '-P21D')),
  ],
  [
    'problem-type',
    'a problem type that does not exist',
    properties('MonitorSchedules/MonitorsModelQuality', put('ModelQualityAppSpecification/ProblemType', 'Binary')),
  ],
  [
    'no-ground-truth',
    'model quality without ground truth',
    properties('MonitorSchedules/MonitorsModelQuality', remove('ModelQualityJobInput/GroundTruthS3Input')),
  ],
  [
    'ground-truth-elsewhere',
    'ground truth from a prefix that nobody writes',
    properties(
      'MonitorSchedules/MonitorsModelQuality',
      reword('ModelQualityJobInput', '/ground-truth/', '/groundtruth/'),
    ),
  ],
  [
    'local-path',
    'an output from a folder outside of the container contract',
    properties(
      'MonitorSchedules/MonitorsDataQuality',
      put('DataQualityJobOutputConfig/MonitoringOutputs/0/S3Output/LocalPath', '/tmp/output'),
    ),
  ],
  [
    'name-too-long',
    'a schedule name of more than 63 letters',
    properties(
      SCHEDULE,
      put('MonitoringScheduleName', 'ml-lifecycle-sandbox-data-quality-of-the-real-time-endpoint-every-day'),
    ),
  ],
  [
    'name-with-underscores',
    'a schedule name with underscores',
    properties(SCHEDULE, put('MonitoringScheduleName', 'ml_lifecycle_sandbox_data_quality')),
  ],
  [
    'output-without-key',
    'reports without our key',
    properties('MonitorSchedules/MonitorsExplainability', remove('ModelExplainabilityJobOutputConfig/KmsKeyId')),
  ],
  [
    'volume-without-key',
    'the disk of a monitoring job without our key',
    properties('MonitorSchedules/MonitorsBias', remove('JobResources/ClusterConfig/VolumeKmsKeyId')),
  ],
  [
    'two-outputs',
    'two outputs where one is allowed',
    properties(
      'MonitorSchedules/MonitorsDataQuality',
      append('DataQualityJobOutputConfig/MonitoringOutputs', {
        S3Output: { LocalPath: '/opt/ml/processing/reports', S3Uri: 's3://ml-lifecycle/monitoring' },
      }),
    ),
  ],
  [
    'capture-elsewhere',
    'captured requests where the role of the model may not write',
    properties('Serving/RealTimeConfig', reword('DataCaptureConfig/DestinationS3Uri', '/captured/', '/capture/')),
  ],
  [
    'reports-elsewhere',
    'reports where the role of the monitor may not write',
    properties('MonitorSchedules/MonitorsBias', reword('ModelBiasJobOutputConfig', '/monitoring/', '/reports/')),
  ],
]);
