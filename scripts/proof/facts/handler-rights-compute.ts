import type { Handler } from './handler-rights';

/** Types that run something, or call what runs: a part of `HANDLERS`. */
export const COMPUTE_HANDLERS: Readonly<Record<string, Handler>> = {
  'AWS::ApiGateway::Account': {
    always: { apigateway: 'GET PATCH', iam: 'GetRole PassRole' },
  },
  'AWS::ApiGateway::Deployment': {
    always: { apigateway: 'DELETE GET PATCH POST PUT' },
  },
  'AWS::ApiGateway::Method': {
    always: { apigateway: 'DELETE GET PUT' },
    when: {
      'Integration.Credentials': { iam: 'PassRole' },
    },
  },
  'AWS::ApiGateway::Model': {
    always: { apigateway: 'DELETE GET PATCH POST' },
  },
  'AWS::ApiGateway::RequestValidator': {
    always: { apigateway: 'DELETE GET PATCH POST' },
  },
  'AWS::ApiGateway::Resource': {
    always: { apigateway: 'DELETE GET PATCH POST' },
  },
  'AWS::ApiGateway::RestApi': {
    always: { apigateway: 'DELETE GET PATCH POST PUT' },
    when: {
      BodyS3Location: { s3: 'GetObject' },
      Policy: { apigateway: 'UpdateRestApiPolicy', iam: 'PassRole' },
    },
  },
  'AWS::ApiGateway::Stage': {
    always: { apigateway: 'DELETE GET PATCH POST PUT' },
  },
  'AWS::ApplicationAutoScaling::ScalableTarget': {
    always: {
      'application-autoscaling':
        'DeregisterScalableTarget DescribeScalableTargets DescribeScheduledActions RegisterScalableTarget',
      cloudwatch: 'DeleteAlarms DescribeAlarms PutMetricAlarm',
      iam: 'CreateServiceLinkedRole',
    },
    when: {
      RoleARN: { iam: 'PassRole' },
      ScheduledActions: { 'application-autoscaling': 'DeleteScheduledAction PutScheduledAction' },
      ProvisionedConcurrency: {
        lambda: 'DeleteProvisionedConcurrencyConfig GetProvisionedConcurrencyConfig PutProvisionedConcurrencyConfig',
      },
    },
  },
  'AWS::ApplicationAutoScaling::ScalingPolicy': {
    always: { 'application-autoscaling': 'DeleteScalingPolicy DescribeScalingPolicies PutScalingPolicy' },
    when: {
      PredictiveScalingPolicyConfiguration: { cloudwatch: 'GetMetricData' },
    },
  },
  'AWS::Events::Rule': {
    always: {
      events:
        'DeleteRule DescribeRule ListTagsForResource ListTargetsByRule PutRule PutTargets RemoveTargets TagResource UntagResource',
      iam: 'PassRole',
    },
  },
  'AWS::Glue::Database': {
    always: {
      glue: 'CreateDatabase DeleteDatabase GetDatabase UpdateDatabase',
      lakeformation: 'DescribeLakeFormationIdentityCenterConfiguration DescribeResource ListResources',
    },
    when: {
      'DatabaseInput.FederatedDatabase': {
        glue: 'CreateConnection DeleteConnection GetConnection PassConnection UpdateConnection',
      },
    },
  },
  'AWS::Glue::Job': {
    always: { glue: 'CreateJob DeleteJob GetJob GetTags TagResource UntagResource UpdateJob', iam: 'GetRole PassRole' },
  },
  'AWS::Glue::Table': {
    always: { glue: 'CreateTable DeleteTable GetTable UpdateTable' },
  },
  'AWS::KinesisFirehose::DeliveryStream': {
    always: {
      firehose:
        'CreateDeliveryStream DeleteDeliveryStream DescribeDeliveryStream ListTagsForDeliveryStream TagDeliveryStream UntagDeliveryStream UpdateDestination',
      iam: 'GetRole PassRole',
    },
    when: {
      DeliveryStreamEncryptionConfigurationInput: {
        firehose: 'StartDeliveryStreamEncryption StopDeliveryStreamEncryption',
        kms: 'CreateGrant DescribeKey RevokeGrant',
      },
    },
  },
  'AWS::Lambda::EventInvokeConfig': {
    always: {
      lambda:
        'DeleteFunctionEventInvokeConfig GetFunctionEventInvokeConfig PutFunctionEventInvokeConfig UpdateFunctionEventInvokeConfig',
    },
  },
  'AWS::Lambda::Function': {
    always: {
      iam: 'PassRole',
      lambda:
        'CreateFunction DeleteFunction GetFunction GetFunctionCodeSigningConfig GetFunctionRecursionConfig GetFunctionScalingConfig GetRuntimeManagementConfig TagResource UntagResource UpdateFunctionCode UpdateFunctionConfiguration',
      s3: 'GetObject GetObjectVersion',
    },
    when: {
      VpcConfig: { ec2: 'DescribeNetworkInterfaces DescribeSecurityGroups DescribeSubnets DescribeVpcs' },
      FileSystemConfigs: { elasticfilesystem: 'DescribeMountTargets', s3files: 'ListMountTargets' },
      KmsKeyArn: { kms: 'CreateGrant Decrypt DescribeKey Encrypt GenerateDataKey' },
      CodeSigningConfigArn: {
        lambda: 'DeleteFunctionCodeSigningConfig GetCodeSigningConfig PutFunctionCodeSigningConfig',
      },
      ReservedConcurrentExecutions: { lambda: 'DeleteFunctionConcurrency PutFunctionConcurrency' },
      Layers: { lambda: 'GetLayerVersion' },
      CapacityProviderConfig: { lambda: 'PassCapacityProvider' },
      FunctionScalingConfig: { lambda: 'PutFunctionScalingConfig' },
      RecursiveLoop: { lambda: 'PutFunctionRecursionConfig' },
      RuntimeManagementConfig: { lambda: 'PutRuntimeManagementConfig' },
      PublishToLatestPublished: { lambda: 'PublishVersion' },
    },
  },
  'AWS::Lambda::Permission': {
    always: { lambda: 'AddPermission GetPolicy RemovePermission' },
  },
  'AWS::SageMaker::DataQualityJobDefinition': {
    always: {
      iam: 'PassRole',
      sagemaker:
        'AddTags CreateDataQualityJobDefinition DeleteDataQualityJobDefinition DescribeDataQualityJobDefinition ListTags',
    },
  },
  'AWS::SageMaker::Endpoint': {
    always: {
      kms: 'CreateGrant',
      sagemaker: 'AddTags CreateEndpoint DeleteEndpoint DeleteTags DescribeEndpoint ListTags UpdateEndpoint',
    },
  },
  'AWS::SageMaker::EndpointConfig': {
    always: {
      sagemaker: 'AddTags CreateEndpointConfig DeleteEndpointConfig DeleteTags DescribeEndpointConfig ListTags',
    },
    when: {
      KmsKeyId: { kms: 'CreateGrant DescribeKey' },
    },
  },
  'AWS::SageMaker::FeatureGroup': {
    always: {
      glue: 'CreateDatabase CreateTable GetDatabase GetTable',
      iam: 'PassRole',
      sagemaker:
        'AddTags CreateFeatureGroup DeleteFeatureGroup DeleteTags DescribeFeatureGroup ListTags UpdateFeatureGroup',
    },
    when: {
      'OnlineStoreConfig.SecurityConfig': { kms: 'CreateGrant DescribeKey' },
    },
  },
  'AWS::SageMaker::Model': {
    always: { iam: 'PassRole', sagemaker: 'AddTags CreateModel DeleteModel DeleteTags DescribeModel ListTags' },
  },
  'AWS::SageMaker::ModelBiasJobDefinition': {
    always: {
      iam: 'PassRole',
      sagemaker:
        'AddTags CreateModelBiasJobDefinition DeleteModelBiasJobDefinition DescribeModelBiasJobDefinition ListTags',
    },
  },
  'AWS::SageMaker::ModelExplainabilityJobDefinition': {
    always: {
      iam: 'PassRole',
      sagemaker:
        'AddTags CreateModelExplainabilityJobDefinition DeleteModelExplainabilityJobDefinition DescribeModelExplainabilityJobDefinition ListTags',
    },
  },
  'AWS::SageMaker::ModelPackageGroup': {
    always: {
      sagemaker:
        'AddTags CreateModelPackageGroup DeleteModelPackageGroup DeleteTags DescribeModelPackageGroup GetModelPackageGroupPolicy ListTags',
    },
    when: {
      ModelPackageGroupPolicy: { sagemaker: 'DeleteModelPackageGroupPolicy PutModelPackageGroupPolicy' },
    },
  },
  'AWS::SageMaker::ModelQualityJobDefinition': {
    always: {
      iam: 'PassRole',
      sagemaker:
        'AddTags CreateModelQualityJobDefinition DeleteModelQualityJobDefinition DescribeModelQualityJobDefinition ListTags',
    },
  },
  'AWS::SageMaker::MonitoringSchedule': {
    always: {
      iam: 'PassRole',
      sagemaker:
        'CreateMonitoringSchedule DeleteMonitoringSchedule DescribeMonitoringSchedule UpdateMonitoringSchedule',
    },
  },
  'AWS::SageMaker::Pipeline': {
    always: {
      iam: 'PassRole',
      sagemaker: 'AddTags CreatePipeline DeletePipeline DeleteTags DescribePipeline ListTags UpdatePipeline',
    },
    when: {
      'PipelineDefinition.PipelineDefinitionS3Location': { s3: 'GetObject' },
    },
  },
  'AWS::StepFunctions::StateMachine': {
    always: {
      iam: 'PassRole',
      states:
        'CreateStateMachine DeleteStateMachine DescribeStateMachine ListTagsForResource TagResource UntagResource UpdateStateMachine',
    },
    when: {
      DefinitionS3Location: { s3: 'GetObject GetObjectVersion' },
      EncryptionConfiguration: { kms: 'Decrypt DescribeKey GenerateDataKey' },
    },
  },
};
