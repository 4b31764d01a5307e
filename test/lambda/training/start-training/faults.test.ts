import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { startTraining } from '../../../../lambda/training/start-training/start-training';
import { expectSameHoweverBrokenOff } from '../../../faults/break-off';
import { s3Body, stubClient } from '../../stub-client';

const ENV = {
  PIPELINE_NAME: 'training',
  MODEL_PACKAGE_GROUP_NAME: 'parts',
  STARTS_TABLE: 'starts',
  COOL_DOWN_HOURS: '24',
  MINIMUM_NEW_LABELS: '500',
  SIGNAL_NAMESPACE: 'tested',
};
const MANIFEST = JSON.stringify({ rows: { train: 800, validation: 100, test: 100 }, hash: 'a'.repeat(64) });
const prepared = (time: string, run = 'run-2') => ({
  'detail-type': 'Step Functions Execution Status Change',
  time,
  detail: {
    status: 'SUCCEEDED',
    output: JSON.stringify({ outcome: 'prepared', cause: 'new-data', datasets: `s3://lake/datasets/${run}`, time }),
  },
});
const EVENT = prepared('2026-11-21T10:00:00Z');

type Item = Record<string, { S?: string; N?: string }>;

/** A table, a pipeline that starts once for a token, and a registry. */
function given(manifest = MANIFEST) {
  let item: Item | undefined;
  const executions = new Map<string, { status: string; datasets: string }>();
  const changed = () => new ConditionalCheckFailedException({ message: 'changed meanwhile', $metadata: {} });
  const clients = {
    s3: stubClient(new S3Client({}), { GetObject: () => ({ Body: s3Body(manifest) }) }).client,
    dynamoDb: stubClient(new DynamoDBClient({}), {
      GetItem: () => ({ Item: item && { ...item } }),
      PutItem: ({ Item, ExpressionAttributeValues }) => {
        if (item?.token?.S !== ExpressionAttributeValues?.[':last']?.S) return changed();
        item = Item;
        return {};
      },
      UpdateItem: ({ ExpressionAttributeValues: values }) => {
        if (item?.token?.S !== values[':token'].S) return changed();
        item = { ...item, executionArn: values[':arn'] };
        return {};
      },
    }).client,
    sageMaker: stubClient(new SageMakerClient({}), {
      ListPipelineExecutions: () => ({
        PipelineExecutionSummaries: [...executions.values()].map(({ status }) => ({ PipelineExecutionStatus: status })),
      }),
      ListModelPackages: () => ({ ModelPackageSummaryList: [] }),
      DescribePipelineExecution: ({ PipelineExecutionArn }) => ({
        PipelineExecutionStatus: executions.get(PipelineExecutionArn)?.status,
      }),
      StartPipelineExecution: ({ ClientRequestToken, PipelineParameters }) => {
        const arn = `arn:execution/${ClientRequestToken}`;
        if (!executions.has(arn)) executions.set(arn, { status: 'Executing', datasets: PipelineParameters[0].Value });
        return { PipelineExecutionArn: arn };
      },
    }).client,
    cloudWatch: stubClient(new CloudWatchClient({}), {}).client,
  };
  const send = (event: unknown) => startTraining(event, clients, ENV);
  return {
    clients: Object.values(clients),
    send,
    start: () => send(EVENT),
    end: (status: string) => {
      for (const execution of executions.values()) execution.status = status;
    },
    left: () => ({ item, executions: [...executions] }),
  };
}

test('broken off anywhere and started again, one training runs and is remembered', async () => {
  expect(await expectSameHoweverBrokenOff(given)).toBeGreaterThanOrEqual(14);

  const { start, left } = given();
  await start();
  expect(left().executions).toEqual([[left().item?.executionArn?.S, expect.objectContaining({ status: 'Executing' })]]);
});

test.each(['Executing', 'Succeeded'])(
  'an older event that comes after a newer one trains nothing when the newer one’s training is %s',
  async (status) => {
    const { send, end, left } = given();
    await send(prepared('2026-11-21T12:00:00Z', 'run-3'));
    end(status);

    expect(await send(EVENT)).toMatchObject({ started: false });
    expect(left().executions.map(([, { datasets }]) => datasets)).toEqual(['s3://lake/datasets/run-3']);
  },
);

test.each([
  ['nothing', null],
  ['its detail', { ...EVENT, detail: undefined }],
  ['an empty detail', { ...EVENT, detail: {} }],
  ['the output', { ...EVENT, detail: { status: 'SUCCEEDED' } }],
  ['half of the output', { ...EVENT, detail: { status: 'SUCCEEDED', output: EVENT.detail.output.slice(0, 40) } }],
  ['an output without datasets', { ...EVENT, detail: { status: 'SUCCEEDED', output: '{"outcome":"prepared"}' } }],
])(
  'an event that was cut (%s) is an error, so that it is tried again and parked, and starts nothing',
  async (_, event) => {
    const { send, left } = given();

    await expect(send(event)).rejects.toThrow();
    expect(left()).toEqual({ item: undefined, executions: [] });
  },
);

test.each(['', '{', MANIFEST.slice(0, -10), '{}', 'null'])(
  'a manifest that was cut to %j is named and starts nothing',
  async (manifest) => {
    const { start, left } = given(manifest);

    await expect(start()).rejects.toThrow('s3://lake/datasets/run-2/manifest.json is no manifest of datasets');
    expect(left().executions).toEqual([]);
  },
);
