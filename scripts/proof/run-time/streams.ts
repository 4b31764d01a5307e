import type { Cell, EntryPoint } from './fault';
import { DAY_IS_CLOSED_LATER, STREAM_ALARMS } from './proofs';

const STREAMED_BEHIND = 'StreamedRecordsBehind';
const STREAM = 'AWS::KinesisFirehose::DeliveryStream';
const LOG_LINES = 'test/lambda/shared/write-log-lines.test.ts';
const MONITORING = 'test/lambda/model-monitoring/';
const JOBS = 'test/scripts/jobs/';

/** What is the same of every stream, whoever sends. */
const everywhere = (alarm: string): readonly Cell[] => [
  {
    kinds: ['throttling', 'server error', 'timeout'],
    retriedBy: ['Firehose'],
    parked: 'Firehose, which keeps it for a day',
    alarm,
    proof: STREAM_ALARMS,
  },
  { kinds: ['truncated'], cannot: 'it hands on what comes: those who read it count bad lines or quarantine them' },
  { kinds: ['dies half way', 'stack update in progress'], cannot: 'a service of AWS without code or state of ours' },
];

const log = (at: string, behind: string): EntryPoint => ({
  at,
  type: STREAM,
  faults: [
    ...everywhere(behind),
    {
      kinds: ['full queue', 'partial batch'],
      retriedBy: ['handler', 'caller'],
      parked: 'the caller, who is told when to come back',
      alarm: 'PredictionsFailed',
      proof: {
        [LOG_LINES]: [
          'only the records that were not taken are sent again',
          'no record and no request is larger than Firehose takes, and no line is lost or cut',
        ],
      },
    },
    {
      kinds: ['duplicate', 'reordered'],
      harmless: 'readers take one line of each id, and the newest',
      proof: {
        [`${MONITORING}measure-drift/faults.test.ts`]: [
          'a log that came twice and in another order is judged as it is',
        ],
        [`${MONITORING}measure-quality/faults.test.ts`]: [
          'logs that came twice and in another order are judged as they are',
        ],
        [`${JOBS}test_outcomes.py`]: ['test_lines_that_come_twice_and_rows_predicted_twice_are_one_row'],
      },
    },
    {
      kinds: ['late'],
      harmless: 'an hour is looked at when the next one has passed, and datasets are built from everything there is',
      proof: {
        [`${MONITORING}shared/reading.test.ts`]: [
          'an hour is looked at when the next one has passed too, since Firehose delivers late and in any order',
        ],
        [`${MONITORING}write-ground-truth/faults.test.ts`]: [
          'what Firehose delivered late into a day that was handed on is handed on the next night',
        ],
      },
    },
  ],
});

/** Firehose, between those who write lines and those who read files. */
export const STREAMS: readonly EntryPoint[] = [
  log('Prediction/ApiLogsPredictions', 'PredictionLogBehind'),
  log('Prediction/ApiLogsOutcomes', 'OutcomeLogBehind'),
  {
    at: 'DataLake/StreamIntakeRecords',
    type: STREAM,
    faults: [
      ...everywhere(STREAMED_BEHIND),
      {
        kinds: ['full queue', 'partial batch'],
        cannot: 'whoever streams records is outside of the product; the answer names what was not taken',
      },
      {
        kinds: ['duplicate', 'reordered'],
        harmless: 'of rows of the same record and time the newest good one stays',
        proof: {
          [`${JOBS}test_curate.py`]: ['test_of_duplicates_the_newest_good_one_stays_with_the_label_that_any_had'],
        },
      },
      {
        kinds: ['late'],
        retriedBy: ['person'],
        parked: "the day's folder in the raw zone, until its marker is written again",
        alarm: STREAMED_BEHIND,
        proof: DAY_IS_CLOSED_LATER,
      },
    ],
  },
];
