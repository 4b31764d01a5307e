import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { CostExplorerClient, ListCostAllocationTagsCommand } from '@aws-sdk/client-cost-explorer';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ListModelPackagesCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import {
  BatchGetRecordCommand,
  SageMakerFeatureStoreRuntimeClient,
} from '@aws-sdk/client-sagemaker-featurestore-runtime';
import { InvokeEndpointCommand, SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { AwsEndpoint, type WireAnswer } from '../lambda/aws-endpoint';

const LAMBDA = join(__dirname, '..', '..', 'lambda');
/** A call of each client that our handlers make; clients are made only after the endpoint is there. */
const CALLS: Readonly<Record<string, () => Promise<unknown>>> = {
  CloudFormationClient: () => new CloudFormationClient().send(new DescribeStacksCommand({ StackName: 'serving' })),
  CloudWatchClient: () => new CloudWatchClient().send(new PutMetricDataCommand({ Namespace: 'n', MetricData: [] })),
  CostExplorerClient: () => new CostExplorerClient().send(new ListCostAllocationTagsCommand({})),
  DynamoDBClient: () => new DynamoDBClient().send(new ScanCommand({ TableName: 'starts' })),
  FirehoseClient: () =>
    new FirehoseClient().send(new PutRecordBatchCommand({ DeliveryStreamName: 'log', Records: [] })),
  S3Client: () => new S3Client().send(new PutObjectCommand({ Bucket: 'lake', Key: 'a', Body: '' })),
  SFNClient: () => new SFNClient().send(new StartExecutionCommand({ stateMachineArn: 'arn:machine' })),
  SageMakerClient: () => new SageMakerClient().send(new ListModelPackagesCommand({})),
  SageMakerFeatureStoreRuntimeClient: () =>
    new SageMakerFeatureStoreRuntimeClient().send(new BatchGetRecordCommand({ Identifiers: [] })),
  SageMakerRuntimeClient: () =>
    new SageMakerRuntimeClient().send(new InvokeEndpointCommand({ EndpointName: 'real-time', Body: '1' })),
};
const FAULTS: readonly WireAnswer[] = [
  { status: 429, headers: { 'x-amzn-errortype': 'ThrottlingException' }, body: '{"message":"slow down"}' },
  { status: 503, headers: { 'x-amzn-errortype': 'ServiceUnavailable' }, body: '{"message":"not now"}' },
];

let endpoint: AwsEndpoint;
let faults: readonly WireAnswer[] = FAULTS;

beforeAll(async () => {
  endpoint = await AwsEndpoint.start(() => faults[endpoint.requests.length - 1] ?? { body: '' });
});
beforeEach(() => {
  endpoint.requests.length = 0;
  // The pauses of the SDK are a random share of a limit: none here.
  jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => endpoint.stop());

/** How each handler makes its clients: the name, and what it is given. */
const made = readdirSync(LAMBDA, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [...readFileSync(join(LAMBDA, file), 'utf8').matchAll(/new (\w+Client)\((.*?)\)/g)])
  .map(([, client = '', options = '']) => ({ client, options }));

test('every client that a handler makes keeps the retries of the SDK, or has more of them', () => {
  expect([...new Set(made.map(({ client }) => client))].sort()).toEqual(Object.keys(CALLS).sort());
  const changed = made.map(({ options }) => options).filter((options) => options !== '');
  expect(changed.filter((options) => !/^\{ maxAttempts: ([4-9]|\d\d) \}$/.test(options))).toEqual([]);
});

test.each(Object.keys(CALLS))(
  'a call of %s that is throttled, and then fails, is made a third time',
  async (client) => {
    faults = FAULTS;
    await CALLS[client]?.().catch((error: Error) => {
      // An empty answer is one that some clients cannot read.
      expect(error.name).not.toMatch(/Throttling|ServiceUnavailable/);
    });

    expect(endpoint.requests).toHaveLength(3);
  },
);

test.each(Object.keys(CALLS))(
  'a call of %s that fails for good is asked three times at least, and is an error',
  async (client) => {
    faults = Array.from({ length: 10 }, () => FAULTS[1] as WireAnswer);

    await expect(CALLS[client]?.()).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } });
    expect(endpoint.requests.length).toBeGreaterThanOrEqual(3);
  },
);
