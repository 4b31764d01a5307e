import { append, put, remove, rename, reword } from '../edits';
import { faultsOf } from '../fault';
import { deployedIn, properties, resource, template, withIdOf, withoutExport } from '../seeds';

/** What refers to something that is not there, or in a circle. */
export const REFERENCES = faultsOf('references', [
  [
    'attribute-unknown',
    'an attribute that a role does not have',
    withIdOf('FeatureStore/IngestionIngestFeaturesRole', (role) =>
      properties('FeatureStore/IngestionIngestFeatures', put('Role', { 'Fn::GetAtt': [role, 'RoleArn'] })),
    ),
  ],
  [
    'attribute-of-config',
    'an attribute that an endpoint configuration does not have',
    withIdOf('Serving/ServerlessConfig', (config) =>
      properties('Serving/ServerlessEndpoint', put('EndpointConfigName', { 'Fn::GetAtt': [config, 'Name'] })),
    ),
  ],
  [
    'attribute-of-group',
    'the ARN of a model package group under the name that others have',
    template('ModelRegistry', reword('Outputs', 'ModelPackageGroupArn', 'Arn')),
  ],
  [
    'ref-dangling',
    'a Ref to a log group that is not there',
    properties('Training/StartStartTraining', put('LoggingConfig/LogGroup', { Ref: 'StartTrainingLogs' })),
  ],
  [
    'ref-to-other-stack',
    'a Ref to a resource of another stack',
    withIdOf('Foundation/Operators', (topic) =>
      properties('Operations/ServingFailed', put('AlarmActions', [{ Ref: topic }])),
    ),
  ],
  [
    'parameter-undeclared',
    'a parameter that the template does not declare',
    properties('Serving/ServerlessModel', put('PrimaryContainer/ModelPackageName', { Ref: 'ModelVersion' })),
  ],
  [
    'parameter-removed',
    'a parameter that is used and no longer declared',
    template('MonitorSchedules', remove('Parameters/Threshold')),
  ],
  [
    'cycle',
    'a role that waits for the function which waits for it',
    withIdOf('FeatureStore/IngestionIngestFeatures', (handler) =>
      resource('FeatureStore/IngestionIngestFeaturesRole', put('DependsOn', [handler])),
    ),
  ],
  [
    'cycle-of-policies',
    'a log group named after the function that writes to it',
    withIdOf('Training/StartStartTraining', (handler) =>
      properties('Training/StartStartTrainingLogs', put('LogGroupName', { 'Fn::Sub': `/aws/lambda/\${${handler}}` })),
    ),
  ],
  [
    'depends-on-nothing',
    'DependsOn of something that is not there',
    resource('Serving/RealTimeScalingTarget', append('DependsOn', 'RealTimeVariant')),
  ],
  [
    'type-unknown',
    'a resource type that does not exist',
    resource('Serving/ServerlessEndpoint', put('Type', 'AWS::SageMaker::ServerlessEndpoint')),
  ],
  [
    'type-misspelt',
    'a resource type in other letters',
    resource('DataPreparation/JobsCurate', put('Type', 'AWS::Glue::job')),
  ],
  [
    'types-not-in-region',
    'a region that does not have what the stack makes',
    deployedIn('MonitorSchedules', 'mx-central-1'),
  ],
  [
    'one-stack-elsewhere',
    'one stack in another region than those it imports from',
    deployedIn('Training', 'eu-west-1'),
  ],
  [
    'import-of-nothing',
    'an import of what no stack exports',
    template('Operations', reword('Resources', 'foundation:ExportsOutputRefOperators', 'foundation:OperatorsTopic')),
  ],
  ['export-removed', 'an export that others import is gone', withoutExport('Foundation', 'RefOperators')],
  [
    'export-renamed',
    'an export under another name',
    template(
      'DataLake',
      reword('Outputs', 'data-lake:ExportsOutputRefStorageOutcomes', 'lake:ExportsOutputRefStorageOutcomes'),
    ),
  ],
  [
    'condition-unknown',
    'a condition that the template does not have',
    resource('Serving/RealTimeEndpoint', put('Condition', 'RealTime')),
  ],
  [
    'condition-forgotten',
    'an endpoint without the condition of its configuration',
    resource('Serving/RealTimeEndpoint', remove('Condition')),
  ],
  [
    'condition-misspelt',
    'a condition under another name than where it is used',
    template('Serving', rename('Conditions/HasModel', 'HasModelVersion')),
  ],
  [
    'sub-unknown',
    'a placeholder that nothing fills',
    properties('Training/EvaluationEvaluateModel', reword('Code', 'AWS::AccountId', 'AccountId')),
  ],
  [
    'join-without-separator',
    'Fn::Join without its separator',
    properties(
      'ModelMonitoring/RetrainingRequestRetraining',
      put('Environment/Variables/MONITORING_URI', { 'Fn::Join': [['s3://', 'bucket', '/monitoring/churn']] }),
    ),
  ],
]);
