import { parseOutcome } from '../../../../lambda/shared/prediction-log';
import { AwsEndpoint, context, type WireAnswer } from '../../aws-endpoint';

const ID = '2026112114-6a1f0f0e-7a55-4c1c-9d2b-0a4f5d6c7b8a';
const TAKEN: WireAnswer = { body: JSON.stringify({ FailedPutCount: 0, RequestResponses: [{ RecordId: 'taken' }] }) };
const FULL: WireAnswer = {
  body: JSON.stringify({ FailedPutCount: 1, RequestResponses: [{ ErrorCode: 'ServiceUnavailableException' }] }),
};
let endpoint: AwsEndpoint;
let answers: readonly WireAnswer[] = [];

beforeAll(async () => {
  endpoint = await AwsEndpoint.start(() => answers[endpoint.requests.length - 1] ?? TAKEN);
  process.env.OUTCOME_STREAM = 'log';
});
beforeEach(() => {
  endpoint.requests.length = 0;
  answers = [];
  // Pauses are a random share of a limit: none here.
  jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => endpoint.stop());

async function tell(text = JSON.stringify({ outcomes: [{ inferenceId: ID, actual: 'yes' }] }), remaining = 30_000) {
  const { handler } = await import('../../../../lambda/serving/record-outcomes/handler');
  const request = { body: text, requestContext: { requestTimeEpoch: Date.UTC(2026, 10, 21) } };
  return handler(request, { ...context, getRemainingTimeInMillis: () => remaining });
}

const told = () =>
  endpoint.requests.map(({ body }) =>
    parseOutcome(Buffer.from(JSON.parse(body.toString()).Records[0].Data, 'base64').toString()),
  );

test('over the wire, a log that throttles, fails and then has no room ends with the outcome logged', async () => {
  answers = [
    { status: 400, headers: { 'x-amzn-errortype': 'ThrottlingException' }, body: '{"message":"slow down"}' },
    { status: 500, headers: { 'x-amzn-errortype': 'InternalFailure' }, body: '{}' },
    FULL,
  ];

  expect(await tell()).toMatchObject({ statusCode: 202 });
  expect(endpoint.requests).toHaveLength(4);
});

test('told twice, an outcome is logged twice with the same words, of which whoever reads takes one', async () => {
  await tell();
  await tell();

  const [first, second, ...others] = told();
  expect(second).toEqual(first);
  expect(others).toEqual([]);
});

test('a body that was cut is refused and nothing of it is logged', async () => {
  const whole = JSON.stringify({ outcomes: [{ inferenceId: ID, actual: 'yes' }] });
  for (let length = 0; length < whole.length; length++)
    expect(await tell(whole.slice(0, length))).toMatchObject({ statusCode: 400 });

  expect(endpoint.requests).toEqual([]);
});

// The last one: what was given up may still arrive.
test('without time left the answer is 503 before Lambda ends the function, and nothing is called accepted', async () => {
  expect(await tell(undefined, 1000)).toMatchObject({ statusCode: 503, headers: { 'Retry-After': '5' } });
});
