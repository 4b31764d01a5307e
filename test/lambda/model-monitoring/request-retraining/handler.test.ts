import { AwsEndpoint, context } from '../../aws-endpoint';

let endpoint: AwsEndpoint;

beforeAll(async () => {
  endpoint = await AwsEndpoint.start(({ query }) =>
    query.get('list-type')
      ? {
          body: '<ListBucketResult><Contents><Key>monitoring/parts/drift/2026-11-21T03:00:00Z.json</Key></Contents><IsTruncated>false</IsTruncated></ListBucketResult>',
        }
      : {
          headers: { 'content-type': 'application/x-amz-json-1.0' },
          body: JSON.stringify({ executionArn: 'arn:execution', startDate: 1 }),
        },
  );
  Object.assign(process.env, { PREPARE_DATA_ARN: 'arn:machine', MONITORING_URI: 's3://lake/monitoring/parts' });
});
afterAll(() => endpoint.stop());

test('over the wire, an alarm starts the preparation of data under the name of its cause and day', async () => {
  const { handler } = await import('../../../../lambda/model-monitoring/request-retraining/handler');

  expect(await handler({ cause: 'drift', time: '2026-11-21T03:02:00Z' }, context)).toMatchObject({
    outcome: 'started',
  });

  const start = endpoint.requests.at(-1);
  expect(start?.headers['x-amz-target']).toBe('AWSStepFunctions.StartExecution');
  expect(JSON.parse(start?.body.toString() ?? '')).toEqual({
    stateMachineArn: 'arn:machine',
    name: 'drift-2026-11-21',
    input: '{"cause":"drift","arrivedAt":"2026-11-21T03:00:00Z"}',
  });
});
