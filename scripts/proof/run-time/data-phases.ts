import { BROKEN_OFF, type EntryPoint, FUNCTION, MACHINE } from './fault';
import { DEPLOYED, EDGES, LIFECYCLE, OWN_WRITES, SDK_RETRIES, STATES_RETRY, WAITS_FOR_JOBS } from './proofs';

const MARK = 'test/lambda/data-lake/mark-day-complete/';
const INGEST = 'test/lambda/feature-store/ingest-features/';
const PREPARE = 'test/lib/data-preparation/prepare-data.test.ts';
const JOBS = 'test/scripts/jobs/';
const CLOSES_DAY = {
  retriedBy: ['SDK', 'Lambda'],
  parked: 'DataLake/DeadLetters',
  alarm: 'DataLakeDeadLetters',
} as const;
/** The day stays where it came, and its marker can be written again. */
const RAW = { parked: "the day's files in the raw zone, their marker free again", alarm: 'PreparationFailed' } as const;
const FREES_MARKER = { [PREPARE]: ['a failure in %s frees the delivery, if one was claimed'] };
const NO_STACK = 'it looks at no stack';

/** From a day's files to datasets. */
export const DATA_PHASES: readonly EntryPoint[] = [
  {
    at: 'DataLake/StreamIntakeMarkDayComplete',
    type: FUNCTION,
    faults: [
      {
        ...CLOSES_DAY,
        kinds: BROKEN_OFF,
        proof: {
          ...SDK_RETRIES,
          [`${MARK}faults.test.ts`]: ['broken off anywhere and started again, the day has one marker'],
          [`${MARK}mark-day-complete.test.ts`]: ['any other failure of S3 is left to the retry'],
        },
      },
      {
        kinds: ['duplicate'],
        harmless: 'the marker is written under a condition',
        proof: {
          [`${MARK}handler.test.ts`]: ['over the wire, the schedule delivered twice marks the day before once'],
        },
      },
      {
        kinds: ['late', 'reordered'],
        harmless: 'the event names its moment, and the day is counted from there',
        proof: {
          [`${MARK}faults.test.ts`]: ['mornings that come late and in the wrong order each mark their own day'],
        },
      },
      {
        ...CLOSES_DAY,
        kinds: ['truncated'],
        proof: { [`${MARK}faults.test.ts`]: ['an event that was cut to %j marks nothing and is an error'] },
      },
      { ...CLOSES_DAY, kinds: ['full queue'], proof: EDGES },
      { kinds: ['partial batch'], cannot: 'it writes one object' },
      { kinds: ['stack update in progress'], cannot: NO_STACK },
    ],
  },
  {
    at: 'FeatureStore/IngestionIngestFeatures',
    type: FUNCTION,
    faults: [
      {
        ...RAW,
        kinds: BROKEN_OFF,
        retriedBy: ['SDK', 'Step Functions'],
        proof: {
          ...SDK_RETRIES,
          ...STATES_RETRY,
          [`${INGEST}faults.test.ts`]: [
            'broken off anywhere and started again, every record is stored or parked, and what is parked is signalled',
          ],
          [`${INGEST}handler.test.ts`]: [
            'over the wire, a throttled store and a half-written batch end with everything written',
          ],
        },
      },
      {
        kinds: ['partial batch'],
        retriedBy: ['handler'],
        parked: 'feature-records-parked/, beside the part and under its name',
        alarm: 'FeatureRecordsParked',
        proof: {
          [`${INGEST}write-batch.test.ts`]: [
            'only what was not processed is offered again, after a pause that may double each time',
            'a record that the store refuses for good is not offered again and comes back with the reason',
          ],
          [`${INGEST}ingest-features.test.ts`]: [
            'a refused record is parked beside the part under the same name, with its reason, and signalled',
          ],
        },
      },
      {
        kinds: ['full queue'],
        retriedBy: ['handler'],
        parked: 'feature-records-parked/, beside the part and under its name',
        alarm: 'FeatureRecordsParked',
        proof: {
          [`${INGEST}faults.test.ts`]: [
            'a store that leaves half of the records for later, again and again, ends with the same as one that takes all',
          ],
          [`${INGEST}write-batch.test.ts`]: [
            'what is still unprocessed after the last attempt comes back, together with earlier refusals',
          ],
        },
      },
      {
        kinds: ['duplicate'],
        harmless: 'a record written twice is one record',
        proof: {
          [`${INGEST}ingest-features.test.ts`]: [
            'the same part twice writes the same records again and parks the same ones',
          ],
        },
      },
      {
        kinds: ['late', 'reordered'],
        harmless: 'the online store keeps the record with the newest event time',
        proof: {
          [`${INGEST}faults.test.ts`]: [
            'an older part that comes after a newer one says its own time with each record: the store keeps the newest',
          ],
        },
      },
      {
        ...RAW,
        kinds: ['truncated'],
        retriedBy: ['Step Functions'],
        proof: { [`${INGEST}faults.test.ts`]: ['a part that was cut %s is an error and nothing of it is written'] },
      },
      { kinds: ['stack update in progress'], cannot: NO_STACK },
    ],
  },
  {
    at: 'DataPreparation/PrepareDataMachine',
    type: MACHINE,
    faults: [
      {
        ...RAW,
        kinds: ['throttling', 'server error'],
        retriedBy: ['Step Functions', 'person'],
        proof: {
          [DEPLOYED]: [...OWN_WRITES[DEPLOYED], ...STATES_RETRY[DEPLOYED], ...WAITS_FOR_JOBS[DEPLOYED]],
          [PREPARE]: [
            ...FREES_MARKER[PREPARE],
            'a claim that fails may have been written, so it is freed; what another run has claimed stays',
          ],
        },
      },
      { ...RAW, kinds: ['timeout', 'partial batch'], retriedBy: ['person'], proof: FREES_MARKER },
      {
        ...RAW,
        kinds: ['dies half way'],
        retriedBy: ['person'],
        proof: {
          ...FREES_MARKER,
          [LIFECYCLE]: ['a Glue job killed half way fails its run and raises the alarm; nothing was trained'],
        },
      },
      {
        kinds: ['duplicate'],
        harmless: 'one version of a marker is claimed once',
        proof: {
          [PREPARE]: ['a delivery that another run has claimed gets the same answer but for its outcome'],
          [LIFECYCLE]: ['the same marker delivered twice prepares and trains once'],
        },
      },
      {
        kinds: ['late', 'reordered'],
        harmless: 'each run builds from all that was delivered and told by then',
        proof: {
          [`${JOBS}test_build_datasets.py`]: [
            'test_a_label_that_comes_later_joins_the_row_it_belongs_to',
            'test_the_newest_delivery_of_a_row_wins_but_takes_no_label_away',
          ],
        },
      },
      { ...RAW, kinds: ['full queue'], retriedBy: ['Step Functions'], proof: WAITS_FOR_JOBS },
      { kinds: ['truncated'], cannot: 'our rule and our function make its input, and nobody else may start it' },
      { kinds: ['stack update in progress'], cannot: NO_STACK },
    ],
  },
  {
    at: 'DataPreparation/JobsCurate',
    type: 'AWS::Glue::Job',
    faults: [
      { ...RAW, kinds: ['throttling', 'server error', 'timeout'], retriedBy: ['person'], proof: FREES_MARKER },
      {
        ...RAW,
        kinds: ['dies half way'],
        retriedBy: ['person'],
        proof: {
          [LIFECYCLE]: [
            'a Glue job killed half way fails its run and raises the alarm; nothing was trained',
            'its marker is free again, and a training job killed half way fails the pipeline and raises the alarm',
          ],
        },
      },
      {
        kinds: ['partial batch'],
        retriedBy: ['person'],
        parked: 'the quarantine, each row as it came and with its reason',
        alarm: 'PreparationFailed',
        proof: {
          [`${JOBS}test_curate_delivery.py`]: [
            'test_too_many_bad_rows_stop_the_run_with_the_count_by_reason_and_nothing_is_lost',
          ],
          [LIFECYCLE]: ['too many bad rows stop the run with the count by reason, and nothing is lost'],
        },
      },
      {
        kinds: ['duplicate'],
        harmless: 'a run replaces what the same day left before',
        proof: {
          [`${JOBS}test_curate_delivery.py`]: ['test_a_second_run_of_a_day_replaces_the_first_and_says_the_same'],
        },
      },
      {
        kinds: ['late', 'reordered'],
        harmless: 'of rows of the same record and time the newest good one stays',
        proof: {
          [`${JOBS}test_curate.py`]: ['test_of_duplicates_the_newest_good_one_stays_with_the_label_that_any_had'],
        },
      },
      {
        kinds: ['truncated'],
        retriedBy: ['person'],
        parked: 'the quarantine, the line as it came',
        alarm: 'PreparationFailed',
        proof: {
          [`${JOBS}test_curate.py`]: [
            'test_a_line_that_is_no_row_is_quarantined_whole',
            'test_every_row_is_kept_dropped_as_a_duplicate_or_quarantined',
          ],
        },
      },
      { ...RAW, kinds: ['full queue'], retriedBy: ['Step Functions'], proof: WAITS_FOR_JOBS },
      { kinds: ['stack update in progress'], cannot: NO_STACK },
    ],
  },
  {
    at: 'DataPreparation/JobsBuildDatasets',
    type: 'AWS::Glue::Job',
    faults: [
      { ...RAW, kinds: [...BROKEN_OFF, 'truncated'], retriedBy: ['person'], proof: FREES_MARKER },
      {
        kinds: ['duplicate'],
        harmless: 'the same deliveries make the same bytes, and a line that comes twice is one row',
        proof: {
          [`${JOBS}test_build_datasets.py`]: ['test_the_same_deliveries_make_the_same_bytes'],
          [`${JOBS}test_outcomes.py`]: ['test_lines_that_come_twice_and_rows_predicted_twice_are_one_row'],
        },
      },
      {
        kinds: ['late', 'reordered'],
        harmless: 'it reads everything there is, and the newest told wins',
        proof: {
          [`${JOBS}test_outcomes.py`]: ['test_of_several_outcomes_the_newest_told_wins_in_whatever_order_they_stand'],
        },
      },
      { ...RAW, kinds: ['full queue'], retriedBy: ['Step Functions'], proof: WAITS_FOR_JOBS },
      { kinds: ['partial batch'], cannot: 'it writes all datasets of a run or fails' },
      { kinds: ['stack update in progress'], cannot: NO_STACK },
    ],
  },
];
