export const ENVIRONMENT = [
  /** `s3://bucket/prefix` of the prediction log, without slash at its end. */
  'PREDICTIONS_URI',
  /** Where reports go, in the same form. */
  'MONITORING_URI',
  'MINIMUM_ROWS',
  'SMALLEST_DRIFT',
  'SIGNAL_NAMESPACE',
] as const;
/** What the construct must set for this handler. */
export type Environment = Readonly<Record<(typeof ENVIRONMENT)[number], string>>;

/** CloudWatch metric: the worst feature's population stability index over its limit; from 1 upwards the data drifted. */
export const DATA_DRIFT = 'DataDrift';
/** The same of the scores. */
export const PREDICTION_DRIFT = 'PredictionDrift';
/** CloudWatch metric: records that the look found of the version in service; a look without any publishes 0. */
export const DRIFT_MONITOR_ROWS = 'DriftMonitorRows';
