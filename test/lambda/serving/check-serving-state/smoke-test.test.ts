import { S3Client } from '@aws-sdk/client-s3';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import { smokeTest } from '../../../../lambda/serving/check-serving-state/smoke-test';
import { s3Body, stubClient } from '../../stub-client';

const ROWS = [
  { features: '1,2,', score: 0.25 },
  { features: '3,4,5', score: 0.75 },
];

/** Endpoints that answer with `answers` by row; a sample whose file holds `file`. */
function given(answers: Readonly<Record<string, unknown>>, file: unknown = { rows: ROWS }) {
  const runtime = stubClient(new SageMakerRuntimeClient({}), {
    InvokeEndpoint: ({ Body }) => {
      const answer = answers[Buffer.from(Body).toString()];
      return answer instanceof Error ? answer : { Body: Buffer.from(String(answer)) };
    },
  });
  const clients = {
    sageMakerRuntime: runtime.client,
    sageMaker: stubClient(new SageMakerClient({}), {
      DescribeModelPackage: () => ({ CustomerMetadataProperties: { smokeTest: 's3://models/runs/1/smoke.json' } }),
    }).client,
    s3: stubClient(new S3Client({}), { GetObject: () => ({ Body: s3Body(JSON.stringify(file)) }) }).client,
  };
  return { sent: runtime.sent, ask: () => smokeTest('arn:group/2', ['serverless', 'real-time'], clients) };
}

test('every endpoint is asked for every row, one a call and as CSV, and equal scores are no problem', async () => {
  const { ask, sent } = given({ '1,2,': '0.25009\n', '3,4,5': '0.75' });

  expect(await ask()).toBeUndefined();
  expect(sent.map(({ input }) => [input.EndpointName, Buffer.from(input.Body).toString()])).toEqual([
    ['serverless', '1,2,'],
    ['serverless', '3,4,5'],
    ['real-time', '1,2,'],
    ['real-time', '3,4,5'],
  ]);
  expect(sent[0]?.input).toMatchObject({ ContentType: 'text/csv', Accept: 'text/csv' });
});

test.each([
  ['another score', '0.7502', 'answered row 2 with 0.7502 instead of 0.75.'],
  ['no number', '<html>', 'answered row 2 with <html> instead of 0.75.'],
  ['nothing', '', 'answered row 2 with nothing instead of 0.75.'],
  ['an error', new Error('ModelError: 500'), 'answered row 2 with an error: ModelError: 500'],
])('an endpoint that answers with %s has not passed', async (_, answer, words) => {
  expect(await given({ '1,2,': '0.25', '3,4,5': answer }).ask()).toBe(
    `The smoke test failed: the endpoint serverless ${words}`,
  );
});

test('an endpoint that answers nothing has not passed where the score is 0 either', async () => {
  expect(await given({ '1': '' }, { rows: [{ features: '1', score: 0 }] }).ask()).toMatch(
    /answered row 1 with nothing instead of 0/,
  );
});

test.each([[{ rows: [] }], [{}], [{ rows: [{ features: '1', score: '0.5' }] }]])(
  'a version whose sample is %j cannot be shown to serve, so it does not',
  async (file) => {
    expect(await given({}, file).ask()).toBe(
      'The smoke test failed: s3://models/runs/1/smoke.json holds no rows with scores.',
    );
  },
);
