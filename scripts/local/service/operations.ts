import { z } from 'zod';
import type { Caller } from './caller';
import type { FeatureStore } from './feature-store/feature-store';
import type { GlueJobRuns } from './glue/glue-job-runs';
import type { ModelRegistry } from './model-registry';
import { type Paging, page } from './page';
import type { Pipelines } from './pipelines/pipelines';

export interface Services {
  readonly pipelines: Pipelines;
  readonly registry: ModelRegistry;
  readonly models: Map<string, unknown>;
  readonly features: FeatureStore;
  readonly glue: GlueJobRuns;
}

/** One AWS operation that runs here: its name on the wire, the only members it takes, and what it does. */
export interface Operation {
  readonly name: string;
  readonly input: z.ZodType;
  /** `input` was checked. */
  readonly handle: (input: never, services: Services, caller: Caller) => Promise<object> | object;
}

function operation<I extends z.ZodType>(
  name: string,
  input: I,
  handle: (input: z.infer<I>, services: Services, caller: Caller) => Promise<object> | object,
): Operation {
  return { name, input, handle };
}

const text = z.string().min(1);
const paging = { MaxResults: z.int().min(1).max(100).optional(), NextToken: z.string().optional() };
const sortOrder = z.enum(['Ascending', 'Descending']).optional();
const token = z.string().min(32).max(128);
const approval = z.enum(['Approved', 'Rejected', 'PendingManualApproval']);
const parameter = z.strictObject({ Name: z.string().regex(/^[A-Za-z0-9\-_]{1,256}$/), Value: z.string().max(1024) });
const entry = z.strictObject({
  FeatureGroupName: text,
  Record: z.array(z.strictObject({ FeatureName: text, ValueAsString: z.string() })).min(1),
  TargetStores: z
    .array(z.enum(['OnlineStore', 'OfflineStore']))
    .min(1)
    .max(2)
    .optional(),
});
const glueArguments = z.record(z.string(), z.string());

/** The AWS operations that the product calls, and so all that run here; anything else is refused. */
export const OPERATIONS: readonly Operation[] = [
  operation('SageMaker.DescribePipeline', z.strictObject({ PipelineName: text }), ({ PipelineName }, { pipelines }) =>
    pipelines.describe(PipelineName),
  ),
  operation(
    'SageMaker.StartPipelineExecution',
    z.strictObject({
      PipelineName: text,
      ClientRequestToken: token,
      PipelineParameters: z.array(parameter).max(200).optional(),
      PipelineExecutionDisplayName: z
        .string()
        .regex(/^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,81}$/)
        .optional(),
      PipelineExecutionDescription: z.string().max(3072).optional(),
    }),
    (input, { pipelines }, caller) => ({ PipelineExecutionArn: pipelines.start(input, caller).plan.arn }),
  ),
  operation(
    'SageMaker.DescribePipelineExecution',
    z.strictObject({ PipelineExecutionArn: text }),
    (input, { pipelines }) => pipelines.describeExecution(input.PipelineExecutionArn),
  ),
  operation(
    'SageMaker.StopPipelineExecution',
    z.strictObject({ PipelineExecutionArn: text, ClientRequestToken: token }),
    ({ PipelineExecutionArn }, { pipelines }) => {
      pipelines.stop(PipelineExecutionArn);
      return { PipelineExecutionArn };
    },
  ),
  operation(
    'SageMaker.ListPipelineExecutions',
    z.strictObject({
      PipelineName: text,
      CreatedAfter: z.number().optional(),
      CreatedBefore: z.number().optional(),
      SortBy: z.literal('CreationTime').optional(),
      SortOrder: sortOrder,
      ...paging,
    }),
    ({ PipelineName, CreatedAfter = -Infinity, CreatedBefore = Infinity, SortOrder, ...rest }, { pipelines }) => {
      const all = pipelines.listExecutions(PipelineName, SortOrder);
      const wanted = all.filter(({ StartTime }) => StartTime > CreatedAfter && StartTime < CreatedBefore);
      return page('PipelineExecutionSummaries', wanted, rest);
    },
  ),
  operation(
    'SageMaker.ListPipelineExecutionSteps',
    z.strictObject({ PipelineExecutionArn: text, SortOrder: sortOrder, ...paging }),
    ({ PipelineExecutionArn, SortOrder, ...rest }, { pipelines }) =>
      page('PipelineExecutionSteps', pipelines.listSteps(PipelineExecutionArn, SortOrder), rest),
  ),
  operation(
    'SageMaker.ListModelPackages',
    z.strictObject({
      ModelPackageGroupName: text.optional(),
      ModelApprovalStatus: approval.optional(),
      SortBy: z.literal('CreationTime').optional(),
      SortOrder: sortOrder,
      ...paging,
    }),
    (input, { registry }) => page('ModelPackageSummaryList', registry.list(input), input),
  ),
  operation('SageMaker.DescribeModelPackage', z.strictObject({ ModelPackageName: text }), (input, { registry }) =>
    registry.describe(input.ModelPackageName),
  ),
  operation(
    'SageMaker.UpdateModelPackage',
    z.strictObject({
      ModelPackageArn: text,
      ModelApprovalStatus: approval.optional(),
      ApprovalDescription: z.string().max(1024).optional(),
      CustomerMetadataProperties: z.record(z.string().max(128), z.string().min(1).max(256)).optional(),
    }),
    ({ ModelPackageArn, ...changes }, { registry }) => ({ ModelPackageArn: registry.update(ModelPackageArn, changes) }),
  ),
  operation('SageMaker.DeleteModelPackage', z.strictObject({ ModelPackageName: text }), (input, { registry }) => {
    registry.delete(input.ModelPackageName);
    return {};
  }),
  operation('SageMaker.DescribeFeatureGroup', z.strictObject({ FeatureGroupName: text }), (input, { features }) =>
    features.describe(input.FeatureGroupName),
  ),
  operation(
    'FeatureStoreRuntime.BatchWriteRecord',
    z.strictObject({ Entries: z.array(entry).min(1).max(25) }),
    (input, { features }) => features.batchWrite(input.Entries),
  ),
  operation(
    'FeatureStoreRuntime.GetRecord',
    z.strictObject({
      FeatureGroupName: text,
      RecordIdentifierValueAsString: text,
      FeatureNames: z.array(text).min(1).optional(),
    }),
    (input, { features }) =>
      features.getRecord(input.FeatureGroupName, input.RecordIdentifierValueAsString, input.FeatureNames),
  ),
  operation(
    'AWSGlue.StartJobRun',
    z.strictObject({ JobName: text, Arguments: glueArguments.optional(), Timeout: z.int().min(1).optional() }),
    async ({ JobName, Arguments = {}, Timeout }, { glue }) => ({
      JobRunId: await glue.start(JobName, Arguments, Timeout),
    }),
  ),
  operation(
    'AWSGlue.GetJobRun',
    z.strictObject({ JobName: text, RunId: text, PredecessorsIncluded: z.boolean().optional() }),
    (input, { glue }) => ({
      JobRun: glue.get(input.JobName, input.RunId),
    }),
  ),
  operation('AWSGlue.GetJobRuns', z.strictObject({ JobName: text, ...paging }), ({ JobName, ...rest }, { glue }) =>
    page('JobRuns', glue.list(JobName), rest satisfies Paging),
  ),
  operation(
    'AWSGlue.BatchStopJobRun',
    z.strictObject({ JobName: text, JobRunIds: z.array(text).min(1).max(25) }),
    (input, { glue }) => glue.stop(input.JobName, input.JobRunIds),
  ),
];
