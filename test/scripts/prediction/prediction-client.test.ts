import { createHash } from 'node:crypto';
import { ENVIRONMENTS } from '../../../lib/config/environments';
import { PredictionClient, PredictionRefused } from '../../../scripts/prediction/prediction-client';
import { AwsEndpoint, type WireAnswer } from '../../lambda/aws-endpoint';

const API_URL = 'https://abc123.execute-api.us-east-1.amazonaws.com/v1/';
const ANSWER = {
  servedBy: 'serverless',
  predictions: [
    { recordId: 'a', inferenceId: 'id-1', score: 0.5, decision: true, modelVersion: 'arn:1' },
    { recordId: 'x', status: 404, message: 'no features for this record' },
  ],
};
let endpoint: AwsEndpoint;
let outputs: Record<string, string>;
let apiAnswer: WireAnswer;

beforeAll(async () => {
  endpoint = await AwsEndpoint.start(({ path }) => (path.startsWith('/restapis/') ? apiAnswer : stack()));
});
beforeEach(() => {
  endpoint.requests.length = 0;
  outputs = { Other: 'x', PredictionApiUrl: API_URL };
  apiAnswer = { body: JSON.stringify(ANSWER) };
});
afterAll(() => endpoint.stop());

function stack(): WireAnswer {
  const members = Object.entries(outputs).map(
    ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
  );
  return {
    headers: { 'content-type': 'text/xml' },
    body: `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>s</StackName><Outputs>${members.join('')}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
  };
}

test('finds the API in the prediction stack and asks it with a request that is signed for it', async () => {
  const client = await PredictionClient.of(ENVIRONMENTS.sandbox);

  expect(await client.predict(['a', 'x'])).toEqual(ANSWER);

  const [describe, post] = endpoint.requests;
  expect(describe?.body.toString()).toContain('StackName=ml-lifecycle-sandbox-prediction');
  expect(post).toMatchObject({
    method: 'POST',
    path: '/restapis/abc123/v1/_user_request_/predictions',
    headers: {
      'content-type': 'application/json',
      authorization: expect.stringMatching(
        /^AWS4-HMAC-SHA256 Credential=test\/\d{8}\/us-east-1\/execute-api\/aws4_request, SignedHeaders=.*host.*x-amz-content-sha256;x-amz-date, Signature=[0-9a-f]{64}$/,
      ),
    },
  });
  expect(JSON.parse(post?.body.toString() ?? '')).toEqual({ recordIds: ['a', 'x'] });
  const bodyHash = createHash('sha256')
    .update(post?.body ?? '')
    .digest('hex');
  expect(post?.headers['x-amz-content-sha256']).toBe(bodyHash);
});

test('tells outcomes and says how many were taken', async () => {
  apiAnswer = { status: 202, body: '{"accepted":2}' };
  const client = await PredictionClient.of(ENVIRONMENTS.sandbox, API_URL);

  expect(
    await client.recordOutcomes([
      { inferenceId: 'id-1', actual: 'yes' },
      { inferenceId: 'id-2', feedback: 5 },
    ]),
  ).toBe(2);
  expect(endpoint.requests.map(({ path }) => path)).toEqual(['/restapis/abc123/v1/_user_request_/outcomes']);
});

test.each([
  [503, '{"message":"no model is in service"}', '503: no model is in service'],
  [403, '{"Message":"User is not authorized"}', '403: User is not authorized'],
  [502, 'bad gateway', '502: bad gateway'],
])('a refusal with %i is told in the API’s own words', async (status, body, sentence) => {
  apiAnswer = { status, body };
  const client = await PredictionClient.of(ENVIRONMENTS.sandbox, API_URL);

  const refusal = await client.predict(['a']).catch((error) => error);

  expect(refusal).toBeInstanceOf(PredictionRefused);
  expect(refusal).toMatchObject({ status, message: sentence });
});

test('an answer of another form is not taken for one', async () => {
  apiAnswer = { body: '{"predictions":[]}' };
  const client = await PredictionClient.of(ENVIRONMENTS.sandbox, API_URL);

  await expect(client.predict(['a'])).rejects.toThrow(/servedBy/);
});

test('a stack without the URL is named', async () => {
  outputs = {};

  await expect(PredictionClient.of(ENVIRONMENTS.sandbox)).rejects.toThrow(
    'stack ml-lifecycle-sandbox-prediction has no output PredictionApiUrl: deploy it first',
  );
});
