import { gunzipSync } from 'node:zlib';
import { parsePrediction } from '../../../../lambda/shared/prediction-log';
import { AwsEndpoint, context, type WireAnswer, type WireRequest } from '../../aws-endpoint';

const VERSION = 'arn:aws:sagemaker:us-east-1:111111111111:model-package/parts/3';
const SERVING = { ApprovedModelVersion: VERSION, RealTime: 'on' };
const RECORD = {
  part_id: 'a',
  measured_at: '2026-11-20T00:00:00Z',
  load: '12.5',
  turns: '3',
  sealed: '1',
  made_on_days: '40',
};
const TIME = Date.UTC(2026, 10, 21, 14);

let endpoint: AwsEndpoint;
let realTime: (call: number) => WireAnswer;
let calls = 0;
let minute = 0;

/** The services as they answer over the wire, with the first of some requests throttled or half done. */
function answer({ path, headers, body }: WireRequest): WireAnswer {
  const text = (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString();
  const target = String(headers['x-amz-target'] ?? '');
  if (text.includes('Action=DescribeStacks')) return { headers: { 'content-type': 'text/xml' }, body: stacks() };
  if (path === '/BatchGetRecord') return json(found(JSON.parse(text)));
  if (path === '/endpoints/the-real-time/invocations') return realTime(++calls);
  if (path === '/endpoints/the-serverless/invocations') return { body: '0.75' };
  if (target === 'SageMaker.DescribeModelPackage') return json({ CustomerMetadataProperties: { threshold: '0.6' } });
  if (target.endsWith('.PutRecordBatch')) return json({ FailedPutCount: 0, RequestResponses: [{ RecordId: 'taken' }] });
  return { status: 404 };
}
const json = (content: object) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(content) });
const stacks = () => {
  const members = Object.entries(SERVING).map(
    ([key, value]) => `<member><ParameterKey>${key}</ParameterKey><ParameterValue>${value}</ParameterValue></member>`,
  );
  return `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member><StackName>serving</StackName><Parameters>${members.join('')}</Parameters></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
};
function found({
  Identifiers,
}: {
  Identifiers: { FeatureGroupName: string; RecordIdentifiersValueAsString: string[] }[];
}) {
  const [
    { FeatureGroupName, RecordIdentifiersValueAsString: ids } = {
      FeatureGroupName: '',
      RecordIdentifiersValueAsString: [],
    },
  ] = Identifiers;
  const Record = Object.entries(RECORD).map(([FeatureName, ValueAsString]) => ({ FeatureName, ValueAsString }));
  const Records = ids.includes('a') ? [{ FeatureGroupName, RecordIdentifierValueAsString: 'a', Record }] : [];
  return { Records, Errors: [], UnprocessedIdentifiers: [] };
}
const scored: WireAnswer = { headers: { 'X-Amzn-SageMaker-Custom-Attributes': VERSION }, body: '0.5\n' };
const refused = (status: number, name: string, message = 'slow down'): WireAnswer => ({
  status,
  headers: { 'x-amzn-errortype': name, 'content-type': 'application/json' },
  body: JSON.stringify({ message, Message: message }),
});

async function post(recordIds: readonly string[], remaining = 30_000) {
  const { handler } = await import('../../../../lambda/serving/serve-predictions/handler');
  // Another minute each time: nothing about what serves is remembered from test to test.
  const requestTimeEpoch = TIME + 60_000 * minute++;
  const request = { body: JSON.stringify({ recordIds }), requestContext: { requestTimeEpoch } };
  const { statusCode, body } = await handler(request, { ...context, getRemainingTimeInMillis: () => remaining });
  return { statusCode, body: JSON.parse(body) };
}

beforeAll(async () => {
  endpoint = await AwsEndpoint.start(answer);
  Object.assign(process.env, {
    FEATURE_GROUP_NAME: 'parts',
    SERVING_STACK: 'serving',
    REAL_TIME_ENDPOINT: 'the-real-time',
    SERVERLESS_ENDPOINT: 'the-serverless',
    PREDICTION_STREAM: 'log',
  });
});
beforeEach(() => {
  calls = 0;
  endpoint.requests.length = 0;
});
afterAll(() => endpoint.stop());

test('over the wire, a throttled endpoint ends with a prediction that is logged with all features', async () => {
  realTime = (call) => (call === 1 ? refused(429, 'ThrottlingException') : scored);

  const { statusCode, body } = await post(['a', 'x']);

  const inferenceId = body.predictions[0].inferenceId;
  expect(statusCode).toBe(200);
  expect(body).toEqual({
    servedBy: 'real-time',
    predictions: [
      { recordId: 'a', inferenceId, score: 0.5, decision: false, modelVersion: VERSION },
      { recordId: 'x', status: 404, message: 'no features for this record' },
    ],
  });
  const [first, second] = endpoint.requests.filter(({ path }) => path.startsWith('/endpoints'));
  expect(first?.body.toString()).toBe('12.5,3,,,,1,40');
  expect(second?.headers).toMatchObject({
    'content-type': 'text/csv',
    accept: 'text/csv',
    'x-amzn-sagemaker-inference-id': inferenceId,
  });
  const written = endpoint.requests.find(({ headers }) => String(headers['x-amz-target']).endsWith('PutRecordBatch'));
  const { DeliveryStreamName, Records } = JSON.parse(written?.body.toString() ?? '');
  expect(DeliveryStreamName).toBe('log');
  expect(parsePrediction(Buffer.from(Records[0].Data, 'base64').toString())).toMatchObject({
    inferenceId,
    features: { load: 12.5, turns: 3, shape_round: null, sealed: 1, made_on_days: 40 },
    threshold: 0.6,
  });
});

test('over the wire, an endpoint that is gone is told from one that refuses, and serverless answers', async () => {
  realTime = () => refused(400, 'ValidationError', 'Endpoint the-real-time of account 111111111111 not found.');

  expect(await post(['a'])).toMatchObject({
    statusCode: 200,
    body: { servedBy: 'serverless', predictions: [{ score: 0.75, decision: true, modelVersion: VERSION }] },
  });
});

test.each([
  ['is not available', refused(503, 'ServiceUnavailable')],
  ['does not take the row', refused(400, 'ValidationError', 'row 12.5,3 is malformed')],
  ['fails', refused(424, 'ModelError', 'row 12.5,3 broke it')],
])('over the wire, a model that %s is a 503 without its words', async (_, refusal) => {
  realTime = () => refusal;

  expect(await post(['a'])).toEqual({
    statusCode: 503,
    body: { message: 'the service is busy or not reachable; try again later' },
  });
});

test('without time left the answer is 503 before Lambda ends the function', async () => {
  realTime = () => scored;

  expect(await post(['a'], 1000)).toMatchObject({ statusCode: 503 });
});
