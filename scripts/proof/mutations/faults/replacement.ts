import { append, put, remove, reword } from '../edits';
import { faultsOf } from '../fault';
import { properties } from '../seeds';

const OWNER = { Key: 'ml:owner', Value: 'ml-platform' };

/** What makes the next deployment fail, or replace what must not be replaced. */
export const REPLACEMENT = faultsOf('replacement', [
  [
    'model-named',
    'a fixed name of a model, which every change replaces',
    properties('Serving/RealTimeModel', put('ModelName', 'ml-lifecycle-sandbox-churn')),
  ],
  [
    'config-named',
    'a fixed name of an endpoint configuration, which every change replaces',
    properties('Serving/RealTimeConfig', put('EndpointConfigName', 'ml-lifecycle-sandbox-real-time')),
  ],
  [
    'definition-named',
    'a fixed name of a job definition, which every change replaces',
    properties('MonitorSchedules/MonitorsDataQuality', put('JobDefinitionName', 'ml-lifecycle-sandbox-data-quality')),
  ],
  [
    'definition-tagged',
    'a tag that may change on a job definition that tags replace',
    properties('MonitorSchedules/MonitorsBias', append('Tags', OWNER)),
  ],
  [
    'group-tagged',
    'a tag that may change on a feature group that tags replace',
    properties('FeatureStore/FeaturesGroup', append('Tags', OWNER)),
  ],
  [
    'endpoint-unnamed',
    'an endpoint without the name that its callers know',
    properties('Serving/RealTimeEndpoint', remove('EndpointName')),
  ],
  [
    'pipeline-unnamed',
    'a pipeline without the name that its starter knows',
    properties('Training/Pipeline', put('PipelineName', 'ml-lifecycle-churn')),
  ],
  [
    'group-renamed',
    'a group of versions under another name than those who register and read know',
    properties('ModelRegistry/RegistryVersions', put('ModelPackageGroupName', 'ml-lifecycle-sandbox-subscribers')),
  ],
  [
    'bucket-named',
    'a bucket with a name that somebody else may have',
    properties('DataLake/StorageRaw', put('BucketName', 'ml-lifecycle-raw')),
  ],
  [
    'role-named',
    'a role with a fixed name',
    properties('FeatureStore/IngestionIngestFeaturesRole', put('RoleName', 'IngestFeatures')),
  ],
  [
    'two-of-a-name',
    'two alarms of one name',
    properties('Serving/RollBackRealTimeLatency', put('AlarmName', 'ml-lifecycle-sandbox-real-time-errors')),
  ],
  [
    'two-endpoints-of-a-name',
    'two endpoints of one name',
    properties('Serving/ServerlessEndpoint', reword('EndpointName', 'serverless', 'real-time')),
  ],
]);
