import { put, remove, rename, together } from '../edits';
import { faultsOf } from '../fault';
import { properties, resource, TAGS } from '../seeds';

/** Properties that no schema has, that are missing, or that hold another type. */
export const PROPERTIES = faultsOf('properties', [
  [
    'variant-name-misspelt',
    'a variant with VariantNames',
    properties('Serving/RealTimeConfig', rename('ProductionVariants/0/VariantName', 'VariantNames')),
  ],
  [
    'versioning-misnamed',
    'a bucket with Versioning for VersioningConfiguration',
    properties('DataLake/StorageRaw', rename('VersioningConfiguration', 'Versioning')),
  ],
  [
    'function-memory-misnamed',
    'a function with Memory for MemorySize',
    properties('Training/EvaluationEvaluateModel', rename('MemorySize', 'Memory')),
  ],
  [
    'capture-in-the-variant',
    'data capture inside a variant',
    properties(
      'Serving/RealTimeConfig',
      put('ProductionVariants/0/DataCaptureConfig', { EnableCapture: true, InitialSamplingPercentage: 100 }),
    ),
  ],
  [
    'topic-name-misspelt',
    'a topic with KMSMasterKeyId',
    properties('Foundation/Operators', rename('KmsMasterKeyId', 'KMSMasterKeyId')),
  ],
  [
    'table-throughput-misplaced',
    'a key schema of a table as an attribute',
    properties('Training/StartStarts', rename('KeySchema', 'Keys')),
  ],
  ['pipeline-without-role', 'a pipeline without a role', properties('Training/Pipeline', remove('RoleArn'))],
  [
    'alarm-without-periods',
    'an alarm without EvaluationPeriods',
    properties('Operations/ServingFailed', remove('EvaluationPeriods')),
  ],
  [
    'schedule-without-config',
    'a monitoring schedule without its configuration',
    properties('MonitorSchedules/MonitorsDataQualitySchedule', remove('MonitoringScheduleConfig')),
  ],
  [
    'definition-without-resources',
    'a monitoring job without a machine to run on',
    properties('MonitorSchedules/MonitorsDataQuality', remove('JobResources')),
  ],
  [
    'config-without-variants',
    'an endpoint configuration without variants',
    properties('Serving/ServerlessConfig', remove('ProductionVariants')),
  ],
  [
    'resource-without-properties',
    'a queue policy without properties',
    resource('Training/DeadLettersPolicy', remove('Properties')),
  ],
  ['threshold-in-words', 'a threshold in words', properties('Operations/TrainingFailed', put('Threshold', 'one'))],
  ['rotation-in-words', 'key rotation "yes"', properties('Foundation/Key', put('EnableKeyRotation', 'yes'))],
  [
    'timeout-in-words',
    'a timeout with its unit',
    properties('FeatureStore/IngestionIngestFeatures', put('Timeout', '10 minutes')),
  ],
  [
    'rules-no-list',
    'a lifecycle with one rule instead of a list',
    properties('DataLake/StorageRaw', put('LifecycleConfiguration/Rules', { Status: 'Enabled', ExpirationInDays: 90 })),
  ],
  [
    'tags-as-map',
    'tags of a model as a map',
    properties('Serving/RealTimeModel', put('Tags', Object.fromEntries(TAGS.map(({ Key, Value }) => [Key, Value])))),
  ],
  ['glue-tags-as-list', 'tags of a Glue job as a list', properties('DataPreparation/JobsCurate', put('Tags', TAGS))],
  [
    'dimension-as-map',
    'a dimension as a map',
    properties('Serving/RollBackRealTimeErrors', put('Dimensions', { EndpointName: 'ml-lifecycle-sandbox-real-time' })),
  ],
  [
    'capture-modes-in-one',
    'both capture options in one',
    properties('Serving/RealTimeConfig', together(put('DataCaptureConfig/CaptureOptions', { CaptureMode: 'Input' }))),
  ],
]);
