import type { Context } from '../conditions';
import { record } from '../statement';
import { jobKeys } from './job-keys';
import {
  arnOf,
  type Call,
  check,
  keyChecks,
  listOf,
  type Operation,
  type RequiredCheck,
  type Surroundings,
  textOf,
} from './operation';

/** What an operation names: the kind in the ARN, and the property of its input. */
const NAMED: Readonly<Record<string, readonly [kind: string, property: string]>> = {
  CreateEndpointConfig: ['endpoint-config', 'EndpointConfigName'],
  CreateHyperParameterTuningJob: ['hyper-parameter-tuning-job', 'HyperParameterTuningJobName'],
  CreateModel: ['model', 'ModelName'],
  CreateProcessingJob: ['processing-job', 'ProcessingJobName'],
  CreateTrainingJob: ['training-job', 'TrainingJobName'],
  CreateTransformJob: ['transform-job', 'TransformJobName'],
  DeleteEndpoint: ['endpoint', 'EndpointName'],
  DeleteEndpointConfig: ['endpoint-config', 'EndpointConfigName'],
  DeleteModel: ['model', 'ModelName'],
  DeleteModelPackage: ['model-package', 'ModelPackageName'],
  DescribeEndpoint: ['endpoint', 'EndpointName'],
  DescribeEndpointConfig: ['endpoint-config', 'EndpointConfigName'],
  DescribeHyperParameterTuningJob: ['hyper-parameter-tuning-job', 'HyperParameterTuningJobName'],
  DescribeModel: ['model', 'ModelName'],
  DescribeModelPackage: ['model-package', 'ModelPackageName'],
  DescribeModelPackageGroup: ['model-package-group', 'ModelPackageGroupName'],
  DescribePipelineExecution: ['pipeline-execution', 'PipelineExecutionArn'],
  DescribeProcessingJob: ['processing-job', 'ProcessingJobName'],
  DescribeTrainingJob: ['training-job', 'TrainingJobName'],
  DescribeTransformJob: ['transform-job', 'TransformJobName'],
  ListPipelineExecutions: ['pipeline', 'PipelineName'],
  ListTags: ['', 'ResourceArn'],
  StartPipelineExecution: ['pipeline', 'PipelineName'],
  StopHyperParameterTuningJob: ['hyper-parameter-tuning-job', 'HyperParameterTuningJobName'],
  StopProcessingJob: ['processing-job', 'ProcessingJobName'],
  StopTrainingJob: ['training-job', 'TrainingJobName'],
  StopTransformJob: ['transform-job', 'TransformJobName'],
  UpdateModelPackage: ['model-package', 'ModelPackageArn'],
};

const named: Operation = ({ operation, input }, at) => {
  const [kind, property] = NAMED[operation] ?? ['', ''];
  const arn = sageMakerArn(kind, textOf(input, property), at);
  return [
    check(`sagemaker:${operation}`, arn, contextOf(input)),
    ...tagging(arn, input),
    ...handingOver(input),
    ...volumeKey(input, at),
  ];
};

const createEndpoint: Operation = ({ input }, at) => {
  const arn = sageMakerArn('endpoint', textOf(input, 'EndpointName'), at);
  const config = sageMakerArn('endpoint-config', textOf(input, 'EndpointConfigName'), at);
  return [
    check('sagemaker:CreateEndpoint', arn, tagsOf(input)),
    check('sagemaker:CreateEndpoint', config, tagsOf(input)),
    ...tagging(arn, input),
  ];
};

/** Versions of a group are asked about as `model-package/<group>/*`: the number is not known before. */
const versions: Operation = ({ operation, input }, at) => {
  const group = textOf(input, 'ModelPackageGroupName').split('/').at(-1);
  const arn = sageMakerArn('model-package', `${group}/*`, at);
  return [check(`sagemaker:${operation}`, arn, contextOf(input)), ...tagging(arn, input)];
};

const addTags: Operation = ({ input }) => [check('sagemaker:AddTags', textOf(input, 'ResourceArn'), tagsOf(input))];

/** By operation of Amazon SageMaker. Source: SageMaker developer guide, "SageMaker API permissions: actions, permissions, and resources reference". */
export const SAGEMAKER: Readonly<Record<string, Operation>> = {
  ...Object.fromEntries(Object.keys(NAMED).map((operation) => [operation, named])),
  AddTags: addTags,
  CreateEndpoint: createEndpoint,
  CreateModelPackage: versions,
  ListModelPackages: versions,
};

export const SAGEMAKER_RUNTIME: Readonly<Record<string, Operation>> = {
  InvokeEndpoint: ({ input }, at) => [
    check('sagemaker:InvokeEndpoint', sageMakerArn('endpoint', textOf(input, 'EndpointName'), at), {
      ...(input.TargetModel === undefined ? {} : { 'sagemaker:TargetModel': textOf(input, 'TargetModel') }),
    }),
  ],
};

const ofGroups: (action: string, property: string) => Operation = (action, property) => (call, at) => {
  const names = call.input[property] === undefined ? [call.input] : listOf(call.input[property]);
  const arns = [...new Set(names.map((each) => sageMakerArn('feature-group', textOf(each, 'FeatureGroupName'), at)))];
  return arns.flatMap((arn) => [
    check(`sagemaker:${action}`, arn),
    // The caller's right, not the service's: "Security and access control" of Feature Store.
    ...keyChecks(['kms:Decrypt'], arn, 'sagemaker', at),
  ]);
};

export const FEATURE_STORE_RUNTIME: Readonly<Record<string, Operation>> = {
  BatchGetRecord: ofGroups('BatchGetRecord', 'Identifiers'),
  BatchWriteRecord: ofGroups('BatchWriteRecord', 'Entries'),
  DeleteRecord: ofGroups('DeleteRecord', ''),
  GetRecord: ofGroups('GetRecord', ''),
  PutRecord: ofGroups('PutRecord', ''),
};

function sageMakerArn(kind: string, name: string, at: Surroundings): string {
  return arnOf('sagemaker', `${kind}/`, name, at);
}

function contextOf(input: Call['input']): Context {
  const status = textOf(input, 'ModelApprovalStatus');
  const isolated = record(input.NetworkConfig).EnableNetworkIsolation ?? input.EnableNetworkIsolation;
  return {
    ...tagsOf(input),
    ...jobKeys(input),
    ...(status ? { 'sagemaker:ModelApprovalStatus': status } : {}),
    ...(typeof isolated === 'boolean' ? { 'sagemaker:NetworkIsolation': isolated } : {}),
  };
}

function tagsOf(input: Call['input']): Context {
  const tags = listOf(input.Tags);
  if (tags.length === 0) return {};
  const each = tags.map((tag) => [`aws:RequestTag/${textOf(tag, 'Key')}`, textOf(tag, 'Value')] as const);
  return { ...Object.fromEntries(each), 'aws:TagKeys': tags.map((tag) => textOf(tag, 'Key')) };
}

/** What is made with tags takes the right to tag it. */
function tagging(arn: string, input: Call['input']): RequiredCheck[] {
  return listOf(input.Tags).length === 0 ? [] : [check('sagemaker:AddTags', arn, tagsOf(input))];
}

function handingOver(input: Call['input']): RequiredCheck[] {
  const training = record(input.TrainingJobDefinition);
  const roles = [textOf(input, 'RoleArn'), textOf(input, 'ExecutionRoleArn'), textOf(training, 'RoleArn')];
  return roles
    .filter((arn) => arn !== '')
    .map((arn) => check('iam:PassRole', arn, { 'iam:PassedToService': 'sagemaker.amazonaws.com' }));
}

/** The volume of an instance is opened by a grant that the caller makes ("VolumeKmsKeyId" of each job's API reference). */
function volumeKey(input: Call['input'], at: Surroundings): RequiredCheck[] {
  const cluster = record(record(input.ProcessingResources).ClusterConfig);
  const keys = [cluster, record(input.ResourceConfig), record(input.TransformResources)].map((each) =>
    textOf(each, 'VolumeKmsKeyId'),
  );
  return keys
    .filter((key) => key !== '')
    .map((key) => check('kms:CreateGrant', arnOf('kms', 'key/', key, at), { 'kms:GrantIsForAWSResource': true }));
}
