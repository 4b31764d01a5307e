import { AwsEndpoint, context, type WireRequest } from '../../aws-endpoint';

let endpoint: AwsEndpoint;
const MANIFEST = { rows: { train: 800, validation: 100, test: 100 }, hash: 'a'.repeat(64) };
const operation = ({ headers }: WireRequest) => String(headers['x-amz-target'] ?? '');
const ANSWERS: Record<string, object> = {
  'SageMaker.ListPipelineExecutions': { PipelineExecutionSummaries: [] },
  'SageMaker.ListModelPackages': { ModelPackageSummaryList: [] },
  'SageMaker.StartPipelineExecution': { PipelineExecutionArn: 'arn:execution/1' },
};

beforeAll(async () => {
  endpoint = await AwsEndpoint.start((request) =>
    request.path === '/lake/datasets/parts/run-1/manifest.json'
      ? { body: JSON.stringify(MANIFEST) }
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(ANSWERS[operation(request)] ?? {}) },
  );
  Object.assign(process.env, {
    PIPELINE_NAME: 'training',
    MODEL_PACKAGE_GROUP_NAME: 'parts',
    STARTS_TABLE: 'starts',
    COOL_DOWN_HOURS: '24',
    MINIMUM_NEW_LABELS: '500',
    SIGNAL_NAMESPACE: 'tested',
  });
});
afterAll(() => endpoint.stop());

test('over the wire, a start is claimed, made and confirmed, in this order', async () => {
  const { handler } = await import('../../../../lambda/training/start-training/handler');
  const event = { cause: 'hand', datasets: 's3://lake/datasets/parts/run-1', time: '2026-11-21T10:00:00Z' };

  expect(await handler(event, context)).toEqual({ started: true, executionArn: 'arn:execution/1' });

  const writes = endpoint.requests.filter((each) => /Put|Start|Update/.test(operation(each)));
  expect(writes.map(operation)).toEqual([
    'DynamoDB_20120810.PutItem',
    'SageMaker.StartPipelineExecution',
    'DynamoDB_20120810.UpdateItem',
  ]);
  const [claim, start, confirmation] = writes.map(({ body }) => JSON.parse(body.toString()));
  expect(claim).toMatchObject({ TableName: 'starts', ConditionExpression: 'attribute_not_exists(pipeline)' });
  expect(claim.Item.token.S).toBe(start.ClientRequestToken);
  expect(confirmation).toMatchObject({ Key: { pipeline: { S: 'training' } } });
});
