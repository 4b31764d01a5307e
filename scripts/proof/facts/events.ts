/** An event as its source sends it, and what some of its fields may say. */
export interface RecordedEvent {
  readonly source: string;
  readonly type: string;
  /** One that was sent, shortened only in its texts. */
  readonly detail: Readonly<Record<string, unknown>>;
  /** All values that a field may take, by its dotted path. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** What of ours a field names: a type, and the attributes of it that give what the event carries. */
  readonly names?: Readonly<
    Record<string, { readonly type: RegExp; readonly attributes: readonly string[]; readonly name?: string }>
  >;
  /** Whether it carries more than is recorded, as the request of an API call does. */
  readonly open?: boolean;
}

const ARN = 'arn:aws:service:us-east-1:111122223333:thing/name';
const JOB_STATES = ['InProgress', 'Completed', 'Failed', 'Stopping', 'Stopped'];
const RUN_STATES = ['Executing', 'Stopping', 'Stopped', 'Failed', 'Succeeded'];
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
const S3_OBJECT = {
  key: 'example-key',
  size: 5,
  etag: 'b1946ac9',
  'version-id': 'IYV3p45BT0ac8hjHg1houSdS1a.Mro8e',
  sequencer: '617f08299329d189',
};
const BUCKET = { 'bucket.name': { type: /^AWS::S3::Bucket$/, attributes: ['Ref'], name: 'BucketName' } };
const S3 = {
  version: '0',
  bucket: { name: 'amzn-s3-demo-bucket1' },
  object: S3_OBJECT,
  'request-id': 'N4N7GDK58NMKJ12R',
  requester: '123456789012',
  'source-ip-address': '1.2.3.4',
  reason: 'PutObject',
};
const ALARM = { alarmName: { type: /^AWS::CloudWatch::(Composite)?Alarm$/, attributes: ['Ref'], name: 'AlarmName' } };
const ALARM_STATE = {
  reason: 'Threshold Crossed',
  reasonData: '{}',
  timestamp: '2019-10-02T17:04:40.989+0000',
  value: 'ALARM',
};
const ALARM_STATES = ['ALARM', 'OK', 'INSUFFICIENT_DATA'];
const MACHINE = { stateMachineArn: { type: /^AWS::StepFunctions::StateMachine$/, attributes: ['Ref', 'Arn'] } };
const PIPELINE = { pipelineArn: { type: /^AWS::SageMaker::Pipeline$/, attributes: [] } };
const ENDPOINT_NAME = {
  EndpointName: { type: /^AWS::SageMaker::Endpoint$/, attributes: ['EndpointName'], name: 'EndpointName' },
};
const GROUP_NAME = {
  ModelPackageGroupName: { type: /^AWS::SageMaker::ModelPackageGroup$/, attributes: [], name: 'ModelPackageGroupName' },
};
const GLUE_JOB = { jobName: { type: /^AWS::Glue::Job$/, attributes: ['Ref'], name: 'Name' } };

/** Types of the same sources of which no event is recorded. */
const UNRECORDED: Readonly<Record<string, readonly string[]>> = {
  'aws.sagemaker': [
    'SageMaker Model Card State Change',
    'SageMaker Image State Change',
    'SageMaker Image Version State Change',
    'SageMaker HyperPod Cluster State Change',
    'SageMaker HyperPod Cluster Event',
    'SageMaker HyperPod Cluster Node Health Event',
  ],
  'aws.glue': [
    'Glue Catalog State Change',
    'Glue Scheduled Crawler Invocation Failure',
    'Glue Data Catalog Database State Change',
    'Glue Data Catalog Table State Change',
    'Glue Statistics Task Failed',
  ],
  'aws.glue-dataquality': ['Data Quality Evaluation Results Available'],
  'aws.cloudformation': [
    'CloudFormation Drift Detection Status Change',
    'CloudFormation StackSet Status Change',
    'CloudFormation StackSet StackInstance Status Change',
    'CloudFormation StackSet Operation Status Change',
  ],
  'aws.s3': [
    'Object Restore Initiated',
    'Object Restore Expired',
    'Object Access Tier Changed',
    'Object ACL Updated',
    'Object Tags Deleted',
  ],
};

/**
 * Sources: SageMaker guide `automating-sagemaker-with-eventbridge`, S3 guide `ev-events`, CloudWatch guide
 * `cloudwatch-and-eventbridge`, Step Functions guide `eventbridge-integration`, Glue guide `automating-awsglue-with-cloudwatch-events`,
 * CloudFormation guide `eventbridge-events`, EventBridge guide `eb-service-event-cloudtrail`; as of November 2026.
 */
export const EVENTS: readonly RecordedEvent[] = [
  {
    source: 'aws.sagemaker',
    type: 'SageMaker Model Package State Change',
    detail: {
      ModelPackageGroupName: 'versionedModelPackage',
      ModelPackageName: 'versionedModelPackage',
      ModelPackageVersion: 4,
      ModelPackageArn: ARN,
      ModelPackageDescription: '',
      CreationTime: 1583962204,
      LastModifiedTime: 1583962204,
      CreatedBy: {},
      LastModifiedBy: {},
      CertifyForMarketplace: false,
      InferenceSpecification: {
        Containers: [{ Image: 'image', ImageDigest: 'sha256:1', ModelDataUrl: 's3://b/k' }],
        SupportedTransformInstanceTypes: [''],
        SupportedRealtimeInferenceInstanceTypes: [''],
        SupportedContentTypes: [''],
        SupportedResponseMIMETypes: [''],
      },
      ModelPackageStatus: 'Completed',
      ModelPackageStatusDetails: {
        ValidationStatuses: [{ Name: '', Status: '' }],
        ImageScanStatuses: [{ Name: '', Status: '' }],
      },
      ModelApprovalStatus: 'Approved',
      ApprovalDescription: '',
      MetadataProperties: { GeneratedBy: ARN },
      ModelMetrics: {},
      CustomerMetadataProperties: {},
      Domain: '',
      Task: '',
      SamplePayloadUrl: '',
      Tags: {},
      ModelLifeCycle: { Stage: '', StageStatus: '' },
    },
    values: {
      ModelApprovalStatus: ['Approved', 'Rejected', 'PendingManualApproval'],
      ModelPackageStatus: ['Pending', 'InProgress', 'Completed', 'Failed', 'Deleting'],
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
      executionStartTime: '2021-01-26T07:52:36Z',
      executionEndTime: '2021-01-26T07:55:36Z',
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
        trainingJob: { arn: ARN },
        transformJob: { arn: ARN },
        model: { arn: ARN },
        registerModel: { arn: ARN },
      },
      stepStartTime: '',
      stepEndTime: '',
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
    detail: {
      EndpointName: '',
      EndpointArn: ARN,
      EndpointConfigName: '',
      ProductionVariants: [
        { VariantName: '', CurrentWeight: 1, DesiredWeight: 1, CurrentInstanceCount: 1, DesiredInstanceCount: 1 },
      ],
      EndpointStatus: 'IN_SERVICE',
      FailureReason: '',
      CreationTime: 1583962204,
      LastModifiedTime: 1583962204,
      Tags: {},
    },
    values: { EndpointStatus: ENDPOINT_STATES },
    names: ENDPOINT_NAME,
  },
  {
    source: 'aws.sagemaker',
    type: 'SageMaker Endpoint Deployment State Change',
    detail: {
      EndpointName: '',
      EndpointArn: ARN,
      EndpointConfigName: '',
      ProductionVariants: [{}],
      EndpointStatus: 'UPDATING',
      CreationTime: 1,
      LastModifiedTime: 1,
      PendingDeploymentSummary: {
        EndpointConfigName: '',
        StartTime: 1,
        ProductionVariants: [
          { VariantName: '', VariantStatus: [{ Status: 'Baking', StatusMessage: '', StartTime: 1 }] },
        ],
      },
      Tags: {},
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
      TuningJobArn: ARN,
      TrainingJobStatus: 'Failed',
      SecondaryStatus: '',
      FailureReason: '',
      HyperParameters: {},
      AlgorithmSpecification: { TrainingImage: '', TrainingInputMode: '' },
      RoleArn: ARN,
      InputDataConfig: [{}],
      OutputDataConfig: { S3OutputPath: '' },
      ResourceConfig: { InstanceType: '', InstanceCount: 1 },
      StoppingCondition: {},
      ModelArtifacts: {},
      CreationTime: 1,
      LastModifiedTime: 1,
      TrainingStartTime: 1,
      TrainingEndTime: 1,
      Tags: {},
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
      ExitMessage: '',
      ProcessingInputs: [{}],
      ProcessingOutputConfig: {},
      ProcessingResources: {},
      AppSpecification: { ImageUri: '' },
      Environment: {},
      RoleArn: ARN,
      StoppingCondition: {},
      MonitoringScheduleArn: ARN,
      CreationTime: 1,
      LastModifiedTime: 1,
      ProcessingStartTime: 1,
      ProcessingEndTime: 1,
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
      TransformInput: {},
      TransformOutput: {},
      TransformResources: {},
      CreationTime: 1,
      TransformStartTime: 1,
      TransformEndTime: 1,
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
      HyperParameterTuningJobConfig: {},
      TrainingJobDefinition: {},
      HyperParameterTuningJobStatus: 'Failed',
      CreationTime: 1,
      LastModifiedTime: 1,
      TrainingJobStatusCounters: {},
      ObjectiveStatusCounters: {},
      FailureReason: '',
      Tags: {},
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
      CreationTime: 1,
      OnlineStoreConfig: {},
      OfflineStoreConfig: {},
      RoleArn: ARN,
      FeatureGroupStatus: 'Active',
      Tags: {},
    },
    values: { FeatureGroupStatus: ['Creating', 'Created', 'CreateFailed', 'Deleting', 'DeleteFailed', 'Active'] },
  },
  {
    source: 'aws.sagemaker',
    type: 'SageMaker Model State Change',
    detail: { ModelName: '', ModelArn: ARN, CreationTime: 1, Tags: {} },
    open: true,
  },
  {
    source: 'aws.states',
    type: 'Step Functions Execution Status Change',
    detail: {
      executionArn: ARN,
      stateMachineArn: ARN,
      stateMachineVersionArn: null,
      stateMachineAliasArn: null,
      name: '',
      status: 'FAILED',
      startDate: 1551225146847,
      stopDate: 1551225151881,
      input: '{}',
      output: null,
      inputDetails: { included: true },
      outputDetails: { included: true },
      error: '',
      cause: '',
      redriveCount: 0,
      redriveDate: null,
      redriveStatus: '',
      redriveStatusReason: '',
    },
    values: { status: ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE'] },
    names: MACHINE,
  },
  {
    source: 'aws.cloudwatch',
    type: 'CloudWatch Alarm State Change',
    detail: {
      alarmName: '',
      configuration: { description: '', metrics: [{}], alarmRule: '', actionsSuppressor: '' },
      previousState: ALARM_STATE,
      state: ALARM_STATE,
      muteDetail: {},
    },
    values: { 'state.value': ALARM_STATES, 'previousState.value': ALARM_STATES },
    names: ALARM,
  },
  {
    source: 'aws.cloudwatch',
    type: 'CloudWatch Alarm Configuration Change',
    detail: { alarmName: '', operation: 'update', state: ALARM_STATE, configuration: {}, previousConfiguration: {} },
    values: { operation: ['create', 'update', 'delete'] },
    names: ALARM,
    open: true,
  },
  ...[
    'Object Created',
    'Object Deleted',
    'Object Restore Completed',
    'Object Tags Added',
    'Object Storage Class Changed',
  ].map((type) => ({
    source: 'aws.s3',
    type,
    detail: { ...S3, 'deletion-type': 'Permanently Deleted' },
    values: {
      reason: [
        'PutObject',
        'POST Object',
        'CopyObject',
        'CompleteMultipartUpload',
        'DeleteObject',
        'Lifecycle Expiration',
      ],
    },
    names: BUCKET,
  })),
  {
    source: 'aws.glue',
    type: 'Glue Job State Change',
    detail: { jobName: '', severity: 'INFO', state: 'SUCCEEDED', jobRunId: '', message: '' },
    values: { state: ['SUCCEEDED', 'FAILED', 'TIMEOUT', 'STOPPED'] },
    names: GLUE_JOB,
  },
  {
    source: 'aws.glue',
    type: 'Glue Job Run Status',
    detail: {
      jobName: '',
      severity: 'INFO',
      notificationCondition: { NotifyDelayAfter: 1 },
      state: 'RUNNING',
      jobRunId: '',
      message: '',
      startedOn: '',
    },
    values: { state: ['STARTING', 'RUNNING', 'STOPPING'] },
    names: GLUE_JOB,
  },
  {
    source: 'aws.glue',
    type: 'Glue Crawler State Change',
    detail: {
      crawlerName: '',
      accountId: '',
      state: 'Succeeded',
      startTime: '',
      completionDate: '',
      message: '',
      cloudWatchLogLink: '',
      runningTime: '',
      tablesCreated: '',
      tablesUpdated: '',
      tablesDeleted: '',
      partitionsCreated: '',
      partitionsUpdated: '',
      partitionsDeleted: '',
      errorMessage: '',
      warningMessage: '',
    },
    values: { state: ['Started', 'Succeeded', 'Failed'] },
  },
  {
    source: 'aws.cloudformation',
    type: 'CloudFormation Stack Status Change',
    detail: {
      'stack-id': ARN,
      'status-details': { status: 'CREATE_COMPLETE', 'status-reason': '' },
      'client-request-token': '',
    },
  },
  {
    source: 'aws.cloudformation',
    type: 'CloudFormation Resource Status Change',
    detail: {
      'stack-id': ARN,
      'logical-resource-id': '',
      'physical-resource-id': '',
      'status-details': { status: 'CREATE_COMPLETE', 'status-reason': '' },
      'resource-type': '',
      'client-request-token': '',
    },
  },
  { source: 'aws.events', type: 'Scheduled Event', detail: {} },
  { source: 'aws.health', type: 'AWS Health Event', detail: {}, open: true },
  { source: 'aws.budgets', type: 'Budgets Notification', detail: {}, open: true },
  {
    source: 'aws.ecr',
    type: 'ECR Image Action',
    detail: { result: 'SUCCESS', 'repository-name': '', 'image-digest': '', 'action-type': 'PUSH', 'image-tag': '' },
    values: { result: ['SUCCESS', 'FAILURE'], 'action-type': ['PUSH', 'DELETE'] },
  },
  ...Object.entries(UNRECORDED).flatMap(([source, types]) =>
    types.map((type) => ({ source, type, detail: {}, open: true })),
  ),
];

/** Sources that there are, and of which none of our templates makes use. */
export const OTHER_SOURCES: readonly string[] =
  'aws.acm aws.apigateway aws.appflow aws.athena aws.autoscaling aws.backup aws.batch aws.bedrock aws.codebuild aws.codecommit aws.codedeploy aws.codepipeline aws.config aws.databrew aws.datasync aws.dms aws.dynamodb aws.ec2 aws.ecs aws.eks aws.elasticloadbalancing aws.emr aws.emr-serverless aws.guardduty aws.iam aws.inspector2 aws.kms aws.lambda aws.macie aws.rds aws.redshift aws.redshift-data aws.scheduler aws.secretsmanager aws.securityhub aws.signin aws.sns aws.sqs aws.ssm aws.sts aws.tag aws.trustedadvisor aws.workspaces'.split(
    ' ',
  );

/** Each service sends this too, when a trail records; what the request holds differs from call to call. */
export const API_CALL = 'AWS API Call via CloudTrail';
export const API_CALL_FIELDS =
  'eventVersion userIdentity eventTime eventSource eventName awsRegion sourceIPAddress userAgent errorCode errorMessage requestParameters responseElements requestID eventID readOnly eventType managementEvent recipientAccountId eventCategory additionalEventData resources'.split(
    ' ',
  );

/** What every event has around its detail. */
export const ENVELOPE = ['version', 'id', 'detail-type', 'source', 'account', 'time', 'region', 'resources', 'detail'];

/** Filters of a pattern, by the kind of value they can meet (EventBridge, "Comparison operators"). */
export const FILTERS: Readonly<Record<string, readonly string[]>> = {
  prefix: ['string'],
  suffix: ['string'],
  wildcard: ['string'],
  'equals-ignore-case': ['string'],
  'anything-but': ['string', 'number', 'object'],
  numeric: ['number'],
  cidr: ['string'],
  exists: ['string', 'number', 'boolean', 'object', 'undefined'],
};
