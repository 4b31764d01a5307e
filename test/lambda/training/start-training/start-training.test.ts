import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SageMakerClient, SageMakerServiceException } from '@aws-sdk/client-sagemaker';
import { startTraining } from '../../../../lambda/training/start-training/start-training';
import { s3Body, stubClient } from '../../stub-client';

const HASH = 'a'.repeat(64);
const EVENT = { cause: 'new-data', datasets: 's3://lake/datasets/parts/run-2', time: '2026-11-21T10:00:00Z' };
const ENV = {
  PIPELINE_NAME: 'training',
  MODEL_PACKAGE_GROUP_NAME: 'parts',
  STARTS_TABLE: 'starts',
  COOL_DOWN_HOURS: '24',
  MINIMUM_NEW_LABELS: '500',
  SIGNAL_NAMESPACE: 'tested',
};

type Item = Record<string, { S?: string; N?: string }>;

/** A table, a pipeline and a registry that behave as AWS documents; `status` is what became of the last execution. */
function givenCloud({ versions = 0, labels = 1000, startFails = 0 } = {}) {
  const executions = new Map<string, string>();
  const state = { item: undefined as Item | undefined, executions, versions, labels, listLags: false };
  let failures = startFails;
  const refuse = () => new ConditionalCheckFailedException({ message: 'changed meanwhile', $metadata: {} });
  const rows = () => ({ train: state.labels - 200, validation: 100, test: 100 });
  const s3 = stubClient(new S3Client({}), {
    GetObject: () => ({ Body: s3Body(JSON.stringify({ rows: rows(), hash: HASH, files: {} })) }),
  });
  const dynamoDb = stubClient(new DynamoDBClient({}), {
    GetItem: () => ({ Item: state.item && { ...state.item } }),
    PutItem: ({ Item, ConditionExpression, ExpressionAttributeValues }) => {
      const expected = ConditionExpression === '#token = :last' ? ExpressionAttributeValues[':last'].S : undefined;
      if (state.item?.token?.S !== expected) return refuse();
      state.item = Item;
      return {};
    },
    UpdateItem: ({ ExpressionAttributeValues: values }) => {
      if (state.item?.token?.S !== values[':token'].S) return refuse();
      state.item = { ...state.item, executionArn: values[':arn'] };
      return {};
    },
  });
  const sageMaker = stubClient(new SageMakerClient({}), {
    ListPipelineExecutions: () => ({
      PipelineExecutionSummaries: (state.listLags ? [] : [...executions.values()]).map((PipelineExecutionStatus) => ({
        PipelineExecutionStatus,
      })),
    }),
    ListModelPackages: () => ({ ModelPackageSummaryList: Array.from({ length: state.versions }, () => ({})) }),
    DescribePipelineExecution: ({ PipelineExecutionArn }) => {
      const PipelineExecutionStatus = state.executions.get(PipelineExecutionArn);
      const unknown = { name: 'ResourceNotFound', message: 'gone', $fault: 'client' as const, $metadata: {} };
      return PipelineExecutionStatus ? { PipelineExecutionStatus } : new SageMakerServiceException(unknown);
    },
    StartPipelineExecution: ({ ClientRequestToken }) => {
      if (failures-- > 0) return new Error('ThrottlingException');
      const arn = `arn:execution/${ClientRequestToken}`;
      if (!state.executions.has(arn)) state.executions.set(arn, 'Executing');
      return { PipelineExecutionArn: arn };
    },
  });
  const cloudWatch = stubClient(new CloudWatchClient({}), { PutMetricData: () => ({}) });
  const clients = {
    s3: s3.client,
    dynamoDb: dynamoDb.client,
    sageMaker: sageMaker.client,
    cloudWatch: cloudWatch.client,
  };
  const starts = () => sageMaker.sent.filter(({ command }) => command === 'StartPipelineExecution');
  const end = (status: string) => {
    for (const arn of state.executions.keys()) state.executions.set(arn, status);
  };
  return {
    state,
    s3,
    dynamoDb,
    cloudWatch,
    starts,
    end,
    send: (event: object = EVENT) => startTraining(event, clients, ENV),
  };
}

test('the first datasets start the pipeline with their place, their hash and the cause', async () => {
  const { send, starts, s3, state } = givenCloud();

  const answer = await send();

  expect(answer).toEqual({ started: true, executionArn: state.item?.executionArn?.S });
  expect(starts().map(({ input }) => input)).toEqual([
    {
      PipelineName: 'training',
      ClientRequestToken: expect.stringMatching(/^[0-9a-f]{64}$/),
      PipelineParameters: [
        { Name: 'DatasetsUri', Value: 's3://lake/datasets/parts/run-2' },
        { Name: 'DatasetsHash', Value: HASH },
        { Name: 'Cause', Value: 'new-data' },
      ],
    },
  ]);
  expect(s3.sent[0]?.input).toEqual({ Bucket: 'lake', Key: 'datasets/parts/run-2/manifest.json' });
});

test.each(['Executing', 'Failed', 'Succeeded'])(
  'the same event twice is one execution, also when it is %s by then',
  async (status) => {
    const { send, starts, end, state } = givenCloud();

    await send();
    end(status);

    expect(await send()).toMatchObject({ started: false, reason: expect.stringContaining('this event has started') });
    expect(starts()).toHaveLength(1);
    expect(state.executions.size).toBe(1);
  },
);

test('the same event twice at the same moment is one execution', async () => {
  const { send, state } = givenCloud();

  const answers = await Promise.all([send(), send(), send()]);

  expect(answers.filter(({ started }) => started)).toHaveLength(1);
  expect(state.executions.size).toBe(1);
});

test('two different events at the same moment are one execution', async () => {
  const { send, state } = givenCloud();

  const answers = await Promise.all([send(), send({ ...EVENT, cause: 'drift' })]);

  expect(answers.filter(({ started }) => started)).toHaveLength(1);
  expect(state.executions.size).toBe(1);
});

test('a start that fails is an error, and the retry of the event makes the very same start', async () => {
  const { send, starts, state } = givenCloud({ startFails: 1 });

  await expect(send()).rejects.toThrow('ThrottlingException');
  await send();

  const tokens = starts().map(({ input }) => input.ClientRequestToken);
  expect(tokens).toHaveLength(2);
  expect(new Set(tokens).size).toBe(1);
  expect(state.executions.size).toBe(1);
  expect(state.item?.executionArn).toBeDefined();
});

test('a start that was claimed and never made is made by the next event, which then waits for it', async () => {
  const { send, starts } = givenCloud({ startFails: 1 });
  await expect(send()).rejects.toThrow();

  const answer = await send({ ...EVENT, datasets: 's3://lake/datasets/parts/run-3', time: '2026-11-21T11:00:00Z' });

  expect(answer).toEqual({ started: false, reason: 'a training is running' });
  expect(starts().at(-1)?.input.PipelineParameters[0].Value).toBe('s3://lake/datasets/parts/run-2');
});

test('after a failed run the next event starts at once, and the labels are still new', async () => {
  const { send, end, state } = givenCloud({ versions: 1 });
  await send();
  end('Failed');

  expect(await send({ ...EVENT, time: '2026-11-21T10:05:00Z' })).toMatchObject({ started: true });
  expect(state.item).toMatchObject({ attempt: { N: '2' }, labelsBefore: { N: '0' } });
});

test('after a success the cool-down runs, then new labels decide', async () => {
  const { send, end, state } = givenCloud({ versions: 1 });
  await send();
  end('Succeeded');

  const soon = await send({ ...EVENT, time: '2026-11-22T09:00:00Z' });
  const few = await send({ ...EVENT, time: '2026-11-22T10:00:00Z' });
  state.labels = 1500;
  const enough = await send({ ...EVENT, time: '2026-11-22T10:00:00Z' });

  expect(soon).toEqual({ started: false, reason: 'the last training was asked for 23.0 hours before; 24 must pass' });
  expect(few).toMatchObject({ started: false, reason: expect.stringMatching(/^0 new labels/) });
  expect(enough).toMatchObject({ started: true });
  expect(state.item).toMatchObject({ labels: { N: '1500' }, labelsBefore: { N: '1000' } });
});

test('an execution that somebody else started is waited for', async () => {
  const { send, state, starts } = givenCloud();
  state.executions.set('arn:execution/by-hand', 'Stopping');

  expect(await send()).toEqual({ started: false, reason: 'a training is running' });
  expect(starts()).toEqual([]);
});

test('a list that lags behind a start does not let a second one in', async () => {
  const { send, state, dynamoDb } = givenCloud();
  await send();
  state.listLags = true;

  expect(await send({ ...EVENT, cause: 'drift' })).toEqual({ started: false, reason: 'a training is running' });
  // Nor does a replica of the table that lags behind.
  expect(dynamoDb.sent[0]?.input).toMatchObject({ ConsistentRead: true, Key: { pipeline: { S: 'training' } } });
});

test('an execution that went with its pipeline is in nobody’s way', async () => {
  const { send, state } = givenCloud();
  await send();
  state.executions.clear();

  expect(await send({ ...EVENT, time: '2026-11-21T10:00:01Z' })).toMatchObject({ started: true });
});

test.each([
  ['drift', [{ Namespace: 'tested', MetricData: [{ MetricName: 'TooFewLabels', Value: 1, Unit: 'Count' }] }]],
  ['new-data', []],
])('too few labels after %s signal %j', async (cause, signals) => {
  const { send, cloudWatch } = givenCloud({ versions: 1, labels: 499 });

  expect(await send({ ...EVENT, cause })).toMatchObject({ started: false });
  expect(cloudWatch.sent.map(({ input }) => input)).toEqual(signals);
});

test('a preparation that found its work done asks AWS for nothing', async () => {
  const { send, s3, dynamoDb } = givenCloud();
  const output = JSON.stringify({ outcome: 'already-prepared', cause: 'new-data', datasets: 's3://lake/datasets/x' });
  const detail = { status: 'SUCCEEDED', output };

  const answer = await send({ 'detail-type': 'Step Functions Execution Status Change', time: EVENT.time, detail });

  expect(answer).toEqual({ started: false, reason: 'the delivery was prepared before' });
  expect([s3.sent, dynamoDb.sent]).toEqual([[], []]);
});

test('a manifest that is none is named', async () => {
  const { send, state } = givenCloud();
  state.labels = Number.NaN;

  await expect(send()).rejects.toThrow('s3://lake/datasets/parts/run-2/manifest.json is no manifest of datasets');
});

test('an item that lacks a member is no last start', async () => {
  const { send, state } = givenCloud();
  state.item = { pipeline: { S: 'training' } };

  await expect(send()).rejects.toThrow('the last start of training has no eventTime');
});
