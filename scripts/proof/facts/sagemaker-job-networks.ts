/** Where a type says what network its containers have, and the Security Hub controls about it (AI Security Best Practices v1.0.0). */
export interface JobNetwork {
  readonly type: string;
  /** The object that holds `NetworkConfig`; a type that lacks it, such as a schedule that names a definition, has no network of its own. */
  readonly holder: readonly string[];
  readonly isolation: string;
  readonly encryption: string;
}

export const JOB_NETWORKS: readonly JobNetwork[] = [
  {
    type: 'AWS::SageMaker::DataQualityJobDefinition',
    holder: [],
    isolation: 'SageMaker.11',
    encryption: 'SageMaker.9',
  },
  {
    type: 'AWS::SageMaker::ModelExplainabilityJobDefinition',
    holder: [],
    isolation: 'SageMaker.20',
    encryption: 'SageMaker.10',
  },
  { type: 'AWS::SageMaker::ModelBiasJobDefinition', holder: [], isolation: 'SageMaker.12', encryption: 'SageMaker.15' },
  {
    type: 'AWS::SageMaker::ModelQualityJobDefinition',
    holder: [],
    isolation: 'SageMaker.25',
    encryption: 'SageMaker.13',
  },
  {
    type: 'AWS::SageMaker::MonitoringSchedule',
    holder: ['MonitoringScheduleConfig', 'MonitoringJobDefinition'],
    isolation: 'SageMaker.14',
    encryption: 'SageMaker.22',
  },
  // No control has these yet; the same holds for them.
  { type: 'AWS::SageMaker::ProcessingJob', holder: [], isolation: 'S-03', encryption: 'S-03' },
];
