import * as costs from '@aws-sdk/client-cost-explorer';
import * as glue from '@aws-sdk/client-glue';
import * as sageMaker from '@aws-sdk/client-sagemaker';
import * as features from '@aws-sdk/client-sagemaker-featurestore-runtime';
import * as runtime from '@aws-sdk/client-sagemaker-runtime';
import { OPERATIONS } from '../../../../scripts/local/service/operations';
import { type DocumentedShape, requestProblems } from '../../../../scripts/local/service/request-problems';
import { ROLE, RunningService, type WireAnswer } from './running-service';
import { endpointProperties, givenConfig, givenModel } from './serving-fixtures';

jest.setTimeout(30_000);

/** The AWS SDKs' own model of an operation: `[9, namespace, name, traits, input, output]`. */
function documented(name: string): { readonly input: DocumentedShape; readonly output: DocumentedShape | string } {
  const [service, action] = name.split('.');
  const sdk = {
    AWSInsightsIndexService: costs,
    SageMaker: sageMaker,
    AWSGlue: glue,
    FeatureStoreRuntime: features,
    SageMakerRuntime: runtime,
  }[service ?? ''];
  const operation = (sdk as unknown as Record<string, readonly (() => DocumentedShape)[]>)[`${action}$`];
  if (!operation?.[4] || !operation[5]) throw new Error(`AWS has no operation ${name}`);
  return { input: operation[4](), output: operation[5]() };
}

const ENTRY = {
  FeatureGroupName: 'customers',
  Record: [
    { FeatureName: 'id', ValueAsString: 'a' },
    { FeatureName: 'time', ValueAsString: '2026-11-20T10:00:00Z' },
  ],
};

let service: RunningService;
const known = { execution: '', running: '', version: '', model: '', run: '', config: '', configArn: '' };

/** Something to ask about: a finished and a running execution with their model and version, a group, a Glue run. */
beforeAll(async () => {
  service = await RunningService.start();
  const definitions = ['id', 'time'].map((FeatureName) => ({ FeatureName, FeatureType: 'String' }));
  const names = { FeatureGroupName: 'customers', RecordIdentifierFeatureName: 'id', EventTimeFeatureName: 'time' };
  const OnlineStoreConfig = { EnableOnlineStore: true };
  await service.cfn('create', 'FeatureGroup', {
    props: { ...names, FeatureDefinitions: definitions, OnlineStoreConfig },
  });
  await service.cfn('create', 'ModelPackageGroup', { props: { ModelPackageGroupName: 'models' } });
  service.cloud.store.put('bucket/model.tar.gz', 'model');
  const container = { Image: 'image', ModelDataUrl: 's3://bucket/model.tar.gz' };
  const PrimaryContainer = container;
  const InferenceSpecification = { Containers: [container], SupportedContentTypes: ['text/csv'] };
  const Steps = [
    { Name: 'Make', Type: 'Model', Arguments: { ExecutionRoleArn: ROLE, PrimaryContainer } },
    { Name: 'Register', Type: 'RegisterModel', Arguments: { ModelPackageGroupName: 'models', InferenceSpecification } },
  ];
  const { execution, steps } = await service.run({ Steps });
  known.execution = execution.PipelineExecutionArn;
  known.version = steps.Register.Metadata.RegisterModel.Arn;
  service.cloud.functions.set('wait', () => new Promise(() => {}));
  await service.givenPipeline('waiting', {
    Steps: [{ Name: 'Wait', Type: 'Lambda', FunctionArn: 'wait', Arguments: {} }],
  });
  service.cloud.store.put('bucket/script.py', 'import time; time.sleep(60)');
  service.cloud.glueJobs.set('job', { Name: 'job', Role: ROLE, Command: { ScriptLocation: 's3://bucket/script.py' } });
  known.run = (await service.call('StartJobRun', { JobName: 'job' })).body.JobRunId;
  known.running = await service.givenExecution('waiting');
  const listed = await service.call('ListModels', {});
  known.model = listed.body.Models[0].ModelName;
  const config = await givenConfig(service, await givenModel(service));
  Object.assign(known, { config: config.EndpointConfigName, configArn: config.EndpointConfigArn });
  await service.cfn('create', 'Endpoint', { props: endpointProperties(known.config) });
});

afterAll(() => service.close());

const TAX = { Dimensions: { Key: 'RECORD_TYPE', Values: ['Tax'] } };
/** A request for each operation that runs here, in an order in which none spoils the next. */
const REQUESTS: Readonly<Record<string, () => object>> = {
  'SageMaker.DescribePipeline': () => ({ PipelineName: 'waiting' }),
  'SageMaker.StartPipelineExecution': () => ({ PipelineName: 'waiting', ClientRequestToken: 'x'.repeat(32) }),
  'SageMaker.DescribePipelineExecution': () => ({ PipelineExecutionArn: known.execution }),
  'SageMaker.ListPipelineExecutions': () => ({ PipelineName: 'waiting', SortOrder: 'Ascending', MaxResults: 1 }),
  'SageMaker.ListPipelineExecutionSteps': () => ({ PipelineExecutionArn: known.execution }),
  'SageMaker.StopPipelineExecution': () => ({
    PipelineExecutionArn: known.running,
    ClientRequestToken: 'x'.repeat(32),
  }),
  'SageMaker.ListModelPackages': () => ({ ModelPackageGroupName: 'models', SortBy: 'CreationTime' }),
  'SageMaker.DescribeModelPackage': () => ({ ModelPackageName: known.version }),
  'SageMaker.UpdateModelPackage': () => ({ ModelPackageArn: known.version, ModelApprovalStatus: 'Approved' }),
  'SageMaker.DeleteModelPackage': () => ({ ModelPackageName: known.version }),
  'SageMaker.DescribeModelPackageGroup': () => ({ ModelPackageGroupName: 'models' }),
  'SageMaker.ListModels': () => ({ NameContains: 'Make' }),
  'SageMaker.DeleteModel': () => ({ ModelName: known.model }),
  'SageMaker.DescribeEndpoint': () => ({ EndpointName: 'scores' }),
  'SageMaker.DescribeEndpointConfig': () => ({ EndpointConfigName: known.config }),
  'SageMaker.ListEndpointConfigs': () => ({ NameContains: 'Logical', SortBy: 'CreationTime', MaxResults: 1 }),
  'SageMaker.ListMonitoringExecutions': () => ({ MonitoringScheduleName: 'quality', MaxResults: 1 }),
  'SageMaker.ListTags': () => ({ ResourceArn: known.configArn }),
  'SageMakerRuntime.InvokeEndpoint': () => ({
    EndpointName: 'scores',
    Body: '1,2',
    ContentType: 'text/csv',
    Accept: 'text/csv',
    CustomAttributes: 'asked by a test',
    InferenceId: '2026112010-a',
    TargetVariant: 'main',
  }),
  'SageMaker.DeleteEndpointConfig': () => ({ EndpointConfigName: known.config }),
  'SageMaker.DescribeFeatureGroup': () => ({ FeatureGroupName: 'customers' }),
  'FeatureStoreRuntime.BatchWriteRecord': () => ({ Entries: [ENTRY, { ...ENTRY, Record: ENTRY.Record.slice(1) }] }),
  'FeatureStoreRuntime.BatchGetRecord': () => ({
    Identifiers: [
      { FeatureGroupName: 'customers', RecordIdentifiersValueAsString: ['a', 'nobody'], FeatureNames: ['id'] },
      { FeatureGroupName: 'others', RecordIdentifiersValueAsString: ['a'] },
    ],
  }),
  'FeatureStoreRuntime.GetRecord': () => ({ FeatureGroupName: 'customers', RecordIdentifierValueAsString: 'a' }),
  'AWSGlue.StartJobRun': () => ({ JobName: 'other' }),
  'AWSGlue.GetJobRun': () => ({ JobName: 'job', RunId: known.run }),
  'AWSGlue.GetJobRuns': () => ({ JobName: 'job' }),
  'AWSGlue.BatchStopJobRun': () => ({ JobName: 'job', JobRunIds: [known.run, 'jr_unknown'] }),
  'AWSInsightsIndexService.GetCostAndUsage': () => ({
    TimePeriod: { Start: '2026-10-01', End: '2026-11-01' },
    Granularity: 'MONTHLY',
    Metrics: ['UnblendedCost'],
    Filter: { And: [{ Tags: { Key: 'ml:environment', Values: ['sandbox'] } }, { Not: TAX }] },
    GroupBy: [
      { Type: 'TAG', Key: 'ml:phase' },
      { Type: 'DIMENSION', Key: 'SERVICE' },
    ],
  }),
  'AWSInsightsIndexService.ListCostAllocationTags': () => ({ TagKeys: ['ml:phase'], Type: 'UserDefined' }),
  'AWSInsightsIndexService.UpdateCostAllocationTagsStatus': () => ({
    CostAllocationTagsStatus: ['ml:owner', 'unknown'].map((TagKey) => ({ TagKey, Status: 'Active' })),
  }),
};

function send(name: string, input: Record<string, unknown>): Promise<WireAnswer> {
  const [api, action = ''] = name.split('.');
  if (api === 'SageMakerRuntime') return invoke(input as Record<string, string>);
  if (api !== 'FeatureStoreRuntime') return service.call(api === 'AWSInsightsIndexService' ? name : action, input);
  if (action.startsWith('Batch')) return service.runtime('POST', `/${action}`, input);
  const { FeatureGroupName, ...query } = input;
  return service.runtime(
    'GET',
    `/FeatureGroup/${FeatureGroupName}?${new URLSearchParams(query as Record<string, string>)}`,
  );
}

/** Members by their headers, as the SDK's own model of the operation has them. */
async function invoke({ EndpointName, Body, ...members }: Record<string, string>): Promise<WireAnswer> {
  const [, , , , names, shapes] = runtime.InvokeEndpointInput$ as unknown as [0, 0, 0, 0, string[], unknown[]];
  const headerOf = (member: string): string => {
    const [, traits] = (shapes[names.indexOf(member)] ?? []) as [unknown, { httpHeader?: string }?];
    return traits?.httpHeader ?? `x-amzn-sagemaker-${member}`;
  };
  const headers = Object.entries(members).map(([member, value]) => [headerOf(member), value]);
  const {
    status,
    errorType,
    headers: answered,
    body,
  } = await service.invoke(EndpointName ?? '', Body ?? '', Object.fromEntries(headers));
  if (status !== 200) return { status, errorType, body: JSON.parse(body) };
  const InvokedProductionVariant = answered.get('x-amzn-invoked-production-variant');
  return {
    status,
    errorType,
    body: { Body: body, ContentType: answered.get('content-type'), InvokedProductionVariant },
  };
}

test('every operation that runs has a contract test', () => {
  expect(Object.keys(REQUESTS).sort()).toEqual(OPERATIONS.map(({ name }) => name).sort());
});

describe.each(Object.entries(REQUESTS))('%s', (name, request) => {
  test('a member that is not in its list is refused', async () => {
    const { status, errorType, body } = await send(name, { ...request(), Unknown: 'x' });

    expect([status, errorType]).toEqual([400, expect.stringMatching(/^Validation(Exception|Error)$/)]);
    expect(body.message.toLowerCase()).toContain('unknown');
  });

  test('takes what AWS documents and answers as AWS documents', async () => {
    service.cloud.glueJobs.set('other', { Name: 'other', Command: { ScriptLocation: 's3://bucket/none.py' } });
    const { input, output } = documented(name);
    const asked = request();

    const { status, body } = await send(name, asked as Record<string, unknown>);

    expect(requestProblems(input, asked)).toEqual([]);
    expect([status, body]).toEqual([200, expect.any(Object)]);
    expect(output === 'unit' ? Object.keys(body) : requestProblems(output as DocumentedShape, body)).toEqual([]);
  });
});

test('what does not run here is refused in the shape of AWS', async () => {
  const { status, errorType, body } = await service.call('CreateNotebookInstance', {});

  expect([status, errorType, body.__type]).toEqual([400, 'UnknownOperationException', 'UnknownOperationException']);
  expect(body.message).toContain('CreateNotebookInstance');
});

test('a list is given in pages, newest first, and its token leads on', async () => {
  const more = await Promise.all(Array.from({ length: 12 }, () => service.givenExecution('waiting')));

  const newest = await service.givenExecution('waiting');
  const first = (await service.call('ListPipelineExecutions', { PipelineName: 'waiting' })).body;
  const NextToken = first.NextToken;
  const second = (await service.call('ListPipelineExecutions', { PipelineName: 'waiting', NextToken })).body;

  expect(first.PipelineExecutionSummaries).toHaveLength(10);
  expect(first.PipelineExecutionSummaries[0].PipelineExecutionArn).toBe(newest);
  const all = [...first.PipelineExecutionSummaries, ...second.PipelineExecutionSummaries];
  expect(all.map((each) => each.PipelineExecutionArn)).toEqual(expect.arrayContaining(more));
  expect(new Set(all.map((each) => each.PipelineExecutionArn)).size).toBe(all.length);
  expect(second.NextToken).toBeUndefined();
});
