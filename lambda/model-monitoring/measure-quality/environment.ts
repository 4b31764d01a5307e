export const ENVIRONMENT = [
  /** `s3://bucket/prefix` of the outcomes log, without slash at its end. */
  'OUTCOMES_URI',
  /** The prediction log, in the same form. */
  'PREDICTIONS_URI',
  /** Where reports go, in the same form. */
  'MONITORING_URI',
  'MINIMUM_ROWS',
  'SIGNAL_NAMESPACE',
] as const;
/** What the construct must set for this handler. */
export type Environment = Readonly<Record<(typeof ENVIRONMENT)[number], string>>;

/**
 * CloudWatch metric: how near the version in service is to being no good; from 1 upwards its quality dropped. It is the
 * worse of two ratios, whose definition stands at `judgeQuality`.
 */
export const MODEL_QUALITY = 'ModelQuality';
/** CloudWatch metric: records of the version in service whose outcome came; a look without any publishes 0. */
export const QUALITY_MONITOR_ROWS = 'QualityMonitorRows';
/** CloudWatch metric: what the judged decisions of the version in service were worth, in the goal's currency. */
export const NET_VALUE = 'NetValue';
