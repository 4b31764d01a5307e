import { BROKEN_OFF, type EntryPoint, FUNCTION } from './fault';
import { EDGES, SDK_RETRIES } from './proofs';

const TESTS = 'test/lambda/model-monitoring/';
const LOOK = `${TESTS}shared/take-look.test.ts`;
const QUEUED = {
  retriedBy: ['SDK', 'Lambda'],
  parked: 'ModelMonitoring/DeadLetters',
  alarm: 'MonitoringDeadLetters',
} as const;
const NO_STACK = 'it looks at no stack';

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
];
