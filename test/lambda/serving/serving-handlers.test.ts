import { AwsEndpoint, context, type WireRequest } from '../aws-endpoint';

let endpoint: AwsEndpoint;
const VERSION = 'arn:aws:sagemaker:us-east-1:111111111111:model-package/parts/1';
const STACK = `<Stacks><member><StackName>serving</StackName><StackStatus>UPDATE_COMPLETE</StackStatus><Parameters>
  <member><ParameterKey>ApprovedModelVersion</ParameterKey><ParameterValue>${VERSION}</ParameterValue></member>
  <member><ParameterKey>RealTime</ParameterKey><ParameterValue>parked</ParameterValue></member>
</Parameters></member></Stacks>`;
const held = (name: string) =>
  `<member><ResourceType>AWS::SageMaker::EndpointConfig</ResourceType><PhysicalResourceId>${name}</PhysicalResourceId></member>`;
const QUERY: Record<string, string> = {
  DescribeStacks: STACK,
  DescribeStackResources: `<StackResources>${held('config-2')}</StackResources>`,
  DescribeStackEvents: `<StackEvents>${held('config-1')}${held('config-2')}</StackEvents>`,
};
const JSON_ANSWERS: Record<string, object> = {
  'SageMaker.ListModelPackages': {
    ModelPackageSummaryList: [{ ModelPackageArn: VERSION, ModelApprovalStatus: 'Approved' }],
  },
  'SageMaker.DescribeModelPackage': { CustomerMetadataProperties: { smokeTest: 's3://models/runs/1/smoke.json' } },
  'SageMaker.DescribeEndpoint': { EndpointStatus: 'InService', EndpointConfigName: 'config-2' },
  'SageMaker.DescribeEndpointConfig': { ProductionVariants: [{ ModelName: 'model-2' }] },
};

function answer(request: WireRequest) {
  if (request.path.endsWith('/invocations')) return { body: '0.25' };
  if (request.path.endsWith('smoke.json')) return { body: JSON.stringify({ rows: [{ features: '1', score: 0.25 }] }) };
  const action = new URLSearchParams(request.body.toString()).get('Action') ?? '';
  const found = QUERY[action];
  if (found) return { body: `<${action}Response><${action}Result>${found}</${action}Result></${action}Response>` };
  return { body: JSON.stringify(JSON_ANSWERS[String(request.headers['x-amz-target'])] ?? {}) };
}

beforeAll(async () => {
  endpoint = await AwsEndpoint.start(answer);
  Object.assign(process.env, {
    SERVING_STACK: 'serving',
    MODEL_PACKAGE_GROUP_NAME: 'parts',
    FAILED_VERSIONS_TABLE: 'failed-versions',
    ROLL_BACK_ALARMS: 'errors,latency',
    REAL_TIME_ENDPOINT: 'real-time',
    SERVERLESS_ENDPOINT: 'serverless',
    PATIENCE_HOURS: '8',
  });
});
afterAll(() => endpoint.stop());

const now = '2026-11-20T10:00:00Z';
const request = { action: 'approve', version: VERSION, cause: 'approval' };
const state = { version: VERSION, realTime: 'parked' };

test('over the wire, a version in service is nothing to do', async () => {
  const { handler } = await import('../../../lambda/serving/decide-serving-state/handler');

  expect(await handler({ now, run: { startedAt: now, request } }, context)).toMatchObject({
    step: 'nothing',
    ...state,
  });
});

test('over the wire, a version that the stack holds and its endpoint serves is applied', async () => {
  const { handler } = await import('../../../lambda/serving/check-serving-state/handler');
  const decided = { step: 'update', reason: '', error: '', ...state, former: state, refusals: 0 };

  const run = { startedAt: now, request, answer: decided, update: { StackId: 'arn:stack' } };
  expect(await handler({ now, run }, context)).toMatchObject({ step: 'applied', ...state });
});

test('over the wire, the configuration that nothing holds any more is deleted, and no other', async () => {
  const { handler } = await import('../../../lambda/serving/clean-up-serving/handler');

  expect(await handler({}, context)).toEqual({ deleted: ['config-1'] });
});
