import { type RecordedEvent, typesOnly } from './events-shape';

const GLUE_JOB = { jobName: { type: /^AWS::Glue::Job$/, attributes: ['Ref'], name: 'Name' } };

/**
 * Sources: "Automating AWS Glue with EventBridge", Glue guide (states, and when each is sent), and "AWS Glue events", EventBridge
 * reference (the types), as stored in 2026. The first refers to a page of CloudWatch Events for samples, which was not found: the
 * fields of the job and crawler events are unconfirmed. The source `aws.glue-dataquality` was not found either.
 */
export const GLUE_EVENTS: readonly RecordedEvent[] = [
  {
    source: 'aws.glue',
    type: 'Glue Job State Change',
    detail: { jobName: '', severity: 'INFO', state: 'SUCCEEDED', jobRunId: '', message: '' },
    values: { state: ['SUCCEEDED', 'FAILED', 'TIMEOUT', 'STOPPED'] },
    names: GLUE_JOB,
  },
  {
    source: 'aws.glue',
    type: 'Glue Job Run Status',
    detail: {
      jobName: '',
      severity: 'INFO',
      notificationCondition: { NotifyDelayAfter: 1 },
      state: 'RUNNING',
      jobRunId: '',
      message: '',
      startedOn: '',
    },
    values: { state: ['STARTING', 'RUNNING', 'STOPPING'] },
    names: GLUE_JOB,
  },
  {
    source: 'aws.glue',
    type: 'Glue Crawler State Change',
    detail: {
      crawlerName: '',
      accountId: '',
      state: 'Succeeded',
      startTime: '',
      completionDate: '',
      message: '',
      cloudWatchLogLink: '',
      runningTime: '',
      tablesCreated: '',
      tablesUpdated: '',
      tablesDeleted: '',
      partitionsCreated: '',
      partitionsUpdated: '',
      partitionsDeleted: '',
      errorMessage: '',
      warningMessage: '',
    },
    values: { state: ['Started', 'Succeeded', 'Failed'] },
  },
  {
    source: 'aws.glue',
    type: 'Glue Data Catalog Table State Change',
    detail: { changedPartitions: ['2018,01'], databaseName: '', tableName: '', typeOfChange: 'UpdateTable' },
    values: {
      typeOfChange: [
        'UpdateTable',
        'CreatePartition',
        'BatchCreatePartition',
        'UpdatePartition',
        'DeletePartition',
        'BatchUpdatePartition',
        'BatchDeletePartition',
      ],
    },
  },
  {
    source: 'aws.glue',
    type: 'Glue Data Catalog Database State Change',
    detail: { changedTables: [''], databaseName: '', typeOfChange: 'CreateTable' },
    values: { typeOfChange: ['CreateDatabase', 'DeleteDatabase', 'CreateTable', 'DeleteTable', 'BatchDeleteTable'] },
  },
  ...typesOnly('aws.glue', [
    'Glue Catalog State Change',
    'Glue Crawler Table Change',
    'Glue Scheduled Crawler Invocation Failure',
    'Glue Auto Statistics Invocation Failure',
    'Glue Scheduled Statistics Invocation Failure',
    'Glue Statistics Task Started',
    'Glue Statistics Task Succeeded',
    'Glue Statistics Task Failed',
    'Data Quality Task State Change',
    'Data Quality Evaluation Results Available',
  ]),
  ...typesOnly('aws.glue-dataquality', ['Data Quality Evaluation Results Available']),
];
