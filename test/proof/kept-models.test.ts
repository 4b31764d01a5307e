import { dataCanBeRestored } from '../../scripts/proof/checks/data-can-be-restored';
import { globalNames } from '../../scripts/proof/checks/global-names';
import { replacedModelsStay } from '../../scripts/proof/checks/replaced-models-stay';
import { findWhen } from './broken';
import { beside, finds, holds, type Json, set } from './finds';

const BUCKET = 'AWS::S3::Bucket';
const ROLE = 'AWS::IAM::Role';
const production = { environment: 'production' } as const;

describe('in the product', () => {
  holds([dataCanBeRestored, globalNames, replacedModelsStay]);
});

describe('data of production that nothing brings back are found:', () => {
  const TABLE = 'AWS::DynamoDB::GlobalTable';
  const RECOVERY = 'Properties.Replicas.0.PointInTimeRecoverySpecification';
  const RULE = 'Properties.LifecycleConfiguration.Rules.0';
  const table = beside(() => ({ Type: 'AWS::DynamoDB::Table', Properties: {} }));
  const database = (BackupRetentionPeriod?: number) =>
    beside(() => ({ Type: 'AWS::RDS::DBInstance', Properties: { BackupRetentionPeriod } }));
  finds(dataCanBeRestored, [
    ['recovery that is off', TABLE, set(`${RECOVERY}.PointInTimeRecoveryEnabled`, false), /point in time/, production],
    ['recovery that nobody speaks of', TABLE, set(RECOVERY), /point in time in us-east-1/, production],
    ['recovery of two days', TABLE, set(`${RECOVERY}.RecoveryPeriodInDays`, 2), /expected 7 at least/, production],
    ['a table of the older kind', TABLE, table, /point in time/, production],
    ['a database without backups', TABLE, database(0), /backups for 0 days/, production],
    ['a database with a backup of one day', TABLE, database(), /backups for 1 days/, production],
    ['data that end after a day', BUCKET, set(`${RULE}.ExpirationInDays`, 1), /ends data after 1 days/, production],
    ['data that end after a month', BUCKET, set(`${RULE}.ExpirationInDays`, 30), /ends data after 30 days/, production],
    ['data that end on a day', BUCKET, set(`${RULE}.ExpirationDate`, '2027-01-01'), /on 2027-01-01/, production],
    [
      'old versions that end after a day',
      BUCKET,
      set(`${RULE}.NoncurrentVersionExpiration.NoncurrentDays`, 1),
      /old versions after 1 days/,
      production,
    ],
  ]);

  test('what a sandbox does with its data is its own affair', () => {
    expect(findWhen(dataCanBeRestored, BUCKET, set(`${RULE}.ExpirationInDays`, 1))).toEqual([]);
  });
});

describe('a name that may be taken elsewhere is found:', () => {
  const account = { Ref: 'AWS::AccountId' };
  const region = { Ref: 'AWS::Region' };
  const bucket = (...parts: unknown[]) => set('Properties.BucketName', { 'Fn::Join': ['-', parts] });
  finds(globalNames, [
    ['of a bucket', BUCKET, set('Properties.BucketName', 'ml-lifecycle-raw'), /somebody else in the world/],
    ['of a bucket with its account', BUCKET, bucket('raw', account), /somebody else in the world/],
    ['of a bucket with its region', BUCKET, bucket('raw', region), /somebody else in the world/],
    ['of a role', ROLE, set('Properties.RoleName', 'IngestFeatures'), /a second region/],
    ['of a policy', ROLE, beside(() => managed('Jobs')), /a second region/],
  ]);

  test.each<[string, string, (resource: Json, template: Json) => void]>([
    ['a bucket of one account and region', BUCKET, bucket('raw', account, region)],
    ['a role of one region', ROLE, set('Properties.RoleName', { 'Fn::Join': ['-', ['Ingest', region]] })],
    ['a name that somebody gives', BUCKET, set('Properties.BucketName', { Ref: 'Nobody' })],
  ])('%s is its own', (_, type, change) => {
    expect(findWhen(globalNames, type, change)).toEqual([]);
  });

  function managed(ManagedPolicyName: string) {
    return { Type: 'AWS::IAM::ManagedPolicy', Properties: { ManagedPolicyName } };
  }
});

describe('a model that goes while SageMaker may go back to it is found:', () => {
  const realTime = { id: /^RealTime/ };
  finds(replacedModelsStay, [
    [
      'with its replacement',
      'AWS::SageMaker::Model',
      set('UpdateReplacePolicy', 'Delete'),
      /RealTimeModel\w+ is Del/,
      realTime,
    ],
    ['without a word', 'AWS::SageMaker::Model', set('UpdateReplacePolicy'), /RealTimeModel\w+ is Delete/, realTime],
    [
      'the configuration',
      'AWS::SageMaker::EndpointConfig',
      set('UpdateReplacePolicy'),
      /Config\w+ is Delete/,
      realTime,
    ],
  ]);
});
