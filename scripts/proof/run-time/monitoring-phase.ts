import { BROKEN_OFF, type EntryPoint, FUNCTION, MACHINE } from './fault';
import { EDGES, SDK_RETRIES, SERVING_RUN, STATES_RETRY } from './proofs';

const TESTS = 'test/lambda/model-monitoring/';
const MACHINE_TESTS = 'test/lib/model-monitoring/schedule-machines.test.ts';
const LOOK = `${TESTS}shared/take-look.test.ts`;
const QUEUED = {
  retriedBy: ['SDK', 'Lambda'],
  parked: 'ModelMonitoring/DeadLetters',
  alarm: 'MonitoringDeadLetters',
} as const;
const FOLLOWED = {
  parked: '`npm run monitor:retry`, which follows what serves then',
  alarm: 'MonitorSchedulesFailed',
} as const;
const PARKED = { parked: '`npm run park`, which can be asked again', alarm: 'ParkingFailed' } as const;
const NO_STACK = 'it looks at no stack';
const GIVES_UP = {
  [MACHINE_TESTS]: [
    'a stack that stays %s fails the run',
    'what is being changed in service is waited for, and not for ever',
  ],
};

const monitor = (at: string, folder: string, sameLog: string, cutLines: string): EntryPoint => ({
  at,
  type: FUNCTION,
  faults: [
    {
      ...QUEUED,
      kinds: BROKEN_OFF,
      proof: {
        ...SDK_RETRIES,
        [`${TESTS}${folder}/faults.test.ts`]: [
          'broken off anywhere and started again, a look has one report and publishes what it says',
        ],
        [LOOK]: [
          'a finding that could not be published is published by the retry, which does not judge again',
          'a look that fails keeps nothing: the next one begins where it had begun',
        ],
      },
    },
    {
      kinds: ['duplicate'],
      harmless: 'a look is kept once, and its signals count by their maximum',
      proof: {
        [LOOK]: [
          'the same event twice is one judgement and the same report',
          'the same event twice at the same moment publishes one finding',
        ],
        [`${TESTS}${folder}/faults.test.ts`]: [sameLog],
      },
    },
    {
      kinds: ['late', 'reordered'],
      harmless: 'a look begins where the last one ended, whenever that was',
      proof: {
        [LOOK]: [
          'an event older than the last report changes nothing: its rows are judged already',
          'the first look begins at the beginning, the next where the last one ended, whatever time has passed',
        ],
      },
    },
    {
      ...QUEUED,
      kinds: ['truncated'],
      proof: { [LOOK]: ['%j is no event of a schedule'], [`${TESTS}${folder}/faults.test.ts`]: [cutLines] },
    },
    { ...QUEUED, kinds: ['full queue'], proof: EDGES },
    { kinds: ['partial batch'], cannot: 'all signals of a look travel in one request' },
    { kinds: ['stack update in progress'], cannot: NO_STACK },
  ],
});

/** What watches the model in service and asks for the next one. */
export const MONITORING_PHASE: readonly EntryPoint[] = [
  monitor(
    'ModelMonitoring/MonitorsDriftLook',
    'measure-drift',
    'a log that came twice and in another order is judged as it is',
    'a line that was cut is counted as bad, and the others are judged',
  ),
  monitor(
    'ModelMonitoring/MonitorsQualityLook',
    'measure-quality',
    'logs that came twice and in another order are judged as they are',
    'lines that were cut are counted as bad, and the others are judged',
  ),
  {
    at: 'ModelMonitoring/RetrainingRequestRetraining',
    type: FUNCTION,
    faults: [
      {
        ...QUEUED,
        kinds: BROKEN_OFF,
        proof: {
          ...SDK_RETRIES,
          [`${TESTS}request-retraining/faults.test.ts`]: [
            'broken off anywhere and started again, one preparation was asked for',
          ],
        },
      },
      {
        kinds: ['duplicate'],
        harmless: 'a preparation is named by cause and day, and a name is taken once',
        proof: {
          [`${TESTS}request-retraining/request-retraining.test.ts`]: [
            'a storm of alarms about one finding is one preparation, and the rest is quiet',
          ],
        },
      },
      {
        kinds: ['late', 'reordered'],
        harmless: 'the day is that of the newest finding, not that of the alarm',
        proof: {
          [`${TESTS}request-retraining/faults.test.ts`]: [
            'alarms that come late and in any order ask once, about the newest finding',
          ],
        },
      },
      {
        ...QUEUED,
        kinds: ['truncated'],
        proof: {
          [`${TESTS}request-retraining/faults.test.ts`]: [
            'an event that was cut to %j is an error, so that it is tried again and parked, and asks for nothing',
          ],
        },
      },
      { ...QUEUED, kinds: ['full queue'], proof: EDGES },
      { kinds: ['partial batch'], cannot: 'it starts one execution' },
      { kinds: ['stack update in progress'], cannot: NO_STACK },
    ],
  },
  {
    at: 'ModelMonitoring/GroundTruthWriteGroundTruth',
    type: FUNCTION,
    faults: [
      {
        ...QUEUED,
        kinds: BROKEN_OFF,
        proof: {
          ...SDK_RETRIES,
          [`${TESTS}write-ground-truth/faults.test.ts`]: [
            'broken off anywhere and started again, every outcome is handed on once',
          ],
        },
      },
      {
        kinds: ['duplicate'],
        harmless: 'an object of the log is written under the same name again',
        proof: { [`${TESTS}write-ground-truth/write-ground-truth.test.ts`]: ['the same event twice changes nothing'] },
      },
      {
        kinds: ['late', 'reordered'],
        harmless: 'each night begins with the day that the last one came to',
        proof: {
          [`${TESTS}write-ground-truth/faults.test.ts`]: [
            'a night that comes after a later one hands nothing on that was not, and loses nothing',
            'what Firehose delivered late into a day that was handed on is handed on the next night',
          ],
        },
      },
      {
        ...QUEUED,
        kinds: ['truncated'],
        proof: {
          [`${TESTS}write-ground-truth/faults.test.ts`]: [
            'a log that was cut within a line stops it before anything is called done, and is handed on once it is whole',
            'an event that was cut to %j writes nothing',
          ],
        },
      },
      { ...QUEUED, kinds: ['full queue'], proof: EDGES },
      { kinds: ['partial batch'], cannot: 'it writes an object at a time, and calls nothing done before the last' },
      { kinds: ['stack update in progress'], cannot: NO_STACK },
    ],
  },
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
          [`${TESTS}plan-schedules/faults.test.ts`]: [
            'broken off anywhere and asked again, it plans the same and writes one configuration',
          ],
        },
      },
      {
        kinds: ['duplicate', 'late', 'reordered'],
        harmless: 'what serves is read when it is looked at, and the same model has the same configuration',
        proof: {
          [`${TESTS}plan-schedules/plan-schedules.test.ts`]: [
            'the same model has one configuration, another one another',
          ],
          [MACHINE_TESTS]: ['the same state again changes nothing, and another version brings its own baselines'],
        },
      },
      {
        ...FOLLOWED,
        kinds: ['truncated'],
        retriedBy: ['Step Functions'],
        proof: {
          [`${TESTS}plan-schedules/faults.test.ts`]: ['a run that was cut to %j is an error, and nothing is written'],
        },
      },
      {
        ...FOLLOWED,
        kinds: ['full queue', 'stack update in progress'],
        retriedBy: ['Step Functions'],
        proof: {
          [`${TESTS}plan-schedules/faults.test.ts`]: [
            'while either stack is being updated it waits, and updates nothing',
          ],
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
        kinds: ['throttling', 'server error'],
        open: 'an update of the schedules that CloudFormation throttles fails the run at once, and a refusal whose remembering lost its answer is told to nobody',
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
        kinds: ['throttling', 'server error'],
        open: 'an update of the schedules that CloudFormation throttles fails the run at once',
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
      { kinds: ['truncated'], cannot: 'only `npm run park` starts it' },
    ],
  },
];
