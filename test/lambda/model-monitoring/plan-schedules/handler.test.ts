import { AwsEndpoint, context, type WireRequest } from '../../aws-endpoint';
import { ENV, OFF, VERSION } from '../schedules-cloud';

let endpoint: AwsEndpoint;
const written = new Map<string, string>();

function described(parameters: Readonly<Record<string, string>>): string {
  const members = Object.entries(parameters).map(
    ([key, value]) => `<member><ParameterKey>${key}</ParameterKey><ParameterValue>${value}</ParameterValue></member>`,
  );
  return `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>x</StackName>
    <CreationTime>2026-11-20T10:00:00Z</CreationTime><StackStatus>UPDATE_COMPLETE</StackStatus>
    <Parameters>${members.join('')}</Parameters></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
}

function answer({ method, path, headers, body }: WireRequest) {
  const target = String(headers['x-amz-target'] ?? '')
    .split('.')
    .at(-1);
  const text = body.toString();
  if (text.includes('Action=DescribeStacks'))
    return {
      body: text.includes(`StackName=${ENV.SERVING_STACK}`)
        ? described({ ApprovedModelVersion: VERSION, RealTime: 'on' })
        : described(OFF),
    };
  if (method === 'PUT') written.set(path, text);
  if (method === 'GET') return { body: '{"version":"1.0","headers":["load"],"methods":{"shap":{}}}' };
  const answers: Record<string, object> = {
    DescribeModelPackage: {
      CustomerMetadataProperties: { monitoring: 's3://models/runs/1/baseline', threshold: '0.25' },
    },
    DescribeEndpoint: { EndpointConfigName: 'config-1' },
    DescribeEndpointConfig: { ProductionVariants: [{ ModelName: 'model-1', VariantName: 'main' }] },
  };
  return { body: JSON.stringify(answers[target ?? ''] ?? {}) };
}

beforeAll(async () => {
  endpoint = await AwsEndpoint.start(answer);
  Object.assign(process.env, ENV);
});
afterAll(() => endpoint.stop());

test('over the wire, a version in real time is planned to be watched by what its assessment left', async () => {
  const { handler } = await import('../../../../lambda/model-monitoring/plan-schedules/handler');
  const now = '2026-11-20T10:00:00Z';

  const plan = await handler({ now, run: { startedAt: now, want: 'follow' } }, context);

  expect(plan.step).toBe('update');
  const [[path, content] = ['', '']] = written;
  expect(JSON.parse(content)).toMatchObject({ headers: ['load'], predictor: { model_name: 'model-1' } });
  expect(plan.parameters).toEqual([
    { ParameterKey: 'Schedules', ParameterValue: 'on' },
    { ParameterKey: 'BaselineUri', ParameterValue: 's3://models/runs/1/baseline' },
    { ParameterKey: 'ExplainabilityConfigUri', ParameterValue: `s3:/${path}` },
    { ParameterKey: 'Threshold', ParameterValue: '0.25' },
  ]);
});
