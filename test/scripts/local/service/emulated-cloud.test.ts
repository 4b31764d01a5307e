import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SIGNALS } from '../../../../scripts/local/service/announcements';
import { EmulatedCloud } from '../../../../scripts/local/service/emulated-cloud';

interface Received {
  readonly path: string;
  readonly target: string;
  readonly signer: string;
  readonly body: string;
}

let emulator: Server;
let received: Received[];
let answer: (request: Received) => { readonly status?: number; readonly body: string; readonly headers?: object };
let cloud: EmulatedCloud;

beforeEach(async () => {
  received = [];
  emulator = createServer(async (request: IncomingMessage, response) => {
    const { url = '', headers } = request;
    const signer = /Credential=(\w+)\//.exec(headers.authorization ?? '')?.[1] ?? 'nobody';
    const one = { path: url, target: String(headers['x-amz-target']), signer, body: await text(request) };
    received.push(one);
    const { status = 200, body, headers: more } = answer(one);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', ...more }).end(body);
  });
  await new Promise<void>((resolve) => emulator.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(emulator.address() as AddressInfo).port}`;
  const credentialsFor = async (role: string) => ({ accessKeyId: role.replace(/\W/g, ''), secretAccessKey: 'secret' });
  const root = { accessKeyId: 'root', secretAccessKey: 'secret' };
  cloud = new EmulatedCloud({ url, region: 'us-east-1', credentials: root, credentialsFor });
});

afterEach(() => {
  emulator.closeAllConnections();
  emulator.close();
});

const change = {
  source: 'aws.glue',
  detailType: 'Glue Job State Change',
  detail: { state: 'FAILED' },
  resources: [],
} as const;

test('a state change goes the private way that admits sources of AWS', async () => {
  answer = () => ({ body: '{"FailedEntryCount": 0}' });

  await cloud.announce(change);

  expect(received[0]).toMatchObject({ target: 'LocalEvents.PutEvents' });
  expect(JSON.parse(received[0]?.body ?? '')).toEqual({
    Entries: [{ Source: 'aws.glue', DetailType: change.detailType, Detail: '{"state":"FAILED"}', Resources: [] }],
  });
});

test('a state change that the emulator refuses is an error', async () => {
  answer = () => ({ body: '{"FailedEntryCount": 1}' });

  await expect(cloud.announce(change)).rejects.toThrow('refused');
});

test('a signal is published under the name, unit and dimensions of AWS', async () => {
  answer = () => ({ body: '{}' });

  for (const signal of SIGNALS) await cloud.signal(signal, ['training', 'main'].slice(-signal.dimensions.length), [1]);

  const sent = received.map(({ body }) => JSON.parse(body)).map(({ Namespace, MetricData }) => [Namespace, MetricData]);
  const pipeline = (MetricName: string) => [
    'AWS/Sagemaker/ModelBuildingPipeline',
    [{ MetricName, Dimensions: [{ Name: 'PipelineName', Value: 'main' }], Values: [1], Unit: 'Count' }],
  ];
  const Dimensions = [
    { Name: 'EndpointName', Value: 'training' },
    { Name: 'VariantName', Value: 'main' },
  ];
  const endpoint = (MetricName: string, Unit: string) => [
    'AWS/SageMaker',
    [{ MetricName, Dimensions, Values: [1], Unit }],
  ];
  expect(sent).toEqual([
    ...['ExecutionStarted', 'ExecutionFailed', 'ExecutionSucceeded', 'ExecutionStopped'].map(pipeline),
    ...['Invocations', 'Invocation4XXErrors', 'Invocation5XXErrors'].map((metric) => endpoint(metric, 'None')),
    ...['ModelLatency', 'OverheadLatency'].map((metric) => endpoint(metric, 'Microseconds')),
  ]);
});

test('more values than CloudWatch takes at once come in several requests', async () => {
  answer = () => ({ body: '{}' });
  const signal = { namespace: 'AWS/SageMaker', metric: 'ModelLatency', unit: 'Microseconds', dimensions: [] } as const;

  await cloud.signal(
    signal,
    [],
    Array.from({ length: 151 }, (_, index) => index),
  );

  const sent = received.map(({ body }) => JSON.parse(body).MetricData[0].Values);
  expect(sent.map((values) => values.length)).toEqual([150, 1]);
});

test('a role asks for alarms with its own credentials and learns of those that are there', async () => {
  answer = ({ body }) => ({
    body: /errors/.test(body) ? '{"MetricAlarms": [{"AlarmName": "errors", "StateValue": "ALARM"}]}' : '{}',
  });
  const { alarmStates } = await cloud.actAs('worker');

  expect(await alarmStates(['errors', 'none'])).toEqual(new Map([['errors', 'ALARM']]));
  expect(received[0]).toMatchObject({ signer: 'worker', body: '{"AlarmNames":["errors"]}' });
});

test('each role acts with its own credentials', async () => {
  answer = () => ({ body: 'text' });
  const { objects, environment } = await cloud.actAs('worker');

  await objects.read('bucket', 'folder/a b.csv');

  expect(received[0]).toMatchObject({ signer: 'worker', path: expect.stringContaining('/bucket/folder/a%20b.csv') });
  expect(environment).toMatchObject({
    AWS_ACCESS_KEY_ID: 'worker',
    AWS_ENDPOINT_URL: expect.stringContaining('127.0.0.1'),
  });
});

test.each([
  ['NoSuchKey', undefined],
  ['NoSuchBucket', undefined],
])('an object behind %s is not there', async (code, expected) => {
  answer = () => ({
    status: 404,
    body: `<Error><Code>${code}</Code></Error>`,
    headers: { 'content-type': 'application/xml' },
  });
  const { objects } = await cloud.actAs('worker');

  expect(await objects.read('bucket', 'key')).toBe(expected);
});

test('a right that is missing is an error, never an empty answer', async () => {
  answer = () => ({
    status: 403,
    body: '<Error><Code>AccessDenied</Code></Error>',
    headers: { 'content-type': 'application/xml' },
  });
  const { objects } = await cloud.actAs('worker');

  await expect(objects.read('bucket', 'key')).rejects.toMatchObject({ name: 'AccessDenied' });
  await expect(objects.list('bucket', 'key')).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('a function that throws answers with the error and its type', async () => {
  answer = () => ({
    body: '{"errorType": "TypeError", "errorMessage": "no data"}',
    headers: { 'x-amz-function-error': 'Unhandled' },
  });
  const { invoke } = await cloud.actAs('worker');

  expect(await invoke('arn:aws:lambda:us-east-1:1:function:evaluate', { a: 1 })).toMatchObject({
    error: 'TypeError: no data',
  });
  expect(received[0]).toMatchObject({ signer: 'worker', body: '{"a":1}' });
});

test('a table is made also when its database is there', async () => {
  answer = ({ target }) =>
    target.endsWith('CreateDatabase') ? { status: 400, body: '{"__type": "AlreadyExistsException"}' } : { body: '{}' };

  await cloud.createTable({ database: 'db', table: 't', location: 's3://a/b', columns: { id: 'string' } });

  expect(received.map(({ target }) => target)).toEqual(['AWSGlue.CreateDatabase', 'AWSGlue.CreateTable']);
  const { TableInput } = JSON.parse(received[1]?.body ?? '');
  expect(TableInput.StorageDescriptor).toMatchObject({
    Columns: [{ Name: 'id', Type: 'string' }],
    Location: 's3://a/b',
  });
  expect(TableInput.PartitionKeys.map(({ Name }: { Name: string }) => Name)).toEqual(['year', 'month', 'day', 'hour']);
});

test('a Glue job that is not deployed is said to be missing in the words of Glue', async () => {
  answer = () => ({ status: 400, body: '{"__type": "EntityNotFoundException"}' });

  await expect(cloud.glueJob('curate')).rejects.toMatchObject({ code: 'EntityNotFoundException' });
});
