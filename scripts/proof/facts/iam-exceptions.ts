/** Actions that the reference gives a type of resource, but which are asked about without one; and why that is so. */
export const ASKED_WITHOUT_RESOURCE: Readonly<Record<string, string>> = {
  'cloudwatch:PutMetricData': 'a dataset is for OTLP only: a metric has no ARN, and cloudwatch:namespace confines it',
};

/** Kinds that an action takes though the reference does not list them for it, by action and kind; and why. */
export const TAKEN_TOO: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'lambda:InvokeFunction': {
    'function alias': 'invoked by its own ARN (Lambda developer guide, "Identity-based policies")',
    'function version': 'invoked by its own ARN (Lambda developer guide, "Identity-based policies")',
  },
  'states:RedriveExecution': {
    'labelled execution':
      'a child of a Distributed Map (Step Functions, "IAM policies for using Distributed Map states")',
  },
};

/** Actions with a wildcard that stand for a handful, as the grants of the CDK write them. */
export const COMMON_GRANTS: readonly string[] = [
  's3:GetObject*',
  's3:GetBucket*',
  's3:List*',
  's3:DeleteObject*',
  's3:Abort*',
  'kms:GenerateDataKey*',
  'kms:ReEncrypt*',
];

/** Keys that a call carries only when a service makes it on its own, never when a role does. */
export const SERVICE_CALL_KEYS: readonly string[] = [
  'aws:SourceArn',
  'aws:SourceAccount',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
];

/** Actions whose request hands a role to a service. Source: "Actions … for Amazon SageMaker" and the others, column of dependent actions. */
export const HANDS_OVER_ROLE: readonly string[] = [
  'glue:CreateJob',
  'lambda:CreateFunction',
  'firehose:CreateDeliveryStream',
  'sagemaker:CreateAutoMLJob',
  'sagemaker:CreateAutoMLJobV2',
  'sagemaker:CreateDataQualityJobDefinition',
  'sagemaker:CreateFeatureGroup',
  'sagemaker:CreateHyperParameterTuningJob',
  'sagemaker:CreateModel',
  'sagemaker:CreateModelBiasJobDefinition',
  'sagemaker:CreateModelExplainabilityJobDefinition',
  'sagemaker:CreateModelQualityJobDefinition',
  'sagemaker:CreateMonitoringSchedule',
  'sagemaker:CreateNotebookInstance',
  'sagemaker:CreatePipeline',
  'sagemaker:CreateProcessingJob',
  'sagemaker:CreateTrainingJob',
  'scheduler:CreateSchedule',
  'states:CreateStateMachine',
];

/** What no template holds, since a service makes it or AWS has it; `service:name`, with the name as an ARN ends. */
export const RUN_TIME_RESOURCES: readonly { matches: RegExp; reason: string }[] = [
  {
    matches: /^sagemaker:(training|hyper-parameter-tuning|processing|transform)-job\/\*$/,
    reason: 'named by the pipeline at each run',
  },
  { matches: /^sagemaker:(model|endpoint-config)\/\*$/, reason: 'named anew at each change' },
  {
    matches: /^logs:log-group:\/aws(\/sagemaker|-glue)\/\*$/,
    reason: 'made by SageMaker or Glue for jobs and endpoints',
  },
  {
    matches: /^glue:(catalog|database\/sagemaker_featurestore|table\/sagemaker_featurestore\/\*)$/,
    reason: 'the catalog of the account, and what Feature Store makes in it for offline stores',
  },
  { matches: /^billing:billingview\/primary$/, reason: 'every account has one: its own bill' },
  { matches: /^s3:cdk-\w+-assets-[\w-]+(\/\*)?$/, reason: 'the bucket of the CDK bootstrap' },
  { matches: /^ecr:repository\/sagemaker-[\w-]+$/, reason: 'an image of SageMaker, in an account of AWS' },
  {
    matches: /^events:rule\/StepFunctionsGetEventsForStepFunctionsExecutionRule$/,
    reason: 'made by Step Functions for nested executions (developer guide, "IAM policies for integrated services")',
  },
];

/** Kinds of resources that a job may make by a name that some template gives it; the name has to stand there. */
export const NAMED_IN_TEXT = /^sagemaker:(endpoint|endpoint-config)\/(.+)$/;

/** Folders that only code knows: it derives them from others. */
export const DERIVED_FOLDERS: Readonly<Record<string, string>> = {
  'feature-records-parked': 'beside feature-records, by the handler that could not write them',
};

/** Namespaces in which jobs of SageMaker write their metrics. Source: "Roles for SageMaker AI" and "Model Monitor": CloudWatch metrics. */
export const NAMESPACES_OF_AWS = /^\/?aws\/sagemaker\/(\*|Endpoints\/\*|\w+)$/;
