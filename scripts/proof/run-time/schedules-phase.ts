import { BROKEN_OFF, type EntryPoint, FUNCTION, MACHINE } from './fault';
import { MACHINES, OWN_WRITES, SDK_RETRIES, SERVING_RUN, STATES_RETRY } from './proofs';

const TESTS = 'test/lambda/model-monitoring/plan-schedules/';
const MACHINE_TESTS = 'test/lib/model-monitoring/schedule-machines.test.ts';
const FOLLOWED = {
  parked: '`npm run monitor:retry`, which follows what serves then',
  alarm: 'MonitorSchedulesFailed',
} as const;
const PARKED = { parked: '`npm run park`, which can be asked again', alarm: 'ParkingFailed' } as const;
const ASKS_AGAIN = {
  [MACHINES]: [
    'when what serves is %s, an update of the schedules that ends with "%s" is asked for again, and happens once',
    'an update of the schedules that was taken, and whose answer was lost, is found at work and not asked for again',
  ],
};
const GIVES_UP = {
  [MACHINE_TESTS]: [
    'a stack that stays %s fails the run',
    'what is being changed in service is waited for, and not for ever',
  ],
};

/** What keeps Model Monitor's schedules in step with what serves. */
export const SCHEDULES_PHASE: readonly EntryPoint[] = [
  {
    at: 'ModelMonitoring/SchedulesPlanSchedules',
    type: FUNCTION,
    faults: [
      {
        ...FOLLOWED,
        kinds: BROKEN_OFF,
        retriedBy: ['SDK', 'Step Functions'],
        proof: {
          ...SDK_RETRIES,
          ...STATES_RETRY,
          [`${TESTS}faults.test.ts`]: [
            'broken off anywhere and asked again, it plans the same and writes one configuration',
          ],
        },
      },
      {
        kinds: ['duplicate', 'late', 'reordered'],
        harmless: 'what serves is read when it is looked at, and the same model has the same configuration',
        proof: {
          [`${TESTS}plan-schedules.test.ts`]: ['the same model has one configuration, another one another'],
          [MACHINE_TESTS]: ['the same state again changes nothing, and another version brings its own baselines'],
        },
      },
      {
        ...FOLLOWED,
        kinds: ['truncated'],
        retriedBy: ['Step Functions'],
        proof: {
          [`${TESTS}faults.test.ts`]: ['a run that was cut to %j is an error, and nothing is written'],
        },
      },
      {
        ...FOLLOWED,
        kinds: ['full queue', 'stack update in progress'],
        retriedBy: ['Step Functions'],
        proof: {
          [`${TESTS}faults.test.ts`]: ['while either stack is being updated it waits, and updates nothing'],
          ...GIVES_UP,
        },
      },
      { kinds: ['partial batch'], cannot: 'it writes one object' },
    ],
  },
  {
    at: 'ModelMonitoring/FollowServingStateMachine',
    type: MACHINE,
    faults: [
      {
        ...FOLLOWED,
        kinds: ['throttling', 'server error'],
        retriedBy: ['Step Functions'],
        proof: {
          ...OWN_WRITES,
          [MACHINES]: [
            ...ASKS_AGAIN[MACHINES],
            'a refusal whose remembering was throttled %s it was written is remembered and told once',
          ],
        },
      },
      { ...FOLLOWED, kinds: ['dies half way'], retriedBy: ['person'], proof: GIVES_UP },
      { ...FOLLOWED, kinds: ['timeout'], alarm: 'MonitorSchedulesTimedOut', retriedBy: ['person'], proof: GIVES_UP },
      {
        kinds: ['duplicate', 'late', 'reordered'],
        harmless: 'the stack is the lock, and what serves now is followed',
        proof: {
          [MACHINE_TESTS]: ['two runs at once, overlapping anyhow, update once; account takes schedules: %s'],
          [SERVING_RUN]: ['was told that it is refused once, whatever was promoted, parked and woken since'],
        },
      },
      {
        ...FOLLOWED,
        kinds: ['full queue', 'stack update in progress'],
        retriedBy: ['Step Functions'],
        proof: { ...GIVES_UP },
      },
      { kinds: ['partial batch'], cannot: 'CloudFormation goes back by itself when one of the schedules fails' },
      { kinds: ['truncated'], cannot: 'it reads nothing of its event' },
    ],
  },
  {
    at: 'ModelMonitoring/ParkServingMachine',
    type: MACHINE,
    faults: [
      {
        ...PARKED,
        kinds: ['throttling', 'server error'],
        retriedBy: ['Step Functions', 'person'],
        proof: ASKS_AGAIN,
      },
      {
        ...PARKED,
        kinds: ['timeout'],
        alarm: 'ParkingTimedOut',
        retriedBy: ['person'],
        proof: GIVES_UP,
      },
      {
        ...PARKED,
        kinds: ['dies half way', 'partial batch'],
        retriedBy: ['person'],
        proof: {
          ...GIVES_UP,
          [MACHINE_TESTS]: [
            'a stack that stays %s fails the run',
            'an endpoint whose schedules cannot be removed is not parked, and the run says why',
          ],
        },
      },
      {
        kinds: ['duplicate', 'late', 'reordered'],
        harmless: 'without schedules, or with the endpoint parked, there is nothing to do',
        proof: {
          [MACHINE_TESTS]: ['parking goes on without schedules to take away: %j'],
          'test/lib/serving/apply-serving-state.test.ts': [
            'parking and waking keep the version, and doing either twice changes nothing',
          ],
        },
      },
      { ...PARKED, kinds: ['full queue', 'stack update in progress'], retriedBy: ['Step Functions'], proof: GIVES_UP },
      { kinds: ['truncated'], cannot: 'our function and `npm run park` make its input' },
    ],
  },
];
