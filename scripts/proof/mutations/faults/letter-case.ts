import { rename } from '../edits';
import { faultsOf } from '../fault';
import { definition, properties, statements } from '../seeds';

/** camelCase in properties that CDK passes on as they are. */
export const LETTER_CASE = faultsOf('letter-case', [
  [
    'offline-store',
    'an offline store in camelCase',
    properties('FeatureStore/FeaturesGroup', rename('OfflineStoreConfig/S3StorageConfig', 's3StorageConfig')),
  ],
  [
    'online-key',
    'the key of the online store in camelCase',
    properties('FeatureStore/FeaturesGroup', rename('OnlineStoreConfig/SecurityConfig/KmsKeyId', 'kmsKeyId')),
  ],
  [
    'pipeline-body',
    'the body of a pipeline definition in camelCase',
    properties('Training/Pipeline', rename('PipelineDefinition/PipelineDefinitionBody', 'pipelineDefinitionBody')),
  ],
  ['pipeline-steps', 'the steps of a pipeline in camelCase', definition('Training/Pipeline', rename('Steps', 'steps'))],
  [
    'pipeline-input',
    'the input of a job in camelCase',
    definition('Training/Pipeline', rename('Steps/Name=TrainLinear/Arguments/InputDataConfig', 'inputDataConfig')),
  ],
  [
    'trust',
    'the principal of a trust policy in camelCase',
    statements('FeatureStore/FeaturesOfflineRole', rename('0/Principal', 'principal')),
  ],
  [
    'rule-pattern',
    'a detail with a capital letter',
    properties('Training/StartOnDataPrepared', rename('EventPattern/detail', 'Detail')),
  ],
  [
    'capture-headers',
    'content types of captured requests in camelCase',
    properties(
      'Serving/RealTimeConfig',
      rename('DataCaptureConfig/CaptureContentTypeHeader/CsvContentTypes', 'csvContentTypes'),
    ),
  ],
  [
    'table-parameters',
    'the projection of a table in another case',
    properties('DataLake/CatalogCurated', rename('TableInput/Parameters/projection.enabled', 'Projection.Enabled')),
  ],
  [
    'machine-states',
    'the states of a machine in camelCase',
    definition('Prediction/ApplyServingStateMachine', rename('States', 'states')),
  ],
  [
    'machine-parameters',
    'parameters of a call in camelCase',
    definition('Prediction/ApplyServingStateMachine', rename('States/TellOperators/Parameters/TopicArn', 'topicArn')),
  ],
  [
    'dashboard-widgets',
    'the widgets of a dashboard with a capital letter',
    definition('Operations/Dashboard', rename('widgets', 'Widgets')),
  ],
]);
