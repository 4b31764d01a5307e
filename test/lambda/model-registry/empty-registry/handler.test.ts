import { AwsEndpoint, context, type WireRequest } from '../../aws-endpoint';

let endpoint: AwsEndpoint;
const ARN = 'arn:aws:sagemaker:us-east-1:111111111111:model-package/parts/1';
const operation = ({ headers }: WireRequest) => String(headers['x-amz-target'] ?? headers['smithy-protocol'] ?? '');

beforeAll(async () => {
  endpoint = await AwsEndpoint.start((request) => {
    if (request.path === '/answer') return {};
    const isList = operation(request) === 'SageMaker.ListModelPackages';
    const content = isList ? { ModelPackageSummaryList: [{ ModelPackageArn: ARN }] } : {};
    return { headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(content) };
  });
  process.env.MODEL_PACKAGE_GROUP_NAME = 'parts';
});
afterAll(() => endpoint.stop());
beforeEach(() => {
  endpoint.requests.length = 0;
});

async function send(RequestType: string) {
  const { handler } = await import('../../../../lambda/model-registry/empty-registry/handler');
  const ids = { StackId: 's', RequestId: 'r', LogicalResourceId: 'l' };
  await handler({ RequestType, ResponseURL: `${endpoint.url}/answer`, ...ids }, context);
  const answer = endpoint.requests.at(-1);
  return {
    operations: endpoint.requests.slice(0, -1).map((each) => [operation(each), JSON.parse(each.body.toString())]),
    answer: { contentType: answer?.headers['content-type'], body: JSON.parse(answer?.body.toString() ?? '') },
  };
}

test('over the wire, deleting the resource deletes every version and says so', async () => {
  const { operations, answer } = await send('Delete');

  expect(operations).toEqual([
    ['SageMaker.ListModelPackages', { MaxResults: 100, ModelPackageGroupName: 'parts' }],
    ['SageMaker.DeleteModelPackage', { ModelPackageName: ARN }],
  ]);
  expect(answer.body).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'parts', LogicalResourceId: 'l' });
  // What the URL is signed for.
  expect(answer.contentType ?? '').toBe('');
});

test.each(['Create', 'Update'])('%s touches no version', async (type) => {
  const { operations, answer } = await send(type);

  expect(operations).toEqual([]);
  expect(answer.body).toMatchObject({ Status: 'SUCCESS' });
});
