import { put, remove, reword } from '../edits';
import { faultsOf } from '../fault';
import { all, properties, resource, statements, template, withIdOf } from '../seeds';

/** Rights that are needed and not given. */
export const IAM_MISSING = faultsOf('iam-missing', [
  [
    'serve-read-features',
    'serving may not read features',
    statements('Prediction/ApiFunctionsServePredictionsRoleDefaultPolicy', remove('Action=sagemaker:BatchGetRecord')),
  ],
  [
    'serve-invoke',
    'serving may not call an endpoint',
    statements('Prediction/ApiFunctionsServePredictionsRoleDefaultPolicy', remove('Action=sagemaker:InvokeEndpoint')),
  ],
  [
    'serve-decrypt',
    'serving may not decrypt what the feature group holds',
    statements('Prediction/ApiFunctionsServePredictionsRoleDefaultPolicy', remove('Action=kms:Decrypt')),
  ],
  [
    'serve-log',
    'serving may not write its prediction log',
    statements('Prediction/ApiFunctionsServePredictionsRoleDefaultPolicy', remove('Action=firehose:PutRecordBatch')),
  ],
  [
    'function-logs',
    'a function may not write logs',
    statements('Training/EvaluationEvaluateModelRoleDefaultPolicy', remove('Action=logs:PutLogEvents')),
  ],
  [
    'start-pipeline',
    'the function that starts trainings may not start them',
    statements('Training/StartStartTrainingRoleDefaultPolicy', remove('Action=sagemaker:StartPipelineExecution')),
  ],
  [
    'start-metrics',
    'the function that starts trainings may not publish its metric',
    statements('Training/StartStartTrainingRoleDefaultPolicy', remove('Action=cloudwatch:PutMetricData')),
  ],
  [
    'start-dead-letters',
    'a function may not send to its dead-letter queue',
    statements('Training/StartStartTrainingRoleDefaultPolicy', remove('Action=sqs:SendMessage')),
  ],
  [
    'pipeline-pass-role',
    'the pipeline may not pass the role of its jobs',
    statements('Training/PipelineRolesPipelineDefaultPolicy', remove('Action=iam:PassRole')),
  ],
  [
    'pipeline-tags',
    'the pipeline may not tag its jobs',
    statements('Training/PipelineRolesPipelineDefaultPolicy', remove('Action=sagemaker:AddTags')),
  ],
  [
    'pipeline-tuning',
    'the pipeline may not tune',
    statements('Training/PipelineRolesPipelineDefaultPolicy', remove('Action=sagemaker:CreateHyperParameterTuningJob')),
  ],
  [
    'pipeline-register',
    'the pipeline may not register',
    statements('Training/PipelineRolesPipelineDefaultPolicy', remove('Action=sagemaker:DescribeModelPackageGroup')),
  ],
  [
    'pipeline-evaluate',
    'the pipeline may not call its function',
    statements('Training/PipelineRolesPipelineDefaultPolicy', remove('Action=lambda:InvokeFunction')),
  ],
  [
    'job-image',
    'jobs may not pull their image',
    statements('Training/PipelineRolesJobDefaultPolicy', remove('Action=ecr:BatchGetImage')),
  ],
  [
    'job-image-login',
    'jobs may not log in to pull their image',
    statements('Training/PipelineRolesJobDefaultPolicy', remove('Action=ecr:GetAuthorizationToken')),
  ],
  [
    'job-output',
    'jobs may not write their output',
    statements('Training/PipelineRolesJobDefaultPolicy', remove('Action=s3:PutObject')),
  ],
  [
    'job-key',
    'jobs may not use our key',
    statements('Training/PipelineRolesJobDefaultPolicy', remove('Action=kms:CreateGrant')),
  ],
  [
    'model-key',
    'the real-time model may not decrypt its artifact',
    statements('ServingAccess/ModelRolesRealTimeDefaultPolicy', remove('Action=kms:Decrypt')),
  ],
  [
    'model-artifact',
    'the serverless model may not read its artifact',
    statements('ServingAccess/ModelRolesServerlessDefaultPolicy', remove('Action=s3:GetObject*')),
  ],
  [
    'machine-invoke',
    'a machine may not call its functions',
    statements('Prediction/ApplyServingStateRoleDefaultPolicy', remove('Action=lambda:InvokeFunction')),
  ],
  [
    'machine-table',
    'a machine may not write to its table',
    statements('ModelMonitoring/FollowServingStateRoleDefaultPolicy', remove('Action=dynamodb:PutItem')),
  ],
  [
    'machine-tell',
    'a machine may not tell the operators',
    statements('Prediction/ApplyServingStateRoleDefaultPolicy', remove('Action=sns:Publish')),
  ],
  [
    'machine-topic-key',
    'a machine may not use the key of the topic',
    statements('Prediction/ApplyServingStateRoleDefaultPolicy', remove('Action=kms:Decrypt')),
  ],
  [
    'machine-logs',
    'a machine may not deliver logs',
    statements('DataPreparation/PrepareDataRoleDefaultPolicy', remove('Action=logs:CreateLogDelivery')),
  ],
  [
    'machine-glue',
    'a machine may not start its Glue jobs',
    statements('DataPreparation/PrepareDataRoleDefaultPolicy', remove('Action=glue:StartJobRun')),
  ],
  [
    'machine-one-job',
    'a machine may start one of its two Glue jobs',
    statements('DataPreparation/PrepareDataRoleDefaultPolicy', remove('Action=glue:StartJobRun/Resource/1')),
  ],
  [
    'machine-sync-events',
    'a machine that waits for another may not make the rule that tells it',
    statements('ModelMonitoring/ParkServingRoleDefaultPolicy', remove('Action=events:PutRule')),
  ],
  [
    'machine-map',
    'a machine may not start the runs of its distributed map',
    withIdOf('DataPreparation/PrepareDataMachineDistributedMapPolicy', (policy) =>
      template('DataPreparation', remove(`Resources/${policy}`)),
    ),
  ],
  [
    'rule-start',
    'a rule may not start its machine',
    statements(
      'DataPreparation/PrepareDataOnMarkerRoleDefaultPolicy',
      put('Action=states:StartExecution/Action', 'states:DescribeExecution'),
    ),
  ],
  [
    'stream-bucket',
    'a delivery stream may not write to its bucket',
    statements('Prediction/ApiLogsPredictionsRoleDefaultPolicy', remove('Action=s3:PutObject')),
  ],
  [
    'stream-key',
    'a delivery stream may not use the key of its bucket',
    statements('Prediction/ApiLogsPredictionsRoleDefaultPolicy', remove('Action=kms:GenerateDataKey*')),
  ],
  [
    'glue-secret',
    'a Glue job may not read its secret',
    statements('DataPreparation/JobsCurateRoleDefaultPolicy', remove('Action=secretsmanager:GetSecretValue')),
  ],
  [
    'glue-script',
    'a Glue job may not read its script',
    statements('DataPreparation/JobsCurateRoleDefaultPolicy', remove('Action=s3:GetObject*/Resource/1')),
  ],
  [
    'offline-store',
    'the feature store may not write its offline store',
    statements('FeatureStore/FeaturesOfflineRoleDefaultPolicy', remove('Action=s3:PutObject')),
  ],
  [
    'monitor-captured',
    'Model Monitor may not read what was captured',
    statements(
      'ModelMonitoring/MonitorAccessRoleDefaultPolicy',
      reword('Action=s3:GetObject*', '/captured/', '/capture/'),
    ),
  ],
  [
    'policy-of-nobody',
    'a policy that no role has',
    properties('FeatureStore/IngestionIngestFeaturesRoleDefaultPolicy', remove('Roles')),
  ],
  [
    'policy-too-late',
    'a custom resource that does not wait for the policy of its function',
    all(
      resource('ModelMonitoring/MonitorsDriftFirstHeartbeat', remove('DependsOn')),
      resource('ModelMonitoring/MonitorsDriftLook', remove('DependsOn')),
    ),
  ],
]);
