/** A number that no template says, its unit, and why it is so. */
export interface Assumption {
  /** Decimal text. */
  readonly value: string;
  readonly unit: string;
  readonly why: string;
}

/**
 * Every number of the estimate that the templates do not say, and the only place of such numbers. They fit the sample
 * dataset on small instances and round up; none was measured on a bill. With other data, change them here.
 */
export const ASSUMPTIONS = {
  hoursOfMonth: { value: '730', unit: 'hours', why: 'a twelfth of a year, as in price lists' },

  // Idle: the day of a product that nobody uses.
  idleRunSeconds: {
    value: '3',
    unit: 'seconds',
    why: 'a scheduled function that finds nothing new, cold start included',
  },
  idleRunLogKilobytes: { value: '4', unit: 'KB', why: 'start, end and a few JSON lines of a run' },
  idleRunKeyRequests: { value: '5', unit: 'requests', why: 'environment, logs and a few encrypted objects of a run' },
  idleStateEntries: {
    value: '1',
    unit: 'per state',
    why: 'a scheduled machine that finds nothing to do enters each state at most once',
  },
  ownSignalHours: {
    value: '31',
    unit: 'hours',
    why: 'a signal of ours is published in one hour a day; metrics are billed by the hour',
  },
  costReviewRequests: { value: '6', unit: 'requests', why: 'most that a cost review may send to Cost Explorer' },
  costTagRequests: { value: '2', unit: 'requests', why: 'listing the keys and activating them' },
  keptGigabytes: {
    value: '1',
    unit: 'GB',
    why: 'one delivery in all zones, one run of the pipeline, handlers and scripts',
  },
  keptLogGigabytes: { value: '0.1', unit: 'GB', why: 'logs of one pass until their retention ends' },
  monitorJobMinutes: { value: '10', unit: 'minutes', why: 'a Model Monitor job on a day of predictions' },

  // One pass: from files to predictions that are watched.
  records: {
    value: '30000',
    unit: 'records',
    why: 'the sample dataset has 24,000 customers, a quarter of them seen again',
  },
  recordKilobytes: {
    value: '1',
    unit: 'KB',
    why: 'about 40 features; units of the feature store are rounded up to it',
  },
  glueMinutes: {
    value: '3',
    unit: 'minutes',
    why: 'start of Spark and one delivery, for each job; a minute is billed at least',
  },
  ingestionSeconds: { value: '4', unit: 'seconds', why: 'for each 1,000 records, 25 of them a request' },
  trainingMinutes: {
    value: '4',
    unit: 'minutes',
    why: 'billed time of one training job, also of each that a search starts',
  },
  processingMinutes: { value: '6', unit: 'minutes', why: 'billed time of a processing job, its image pulled' },
  transformMinutes: { value: '6', unit: 'minutes', why: 'billed time of a batch transform, its container started' },
  pipelineFunctionSeconds: {
    value: '30',
    unit: 'seconds',
    why: 'a function of the pipeline that measures a candidate on all its scores',
  },
  stateEntries: {
    value: '3',
    unit: 'per state',
    why: 'retries and waiting loops, on average over the states of a machine',
  },
  stateFunctionSeconds: {
    value: '2',
    unit: 'seconds',
    why: 'a function that a state calls: it asks an API and decides',
  },
  smokePredictions: { value: '100', unit: 'predictions', why: 'sent through the API after the first approval' },
  monitorSeconds: { value: '20', unit: 'seconds', why: 'a monitor that reads the predictions of the pass' },
  objectsWritten: { value: '3000', unit: 'requests', why: 'Spark writes, commits and renames parts in five zones' },
  objectsRead: { value: '20000', unit: 'requests', why: 'the same parts, listed and read by jobs and functions' },
  keyRequests: { value: '5000', unit: 'requests', why: 'bucket keys spare most of the requests of objects' },
  logMegabytes: { value: '50', unit: 'MB', why: 'the continuous logs of Spark are most of it' },

  // One prediction: one record in one request.
  predictionFunctionSeconds: {
    value: '0.15',
    unit: 'seconds',
    why: 'the function waits for features and for the endpoint',
  },
  serverlessSeconds: {
    value: '0.1',
    unit: 'seconds',
    why: 'the container is billed from request to answer, cold starts apart',
  },
  predictionKilobytes: { value: '2', unit: 'KB', why: 'a record in and its score out' },
  predictionLogKilobytes: { value: '1', unit: 'KB', why: 'access log and log of the function' },
  deliveredKilobytes: { value: '5', unit: 'KB', why: 'Firehose rounds each record up to it' },
} as const satisfies Readonly<Record<string, Assumption>>;

/** The assumed number, as decimal text. */
export function assumed(name: keyof typeof ASSUMPTIONS): string {
  return ASSUMPTIONS[name].value;
}
