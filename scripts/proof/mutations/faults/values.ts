import { put } from '../edits';
import { faultsOf } from '../fault';
import { properties } from '../seeds';

/** Values beyond a bound, or of another list than the one that is allowed. */
export const VALUES = faultsOf('values', [
  [
    'instance-misspelt',
    'an instance type that does not exist',
    properties('Serving/RealTimeConfig', put('ProductionVariants/0/InstanceType', 'ml.m5.larg')),
  ],
  [
    'instance-without-prefix',
    'an instance type without ml.',
    properties('MonitorSchedules/MonitorsBias', put('JobResources/ClusterConfig/InstanceType', 'm5.large')),
  ],
  [
    'capture-mode',
    'a capture mode that does not exist',
    properties('Serving/RealTimeConfig', put('DataCaptureConfig/CaptureOptions/1/CaptureMode', 'Response')),
  ],
  [
    'monitoring-type',
    'a monitoring type that does not exist',
    properties(
      'MonitorSchedules/MonitorsDataQualitySchedule',
      put('MonitoringScheduleConfig/MonitoringType', 'DataDrift'),
    ),
  ],
  [
    'worker-type',
    'a worker type in small letters',
    properties('DataPreparation/JobsCurate', put('WorkerType', 'g.1x')),
  ],
  [
    'comparison-sign',
    'a comparison operator as a sign',
    properties('Operations/ServingFailed', put('ComparisonOperator', '>=')),
  ],
  [
    'comparison-misspelt',
    'a comparison operator without To',
    properties('Serving/RollBackRealTimeErrors', put('ComparisonOperator', 'GreaterThanOrEqualThreshold')),
  ],
  [
    'missing-data-misspelt',
    'what to do about missing data in small letters',
    properties('ModelMonitoring/AlarmsDataDrift', put('TreatMissingData', 'notbreaching')),
  ],
  ['statistic-unknown', 'a mean for a statistic', properties('Operations/ServingFailed', put('Statistic', 'Mean'))],
  [
    'two-statistics',
    'a statistic and a percentile at once',
    properties('Serving/RollBackRealTimeLatency', put('Statistic', 'Average')),
  ],
  [
    'sampling-above-all',
    'more than all requests captured',
    properties('Serving/RealTimeConfig', put('DataCaptureConfig/InitialSamplingPercentage', 120)),
  ],
  [
    'function-timeout',
    'a function that may run for an hour',
    properties('ModelMonitoring/MonitorsDriftLook', put('Timeout', 3600)),
  ],
  [
    'function-memory',
    'a function with less memory than there is',
    properties('DataLake/StreamIntakeMarkDayComplete', put('MemorySize', 64)),
  ],
  ['key-window', 'a key deleted after three days', properties('Foundation/Key', put('PendingWindowInDays', 3))],
  [
    'queue-retention',
    'a queue that keeps messages for a month',
    properties('Training/DeadLetters', put('MessageRetentionPeriod', 2_592_000)),
  ],
  [
    'log-retention',
    'logs kept for a number of days that is not on the list',
    properties('Training/StartStartTrainingLogs', put('RetentionInDays', 21)),
  ],
  [
    'billing-mode',
    'a billing mode that does not exist',
    properties('Training/StartStarts', put('BillingMode', 'ON_DEMAND')),
  ],
  [
    'encryption-algorithm',
    'an encryption algorithm that does not exist',
    properties(
      'Training/ModelsBucket',
      put('BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/SSEAlgorithm', 'kms'),
    ),
  ],
  [
    'compression-format',
    'a compression format in small letters',
    properties('Prediction/ApiLogsPredictions', put('ExtendedS3DestinationConfiguration/CompressionFormat', 'gzip')),
  ],
  [
    'routing-type',
    'a way of shifting traffic that does not exist',
    properties(
      'Serving/RealTimeEndpoint',
      put('DeploymentConfig/BlueGreenUpdatePolicy/TrafficRoutingConfiguration/Type', 'BLUE_GREEN'),
    ),
  ],
  [
    'deployment-timeout',
    'a deployment that is given up at once',
    properties(
      'Serving/RealTimeEndpoint',
      put('DeploymentConfig/BlueGreenUpdatePolicy/MaximumExecutionTimeoutInSeconds', 300),
    ),
  ],
  [
    'volume-of-nothing',
    'a job without disk',
    properties('MonitorSchedules/MonitorsDataQuality', put('JobResources/ClusterConfig/VolumeSizeInGB', 0)),
  ],
]);
