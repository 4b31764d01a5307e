import { decideParking, type Question } from '../../../../lambda/model-monitoring/check-idleness/decide-parking';

const SINCE = new Date('2026-11-20T10:00:00Z');
const STATE = { version: 'arn:version/7', realTime: 'on' } as const;
const STACK = { status: 'UPDATE_COMPLETE', state: STATE, changedAt: new Date('2026-11-20T09:59:59Z') };
const decide = (change: Partial<Question> = {}) =>
  decideParking({ stack: STACK, since: SINCE, invocations: 0, ...change });

test('an endpoint that stood as it is all the time and was asked nothing is parked', () => {
  expect(decide()).toEqual({ step: 'park', reason: '0 invocations since 2026-11-20T10:00:00.000Z' });
});

test('one question keeps it', () => {
  expect(decide({ invocations: 1 })).toEqual({ step: 'stay', reason: '1 invocations since 2026-11-20T10:00:00.000Z' });
});

test('what was woken or changed since then has its full time first', () => {
  const at = (time: string) => decide({ stack: { ...STACK, changedAt: new Date(time) } }).step;
  expect([at('2026-11-20T10:00:00Z'), at('2026-11-20T10:00:01Z'), at('2026-11-20T12:00:00Z')]).toEqual([
    'park',
    'stay',
    'stay',
  ]);
});

test('nobody parks what has changed at a time that is not known', () => {
  expect(decide({ stack: { ...STACK, changedAt: undefined } }).step).toBe('stay');
});

test.each(['UPDATE_IN_PROGRESS', 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'UPDATE_ROLLBACK_FAILED', 'ROLLBACK_COMPLETE'])(
  'a stack that is %s is left alone until the next hour',
  (status) => {
    expect(decide({ stack: { ...STACK, status } })).toEqual({
      step: 'stay',
      reason: `the serving stack is ${status}`,
    });
  },
);

test.each([
  ['no model', { ...STATE, version: 'none' }],
  ['a parked endpoint', { ...STATE, realTime: 'parked' }],
] as const)('%s has nothing to park', (_, state) => {
  expect(decide({ stack: { ...STACK, state } })).toEqual({ step: 'stay', reason: 'no real-time endpoint runs' });
});
