import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { answerDeployment, isDeployment } from '../../../../lambda/model-monitoring/shared/answer-deployment';
import { context } from '../../aws-endpoint';
import { stubClient } from '../../stub-client';

const REQUEST = {
  ResponseURL: 'https://example.com/answer',
  StackId: 'stack',
  RequestId: 'request',
  LogicalResourceId: 'FirstHeartbeat',
};

async function send(RequestType: string) {
  const answers: string[] = [];
  const fetched = jest.spyOn(globalThis, 'fetch').mockImplementation(async (_, init) => {
    answers.push(String(init?.body));
    return new Response();
  });
  const cloudWatch = stubClient(new CloudWatchClient({}), { PutMetricData: () => ({}) });
  const signals = { cloudWatch: cloudWatch.client, namespace: 'tested' };
  await answerDeployment({ ...REQUEST, RequestType }, context, signals, 'DriftMonitorRows');
  fetched.mockRestore();
  return { answer: JSON.parse(answers[0] ?? ''), published: cloudWatch.sent.map(({ input }) => input) };
}

test.each(['Create', 'Update'])('%s of the resource is the first heartbeat: no rows yet', async (type) => {
  const { answer, published } = await send(type);

  expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'DriftMonitorRows' });
  expect(published).toEqual([
    { Namespace: 'tested', MetricData: [{ MetricName: 'DriftMonitorRows', Value: 0, Unit: 'Count' }] },
  ]);
});

test('Delete is answered and no heartbeat', async () => {
  const { answer, published } = await send('Delete');

  expect(answer).toMatchObject({ Status: 'SUCCESS' });
  expect(published).toEqual([]);
});

test.each([
  [{ RequestType: 'Create' }, true],
  [{ time: '2026-11-21T03:00:00Z' }, false],
  [null, false],
  ['RequestType', false],
])('%j comes from CloudFormation: %s', (event, is) => {
  expect(isDeployment(event)).toBe(is);
});
