import { BROKEN_OFF, type EntryPoint, FUNCTION } from './fault';
import { EDGES, SDK_RETRIES } from './proofs';

const TESTS = 'test/lambda/model-monitoring/check-idleness/';
const QUEUED = {
  retriedBy: ['SDK', 'Lambda', 'next run'],
  parked: 'ModelMonitoring/DeadLetters',
  alarm: 'MonitoringDeadLetters',
} as const;

/** What looks every hour whether the real-time endpoint is worth its price. */
export const PARKING: readonly EntryPoint[] = [
  {
    at: 'ModelMonitoring/IdleParkingCheckIdleness',
    type: FUNCTION,
    faults: [
      {
        ...QUEUED,
        kinds: BROKEN_OFF,
        proof: {
          ...SDK_RETRIES,
          [`${TESTS}faults.test.ts`]: ['broken off anywhere and started again, parking was asked for once'],
          [`${TESTS}check-idleness.test.ts`]: ['after a failed attempt the next hour tries again'],
        },
      },
      {
        kinds: ['duplicate'],
        harmless: 'an execution is named by the hour, and a name is taken once',
        proof: { [`${TESTS}faults.test.ts`]: ['the same event twice asks once'] },
      },
      {
        kinds: ['late', 'reordered'],
        harmless: 'the time is that of the event, and what happened after it counts too',
        proof: {
          [`${TESTS}faults.test.ts`]: [
            'an event that comes late parks nothing that was asked, woken or changed meanwhile',
            'events in another order each look at their own time',
          ],
        },
      },
      {
        ...QUEUED,
        kinds: ['truncated'],
        proof: {
          [`${TESTS}faults.test.ts`]: ['an event that was cut to %j is an error, and nothing is parked'],
        },
      },
      { ...QUEUED, kinds: ['full queue'], proof: EDGES },
      {
        kinds: ['stack update in progress'],
        harmless: 'it leaves what is being changed alone, and looks again in an hour',
        proof: {
          [`${TESTS}faults.test.ts`]: [
            'while what serves is being changed nothing is parked, and the next hour looks again',
          ],
          [`${TESTS}decide-parking.test.ts`]: ['a stack that is %s is left alone until the next hour'],
        },
      },
      { kinds: ['partial batch'], cannot: 'it starts one execution' },
    ],
  },
];
