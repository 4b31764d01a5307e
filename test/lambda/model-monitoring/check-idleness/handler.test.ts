import { AwsEndpoint, context } from '../../aws-endpoint';
import { ENV } from './idle-cloud';

let endpoint: AwsEndpoint;

const DESCRIBED = `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>x</StackName>
  <CreationTime>2026-11-01T00:00:00Z</CreationTime><LastUpdatedTime>2026-11-20T08:00:00Z</LastUpdatedTime>
  <StackStatus>UPDATE_COMPLETE</StackStatus><Parameters>
  <member><ParameterKey>ApprovedModelVersion</ParameterKey><ParameterValue>arn:version/7</ParameterValue></member>
  <member><ParameterKey>RealTime</ParameterKey><ParameterValue>on</ParameterValue></member>
  </Parameters></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;

beforeAll(async () => {
  endpoint = await AwsEndpoint.start(({ headers, body }) => {
    if (body.toString().includes('Action=DescribeStacks')) return { body: DESCRIBED };
    const target = String(headers['x-amz-target']);
    const answer = target.endsWith('GetMetricStatistics')
      ? { Label: 'Invocations', Datapoints: [] }
      : { executionArn: 'arn:execution', startDate: 1 };
    return { headers: { 'content-type': 'application/x-amz-json-1.0' }, body: JSON.stringify(answer) };
  });
  Object.assign(process.env, ENV);
});
afterAll(() => endpoint.stop());

test('over the wire, an endpoint that nobody asked for two hours is parked by the hourly event', async () => {
  const { handler } = await import('../../../../lambda/model-monitoring/check-idleness/handler');
  const event = { source: 'aws.events', 'detail-type': 'Scheduled Event', time: '2026-11-20T12:00:00Z', detail: {} };

  expect(await handler(event, context)).toMatchObject({ outcome: 'parks' });

  const [count, start] = endpoint.requests.slice(-2).map(({ body }) => JSON.parse(body.toString()));
  const seconds = (time: string) => Date.parse(time) / 1000;
  expect(count).toMatchObject({ StartTime: seconds('2026-11-20T10:00:00Z'), EndTime: seconds('2026-11-21T12:00:00Z') });
  expect(start).toEqual({ stateMachineArn: 'arn:machine', name: 'idle-2026-11-20T12', input: '{"cause":"idle"}' });
});
