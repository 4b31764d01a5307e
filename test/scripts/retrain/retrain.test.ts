import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { ENVIRONMENTS } from '../../../lib/config/environments';
import { type StackId, stackName } from '../../../lib/config/stacks';
import { retrain } from '../../../scripts/retrain/retrain';
import { s3Body, stubClient } from '../../lambda/stub-client';
import { resources, SYNTHESIZED } from '../../synthesized';

const config = ENVIRONMENTS.sandbox;
const TEMPLATES = SYNTHESIZED.find(({ environment }) => environment === 'sandbox')?.templates;
const EXECUTION = 'arn:aws:states:us-east-1:111122223333:execution:prepare:hand-2026-12-01';
const DATASETS = 's3://lake-datasets/datasets/churn/hand-2026-12-01';
const MANIFEST = {
  rows: { train: 800, validation: 100, test: 100 },
  unlabelledRows: 7,
  outcomes: { joined: 90, withoutPrediction: 2, withoutFacets: 1, badLines: 3 },
};
const SUCCEEDED = { status: 'SUCCEEDED', output: JSON.stringify({ outcome: 'prepared', datasets: DATASETS }) };

/** The deployed stacks, a preparation that looks like `ends` one after the other, and a table that holds `items` so. */
function given(ends: readonly object[], items: readonly object[]) {
  const said: string[] = [];
  const pauses: number[] = [];
  const cloudFormation = stubClient(new CloudFormationClient({}), {
    ListStackResources: ({ StackName }) => ({
      StackResourceSummaries: resources(TEMPLATES as NonNullable<typeof TEMPLATES>)
        .filter(({ stack }) => stackName(config, stack as StackId) === StackName)
        .map(({ Type, logicalId }) => ({
          ResourceType: Type,
          LogicalResourceId: logicalId,
          PhysicalResourceId: logicalId,
        })),
    }),
  });
  const stepFunctions = stubClient(new SFNClient({}), {
    StartExecution: () => ({ executionArn: EXECUTION }),
    DescribeExecution: (_input, call) => ends[Math.min(call, ends.length) - 1],
  });
  const dynamoDb = stubClient(new DynamoDBClient({}), {
    GetItem: (_input, call) => ({ Item: items[Math.min(call, items.length) - 1] }),
  });
  const s3 = stubClient(new S3Client({}), { GetObject: () => ({ Body: s3Body(JSON.stringify(MANIFEST)) }) });
  const run = () =>
    retrain({
      config,
      clients: {
        cloudFormation: cloudFormation.client,
        stepFunctions: stepFunctions.client,
        dynamoDb: dynamoDb.client,
        s3: s3.client,
      },
      time: '2026-12-01T10:00:00.000Z',
      sleep: async (milliseconds) => pauses.push(milliseconds),
      say: (line) => said.push(line),
    });
  return { run, said, pauses, stepFunctions, dynamoDb, s3 };
}

const start = (datasets: string, executionArn?: string) => ({
  datasets: { S: datasets },
  ...(executionArn && { executionArn: { S: executionArn } }),
});

test('the deployed state machine is asked for datasets without a delivery, by hand and as of now', async () => {
  const { run, stepFunctions } = given([SUCCEEDED], [start(DATASETS, 'arn:training')]);
  await run();

  const [asked] = stepFunctions.sent;
  expect(asked).toEqual({
    command: 'StartExecution',
    input: {
      stateMachineArn: expect.stringMatching(/^PrepareDataMachine/),
      name: expect.stringMatching(/^hand-2026-12-01T[0-9-]+$/),
      input: JSON.stringify({ arrivedAt: '2026-12-01T10:00:00.000Z', cause: 'hand' }),
    },
  });
});

test('the end of the preparation and the start of the training are waited for and told', async () => {
  const { run, said, s3, dynamoDb } = given(
    [{ status: 'RUNNING' }, { status: 'RUNNING' }, SUCCEEDED],
    [start('s3://before', 'arn:before'), start(DATASETS), start(DATASETS, 'arn:training')],
  );

  await expect(run()).resolves.toEqual({ datasets: DATASETS, executionArn: 'arn:training' });

  expect(said).toEqual([
    `preparing data: ${EXECUTION}`,
    `datasets built: ${DATASETS}`,
    '  labelled rows: 1000 (train 800, validation 100, test 100); without a label: 7',
    '  outcomes joined with their predictions: 90; without a prediction: 2; of records whose facets nobody delivered: 1; bad lines: 3',
    'training started: arn:training',
  ]);
  expect(s3.sent[0]?.input).toEqual({ Bucket: 'lake-datasets', Key: 'datasets/churn/hand-2026-12-01/manifest.json' });
  expect(dynamoDb.sent[0]?.input.TableName).toMatch(/^StartStarts/);
});

test('a training that does not start within a minute is told with where the reason stands', async () => {
  const { run, said, pauses } = given([SUCCEEDED], [start('s3://before', 'arn:before')]);

  await expect(run()).resolves.toEqual({ datasets: DATASETS, executionArn: undefined });

  expect(said.at(-1)).toMatch(/^no training started; .* aws logs tail StartStartTrainingLogs\w+ --since 10m$/);
  expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThanOrEqual(60_000);
});

test('no training at all yet is no error', async () => {
  await expect(given([SUCCEEDED], [{}]).run()).resolves.toEqual({ datasets: DATASETS, executionArn: undefined });
});

test('a preparation that fails is an error with its cause', async () => {
  const { run, dynamoDb } = given([{ status: 'FAILED', error: 'States.TaskFailed', cause: 'too few labels' }], []);

  await expect(run()).rejects.toThrow('preparing data ended FAILED: States.TaskFailed: too few labels');
  expect(dynamoDb.sent).toEqual([]);
});
