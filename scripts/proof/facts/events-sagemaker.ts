import { SAGEMAKER_EVENT_TYPES } from './events-sagemaker-types';
import { ARN, type RecordedEvent, typesOnly } from './events-shape';

const MILLISECONDS = 1583831889050;
const WRITTEN = '1583831889050';
const MOMENT = '2021-02-24T17:00:14Z';
const JOB_STATES = ['InProgress', 'Completed', 'Failed', 'Stopping', 'Stopped'];
const RUN_STATES = ['Executing', 'Stopping', 'Stopped', 'Failed', 'Succeeded'];
/** The page shows two of them; the others are the states of DescribeEndpoint, spelled alike. */
const ENDPOINT_STATES = [
  'OUT_OF_SERVICE',
  'CREATING',
  'UPDATING',
  'SYSTEM_UPDATING',
  'ROLLING_BACK',
  'IN_SERVICE',
  'DELETING',
  'FAILED',
  'UPDATE_ROLLBACK_FAILED',
];
const PIPELINE = { pipelineArn: { type: /^AWS::SageMaker::Pipeline$/, attributes: [] } };
const ENDPOINT_NAME = {
  EndpointName: { type: /^AWS::SageMaker::Endpoint$/, attributes: ['EndpointName'], name: 'EndpointName' },
};
const GROUP_NAME = {
  ModelPackageGroupName: { type: /^AWS::SageMaker::ModelPackageGroup$/, attributes: [], name: 'ModelPackageGroupName' },
};
const VARIANT = {
  VariantName: '',
  CurrentWeight: 1,
  DesiredWeight: 1,
  CurrentInstanceCount: 1,
  DesiredInstanceCount: 1,
  VariantStatus: [{ Status: 'Baking', StatusMessage: '', StartTime: MILLISECONDS }],
};
const ENDPOINT = {
  EndpointName: '',
  EndpointArn: ARN,
  EndpointConfigName: '',
  ProductionVariants: [VARIANT],
  CreationTime: MILLISECONDS,
  LastModifiedTime: MILLISECONDS,
  Tags: {},
};

/**
 * Source: "Events that Amazon SageMaker AI sends to Amazon EventBridge", SageMaker guide, as stored in 2026. Its samples leave out
 * what was not set; such fields are added from the Describe operation of the same thing, in the line `Not in the sample`. Where a
 * sample has a time as text, so has ours. A model's sample has no detail at all.
 */
export const SAGEMAKER_EVENTS: readonly RecordedEvent[] = [
  {
    source: 'aws.sagemaker',
    type: 'SageMaker Model Package State Change',
    detail: {
      ModelPackageGroupName: 'versionedModelPackage',
      ModelPackageVersion: 4,
      ModelPackageArn: ARN,
      CreationTime: MOMENT,
      LastModifiedTime: MOMENT,
      CertifyForMarketplace: false,
      InferenceSpecification: {
        Containers: [{ Image: 'image', ImageDigest: 'sha256:1', ModelDataUrl: 's3://b/k' }],
        SupportedContentTypes: [''],
        SupportedResponseMIMETypes: [''],
        // Not in the sample:
        SupportedTransformInstanceTypes: [''],
        SupportedRealtimeInferenceInstanceTypes: [''],
      },
      ModelPackageStatus: 'Completed',
      ModelPackageStatusDetails: {
        ValidationStatuses: [{ Name: '', Status: '' }],
        ImageScanStatuses: [{ Name: '', Status: '' }],
      },
      ModelApprovalStatus: 'Approved',
      MetadataProperties: { GeneratedBy: ARN },
      ModelMetrics: {},
      ModelLifeCycle: { Stage: '', StageStatus: '', StageDescription: '' },
      UpdatedModelPackageFields: ['ModelApprovalStatus'],
      // Not in the sample:
      ModelPackageName: '',
      ModelPackageDescription: '',
      ApprovalDescription: '',
      CustomerMetadataProperties: {},
      CreatedBy: {},
      LastModifiedBy: {},
      Domain: '',
      Task: '',
      SamplePayloadUrl: '',
      Tags: {},
    },
    values: {
      ModelApprovalStatus: ['Approved', 'Rejected', 'PendingManualApproval'],
      ModelPackageStatus: ['Pending', 'InProgress', 'Completed', 'Failed', 'Deleting'],
      UpdatedModelPackageFields: [
        'ModelLifeCycle',
        'ModelApprovalStatus',
        'ApprovalDescription',
        'sourceUri',
        'CustomerMetadataProperties',
        'InferenceSpecification',
      ],
    },
    names: GROUP_NAME,
  },
  {
    source: 'aws.sagemaker',
    type: 'SageMaker Model Building Pipeline Execution Status Change',
    detail: {
      pipelineExecutionDescription: '',
      pipelineExecutionDisplayName: '',
      currentPipelineExecutionStatus: 'Executing',
      previousPipelineExecutionStatus: 'Executing',
      executionStartTime: MOMENT,
      executionEndTime: MOMENT,
      pipelineArn: ARN,
      pipelineExecutionArn: ARN,
    },
    values: { currentPipelineExecutionStatus: RUN_STATES, previousPipelineExecutionStatus: RUN_STATES },
    names: PIPELINE,
  },
  {
    source: 'aws.sagemaker',
    type: 'SageMaker Model Building Pipeline Execution Step Status Change',
    detail: {
      metadata: {
        processingJob: { arn: ARN },
        // Not in the sample:
        trainingJob: { arn: ARN },
        transformJob: { arn: ARN },
        model: { arn: ARN },
        registerModel: { arn: ARN },
      },
      stepStartTime: MOMENT,
      stepEndTime: MOMENT,
      stepName: '',
      stepType: 'Processing',
      previousStepStatus: 'Starting',
      currentStepStatus: 'Executing',
      failureReason: '',
      cacheHitResult: { sourcePipelineExecutionArn: ARN },
      pipelineArn: ARN,
      pipelineExecutionArn: ARN,
    },
    values: { currentStepStatus: ['Starting', ...RUN_STATES], previousStepStatus: ['Starting', ...RUN_STATES] },
    names: PIPELINE,
  },
  {
    source: 'aws.sagemaker',
    type: 'SageMaker Endpoint State Change',
    // Not in the sample: FailureReason.
    detail: { ...ENDPOINT, EndpointStatus: 'IN_SERVICE', FailureReason: '' },
    values: { EndpointStatus: ENDPOINT_STATES },
    names: ENDPOINT_NAME,
  },
  {
    source: 'aws.sagemaker',
    type: 'SageMaker Endpoint Deployment State Change',
    detail: {
      ...ENDPOINT,
      EndpointStatus: 'UPDATING',
      PendingDeploymentSummary: {
        EndpointConfigName: '',
        StartTime: MILLISECONDS,
        ProductionVariants: [VARIANT],
      },
    },
    values: { EndpointStatus: ENDPOINT_STATES },
    names: ENDPOINT_NAME,
  },
  {
    source: 'aws.sagemaker',
    type: 'SageMaker Training Job State Change',
    detail: {
      TrainingJobName: '',
      TrainingJobArn: ARN,
      TrainingJobStatus: 'Failed',
      SecondaryStatus: '',
      SecondaryStatusTransitions: [{}],
      FailureReason: '',
      HyperParameters: {},
      AlgorithmSpecification: { TrainingImage: '', TrainingInputMode: '' },
      RoleArn: ARN,
      InputDataConfig: [{}],
      OutputDataConfig: { S3OutputPath: '' },
      ResourceConfig: { InstanceType: '', InstanceCount: 1 },
      VpcConfig: {},
      StoppingCondition: {},
      CreationTime: WRITTEN,
      LastModifiedTime: WRITTEN,
      TrainingStartTime: WRITTEN,
      TrainingEndTime: WRITTEN,
      Tags: {},
      // Not in the sample:
      TuningJobArn: ARN,
      ModelArtifacts: {},
    },
    values: { TrainingJobStatus: JOB_STATES },
  },
  {
    source: 'aws.sagemaker',
    type: 'SageMaker Processing Job State Change',
    detail: {
      ProcessingJobName: '',
      ProcessingJobArn: ARN,
      ProcessingJobStatus: 'Failed',
      FailureReason: '',
      ProcessingInputs: [{}],
      ProcessingOutputConfig: {},
      ProcessingResources: {},
      AppSpecification: { ImageUri: '' },
      NetworkConfig: {},
      ExperimentConfig: {},
      RoleArn: ARN,
      StoppingCondition: {},
      CreationTime: MILLISECONDS,
      LastModifiedTime: MILLISECONDS,
      ProcessingStartTime: MILLISECONDS,
      ProcessingEndTime: MILLISECONDS,
      // Not in the sample:
      ExitMessage: '',
      Environment: {},
      MonitoringScheduleArn: ARN,
      Tags: {},
    },
    values: { ProcessingJobStatus: JOB_STATES },
  },
  {
    source: 'aws.sagemaker',
    type: 'SageMaker Transform Job State Change',
    detail: {
      TransformJobName: '',
      TransformJobArn: ARN,
      TransformJobStatus: 'Failed',
      FailureReason: '',
      ModelName: '',
      MaxConcurrentTransforms: 1,
      MaxPayloadInMB: 1,
      BatchStrategy: '',
      Environment: {},
      TransformInput: {},
      TransformOutput: {},
      TransformResources: {},
      CreationTime: MOMENT,
      TransformStartTime: MOMENT,
      TransformEndTime: MOMENT,
      Tags: {},
    },
    values: { TransformJobStatus: JOB_STATES },
  },
  {
    source: 'aws.sagemaker',
    type: 'SageMaker HyperParameter Tuning Job State Change',
    detail: {
      HyperParameterTuningJobName: '',
      HyperParameterTuningJobArn: ARN,
      TrainingJobDefinition: {},
      HyperParameterTuningJobStatus: 'Failed',
      CreationTime: WRITTEN,
      LastModifiedTime: WRITTEN,
      TrainingJobStatusCounters: {},
      ObjectiveStatusCounters: {},
      Tags: {},
      // Not in the sample:
      HyperParameterTuningJobConfig: {},
      FailureReason: '',
    },
    values: { HyperParameterTuningJobStatus: JOB_STATES },
  },
  {
    source: 'aws.sagemaker',
    type: 'SageMaker Feature Group State Change',
    detail: {
      FeatureGroupArn: ARN,
      FeatureGroupName: '',
      RecordIdentifierFeatureName: '',
      EventTimeFeatureName: '',
      FeatureDefinitions: [{}],
      CreationTime: MILLISECONDS,
      OnlineStoreConfig: { EnableOnlineStore: true },
      OfflineStoreConfig: {},
      RoleArn: ARN,
      FeatureGroupStatus: 'Active',
      Tags: {},
      // Not in the sample; the text says that its changes are told too.
      OfflineStoreStatus: { Status: '', BlockedReason: '' },
    },
    values: { FeatureGroupStatus: ['Creating', 'Created', 'CreateFailed', 'Deleting', 'DeleteFailed', 'Active'] },
  },
  ...typesOnly('aws.sagemaker', SAGEMAKER_EVENT_TYPES),
];
