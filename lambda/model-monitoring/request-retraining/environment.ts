export const ENVIRONMENT = ['PREPARE_DATA_ARN', 'MONITORING_URI'] as const;
/** What the construct must set for this handler: a state machine, and `s3://bucket/prefix` of the monitors' reports. */
export type Environment = Readonly<Record<(typeof ENVIRONMENT)[number], string>>;
