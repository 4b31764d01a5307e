import { parseOutcome } from '../../../../lambda/shared/prediction-log';
import { AwsEndpoint, context } from '../../aws-endpoint';

const ID = '2026112114-6a1f0f0e-7a55-4c1c-9d2b-0a4f5d6c7b8a';
let endpoint: AwsEndpoint;
let isThrottled = false;

beforeAll(async () => {
  endpoint = await AwsEndpoint.start(() =>
    isThrottled
      ? { status: 400, headers: { 'x-amzn-errortype': 'ServiceUnavailableException' }, body: '{"message":"slow down"}' }
      : { body: JSON.stringify({ FailedPutCount: 0, RequestResponses: [{ RecordId: 'taken' }] }) },
  );
  process.env.OUTCOME_STREAM = 'log';
});
afterAll(() => endpoint.stop());

test('over the wire, an outcome is logged under the time of the request', async () => {
  const { handler } = await import('../../../../lambda/serving/record-outcomes/handler');
  const body = JSON.stringify({ outcomes: [{ inferenceId: ID, actual: 'yes' }] });
  const request = { body, requestContext: { requestTimeEpoch: Date.UTC(2026, 11, 1) } };

  expect(await handler(request, context)).toMatchObject({ statusCode: 202, body: '{"accepted":1}' });

  const { DeliveryStreamName, Records } = JSON.parse(endpoint.requests.at(-1)?.body.toString() ?? '');
  expect(DeliveryStreamName).toBe('log');
  expect(parseOutcome(Buffer.from(Records[0].Data, 'base64').toString())).toEqual({
    inferenceId: ID,
    actual: 'yes',
    recordedAt: '2026-12-01T00:00:00.000Z',
  });
});

test('over the wire, a log that does not take it is a 503', async () => {
  const { handler } = await import('../../../../lambda/serving/record-outcomes/handler');
  const body = JSON.stringify({ outcomes: [{ inferenceId: ID, feedback: 3 }] });

  isThrottled = true;
  expect(await handler({ body, requestContext: { requestTimeEpoch: 0 } }, context)).toMatchObject({
    statusCode: 503,
    headers: { 'Retry-After': '5' },
  });
});
