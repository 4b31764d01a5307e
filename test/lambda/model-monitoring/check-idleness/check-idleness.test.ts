import { parkingName } from '../../../../lambda/model-monitoring/check-idleness/check-idleness';
import { ENV, IdleCloud } from './idle-cloud';

const at = (time: string) => ({ time: `2026-11-20T${time}Z` });
const NOON = at('12:00:00');

function given(change: Partial<Pick<IdleCloud, 'updated' | 'realTime'>> = {}, asked: readonly string[] = []) {
  const cloud = Object.assign(new IdleCloud(), change);
  cloud.asked.push(...asked);
  return cloud;
}

test('an idle endpoint is parked through the machine that parks, under the name of the hour', async () => {
  const cloud = given();

  expect(await cloud.check(NOON)).toMatchObject({ outcome: 'parks' });
  expect(Object.fromEntries(cloud.executions)).toEqual({
    'idle-2026-11-20T12': { stateMachineArn: ENV.PARK_SERVING_ARN, input: { cause: 'idle' } },
  });
});

test('a question within the time keeps it, an older one does not', async () => {
  expect(await given({}, ['2026-11-20T10:00:00Z']).check(NOON)).toMatchObject({ outcome: 'stays' });
  expect(await given({}, ['2026-11-20T09:54:59Z']).check(NOON)).toMatchObject({ outcome: 'parks' });
});

test('how long is for the environment to say', async () => {
  const asked = ['2026-11-20T09:30:00Z'];

  expect(await given({}, asked).check(NOON, { ...ENV, IDLE_HOURS: '3' })).toMatchObject({ outcome: 'stays' });
  // The longest that may be configured: CloudWatch takes a request for it.
  expect(await given({ updated: '2026-11-16T00:00:00Z' }).check(NOON, { ...ENV, IDLE_HOURS: '72' })).toMatchObject({
    outcome: 'parks',
  });
});

test('a stack that was never updated has stood since it was made', async () => {
  expect(await given({ updated: undefined }).check(NOON)).toMatchObject({ outcome: 'parks' });
});

test('only the endpoint’s own questions count', async () => {
  const cloud = given();
  await cloud.check(NOON);

  expect(cloud.counts).toMatchObject([
    {
      input: {
        Namespace: 'AWS/SageMaker',
        MetricName: 'Invocations',
        Dimensions: [
          { Name: 'EndpointName', Value: 'real-time' },
          { Name: 'VariantName', Value: 'main' },
        ],
      },
    },
  ]);
});

test('after a failed attempt the next hour tries again', async () => {
  const cloud = given();

  for (const event of [NOON, at('13:00:00')]) expect(await cloud.check(event)).toMatchObject({ outcome: 'parks' });
  expect([...cloud.executions.keys()]).toEqual(['idle-2026-11-20T12', 'idle-2026-11-20T13']);
});

test('what keeps it is said', async () => {
  expect(await given({ realTime: 'parked' }).check(NOON)).toEqual({
    outcome: 'stays',
    reason: 'no real-time endpoint runs',
  });
});

test('the hour is that of UTC, and its name one that Step Functions takes', () => {
  expect(parkingName(new Date('2026-11-20T23:59:59.999+02:00'))).toBe('idle-2026-11-20T21');
  expect(parkingName(new Date(NOON.time))).toMatch(/^[\w-]{1,80}$/);
});
