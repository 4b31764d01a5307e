import { z } from 'zod';
import type { Caller } from './caller';
import type { CostExplorer } from './cost-explorer/cost-explorer';
import { COST_OPERATIONS } from './cost-explorer/operations';
import type { FeatureStore } from './feature-store/feature-store';
import type { GlueJobRuns } from './glue/glue-job-runs';
import type { ModelRegistry } from './model-registry';
import type { Models } from './models';
import { page } from './page';
import type { Pipelines } from './pipelines/pipelines';
import type { EndpointConfigs } from './serving/endpoint-configs';
import type { Endpoints } from './serving/endpoints';
import type { Tags } from './tags';

export interface Services {
  readonly pipelines: Pipelines;
  readonly registry: ModelRegistry;
  readonly models: Models;
  readonly configs: EndpointConfigs;
  readonly endpoints: Endpoints;
  readonly tags: Tags;
  readonly features: FeatureStore;
  readonly glue: GlueJobRuns;
  readonly costs: CostExplorer;
}

type Handle<I> = (input: I, services: Services, caller: Caller) => Promise<object> | object;

/** One AWS operation that runs here: its name on the wire, the only members it takes, and what it does with them. */
export interface Operation {
  readonly name: string;
  readonly input: z.ZodType;
  readonly handle: Handle<never>;
}

function operation<S extends z.ZodRawShape>(
  name: string,
  members: S,
  handle: Handle<z.infer<z.ZodObject<S>>>,
): Operation {
  return { name, input: z.strictObject(members), handle };
}

const text = z.string().min(1);
const time = z.number().optional();
const paging = { MaxResults: z.int().min(1).max(100).optional(), NextToken: z.string().optional() };
const sorting = {
  SortBy: z.literal('CreationTime').optional(),
  SortOrder: z.enum(['Ascending', 'Descending']).optional(),
};
const token = z.string().min(32).max(128);
const approval = z.enum(['Approved', 'Rejected', 'PendingManualApproval']).optional();
const parameter = z.strictObject({ Name: z.string().regex(/^[A-Za-z0-9\-_]{1,256}$/), Value: z.string().max(1024) });
const store = z.enum(['OnlineStore', 'OfflineStore']);
const feature = z.strictObject({ FeatureName: text, ValueAsString: z.string() });
const stores = z.array(store).min(1).max(2).optional();
const identifier = z.strictObject({
  FeatureGroupName: text,
  RecordIdentifiersValueAsString: z.array(text).min(1).max(100),
  FeatureNames: z.array(text).min(1).optional(),
});
const entry = z.strictObject({ FeatureGroupName: text, Record: z.array(feature).min(1), TargetStores: stores });
const metadata = z.record(z.string().max(128), z.string().min(1).max(256)).optional();
const executionName = z.string().regex(/^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,81}$/);

/** The AWS operations that the product calls, and so all that run here; anything else is refused. */
export const OPERATIONS: readonly Operation[] = [
  operation('SageMaker.DescribePipeline', { PipelineName: text }, (input, { pipelines }) =>
    pipelines.describe(input.PipelineName),
  ),
  operation(
    'SageMaker.StartPipelineExecution',
    {
      PipelineName: text,
      ClientRequestToken: token,
      PipelineParameters: z.array(parameter).max(200).optional(),
      PipelineExecutionDisplayName: executionName.optional(),
      PipelineExecutionDescription: z.string().max(3072).optional(),
    },
    (input, { pipelines }, caller) => ({ PipelineExecutionArn: pipelines.start(input, caller).arn }),
  ),
  operation('SageMaker.DescribePipelineExecution', { PipelineExecutionArn: text }, (input, { pipelines }) =>
    pipelines.execution(input.PipelineExecutionArn).describe(),
  ),
  operation(
    'SageMaker.StopPipelineExecution',
    { PipelineExecutionArn: text, ClientRequestToken: token },
    ({ PipelineExecutionArn }, { pipelines }) => {
      pipelines.stop(PipelineExecutionArn);
      return { PipelineExecutionArn };
    },
  ),
  operation(
    'SageMaker.ListPipelineExecutions',
    { PipelineName: text, CreatedAfter: time, CreatedBefore: time, ...sorting, ...paging },
    ({ CreatedAfter = -Infinity, CreatedBefore = Infinity, ...input }, { pipelines }) => {
      const all = pipelines.listExecutions(input.PipelineName);
      const wanted = all.filter(({ StartTime }) => StartTime > CreatedAfter && StartTime < CreatedBefore);
      return page('PipelineExecutionSummaries', wanted, { SortOrder: 'Descending', ...input });
    },
  ),
  operation(
    'SageMaker.ListPipelineExecutionSteps',
    { PipelineExecutionArn: text, SortOrder: sorting.SortOrder, ...paging },
    (input, { pipelines }) => {
      const steps = [...pipelines.execution(input.PipelineExecutionArn).steps.values()];
      return page('PipelineExecutionSteps', steps, { SortOrder: 'Descending', ...input });
    },
  ),
  operation(
    'SageMaker.ListModelPackages',
    { ModelPackageGroupName: text.optional(), ModelApprovalStatus: approval, ...sorting, ...paging },
    (input, { registry }) => page('ModelPackageSummaryList', registry.list(input), input),
  ),
  operation('SageMaker.DescribeModelPackage', { ModelPackageName: text }, (input, { registry }) =>
    registry.describe(input.ModelPackageName),
  ),
  operation(
    'SageMaker.UpdateModelPackage',
    {
      ModelPackageArn: text,
      ModelApprovalStatus: approval,
      ApprovalDescription: z.string().max(1024).optional(),
      CustomerMetadataProperties: metadata,
    },
    ({ ModelPackageArn, ...changes }, { registry }) => {
      registry.update(ModelPackageArn, changes);
      return { ModelPackageArn };
    },
  ),
  operation('SageMaker.DeleteModelPackage', { ModelPackageName: text }, (input, { registry }) => {
    registry.delete(input.ModelPackageName);
    return {};
  }),
  operation('SageMaker.DescribeModelPackageGroup', { ModelPackageGroupName: text }, (input, { registry }) =>
    registry.describeGroup(input.ModelPackageGroupName),
  ),
  operation('SageMaker.ListModels', { NameContains: text.optional(), ...sorting, ...paging }, (input, { models }) =>
    page('Models', models.list(input.NameContains), { SortOrder: 'Descending', ...input }),
  ),
  operation('SageMaker.DeleteModel', { ModelName: text }, (input, { models }) => {
    models.delete(input.ModelName);
    return {};
  }),
  operation('SageMaker.DescribeEndpoint', { EndpointName: text }, (input, { endpoints }) =>
    endpoints.get(input.EndpointName).describe(),
  ),
  operation('SageMaker.DescribeEndpointConfig', { EndpointConfigName: text }, (input, { configs }) =>
    configs.describe(input.EndpointConfigName),
  ),
  operation(
    'SageMaker.ListEndpointConfigs',
    { NameContains: text.optional(), ...sorting, ...paging },
    (input, { configs }) =>
      page('EndpointConfigs', configs.list(input.NameContains), { SortOrder: 'Descending', ...input }),
  ),
  operation('SageMaker.DeleteEndpointConfig', { EndpointConfigName: text }, (input, { configs }) => {
    configs.delete(input.EndpointConfigName);
    return {};
  }),
  operation('SageMaker.ListMonitoringExecutions', { MonitoringScheduleName: text.optional(), ...paging }, (input) =>
    // Schedules are kept here, and none of them runs a job.
    page('MonitoringExecutionSummaries', [], input),
  ),
  operation(
    'SageMaker.ListTags',
    { ResourceArn: z.string().regex(/^arn:aws:sagemaker:/), NextToken: z.string().optional() },
    (input, { tags }) => ({ Tags: tags.list(input.ResourceArn) }),
  ),
  operation(
    'SageMakerRuntime.InvokeEndpoint',
    {
      EndpointName: text,
      Body: z.instanceof(Buffer),
      ContentType: text.optional(),
      Accept: text.optional(),
      CustomAttributes: z.string().max(1024).optional(),
      TargetVariant: text.optional(),
      InferenceId: z
        .string()
        .regex(/^\S[\x20-\x7E]{0,63}$/)
        .optional(),
    },
    (input, { endpoints }, caller) => endpoints.invoke(input, caller),
  ),
  operation('SageMaker.DescribeFeatureGroup', { FeatureGroupName: text }, (input, { features }) =>
    features.describe(input.FeatureGroupName),
  ),
  operation('FeatureStoreRuntime.BatchWriteRecord', { Entries: z.array(entry).min(1).max(25) }, (input, { features }) =>
    features.batchWrite(input.Entries),
  ),
  operation(
    'FeatureStoreRuntime.GetRecord',
    { FeatureGroupName: text, RecordIdentifierValueAsString: text, FeatureNames: z.array(text).min(1).optional() },
    ({ FeatureGroupName, RecordIdentifierValueAsString, FeatureNames }, { features }) =>
      features.getRecord(FeatureGroupName, RecordIdentifierValueAsString, FeatureNames),
  ),
  operation('FeatureStoreRuntime.BatchGetRecord', { Identifiers: z.array(identifier).min(1).max(100) }, (input, all) =>
    all.features.batchGet(input.Identifiers),
  ),
  operation(
    'AWSGlue.StartJobRun',
    { JobName: text, Arguments: z.record(z.string(), z.string()).default({}), Timeout: z.int().min(1).optional() },
    async (input, { glue }) => ({ JobRunId: await glue.start(input.JobName, input.Arguments, input.Timeout) }),
  ),
  operation('AWSGlue.GetJobRun', { JobName: text, RunId: text }, (input, { glue }) => ({
    JobRun: glue.get(input.JobName, input.RunId),
  })),
  operation('AWSGlue.GetJobRuns', { JobName: text, ...paging }, (input, { glue }) =>
    page('JobRuns', glue.list(input.JobName), input),
  ),
  operation('AWSGlue.BatchStopJobRun', { JobName: text, JobRunIds: z.array(text).min(1).max(25) }, (input, { glue }) =>
    glue.stop(input.JobName, input.JobRunIds),
  ),
  ...COST_OPERATIONS,
];
