import { createHash } from 'node:crypto';
import { AwsEndpoint, context } from '../../aws-endpoint';

let endpoint: AwsEndpoint;
const SCORES: Record<string, string> = {
  '/runs/e1/v/validation.csv.out': '1,7,0.9\n0,7,0.2\n',
  '/runs/e1/t/test.csv.out': '1,7,0.9\n0,7,0.2\n',
  '/runs/e1/l/test.csv.out': '1,0.6\n0,0.7\n',
  '/runs/e1/m/model.tar.gz': 'an archive',
};

beforeAll(async () => {
  endpoint = await AwsEndpoint.start(({ method, path }) => (method === 'GET' ? { body: SCORES[path] } : {}));
});
afterAll(() => endpoint.stop());

test('over the wire, the dataset’s own goal judges, and three files are written', async () => {
  const { handler } = await import('../../../../lambda/training/evaluate-model/handler');
  const event = {
    validationScores: 's3://runs/e1/v',
    testScores: 's3://runs/e1/t',
    linearTestScores: 's3://runs/e1/l',
    modelData: 's3://runs/e1/m/model.tar.gz',
    output: 's3://runs/e1/Evaluate',
  };

  const output = await handler(event, context);

  expect(output).toEqual({
    passes: 'true',
    reason: expect.stringContaining('are worth 60 EUR, 10 EUR more than acting on everybody'),
    threshold: 0.9,
    rocAuc: 1,
    linearRocAuc: 0,
    netValue: 60,
    artifactHash: createHash('sha256').update('an archive').digest('hex'),
  });
  const puts = endpoint.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path);
  expect(puts.sort()).toEqual(
    ['model-quality.json', 'report.json', 'smoke-test.json'].map((name) => `/runs/e1/Evaluate/${name}`),
  );
});
