import { dataOutliveTheirStack } from '../../scripts/proof/checks/data-outlive-their-stack';
import { storageForgets } from '../../scripts/proof/checks/storage-forgets';
import { beside, type Change, finds, holds, type Json, set } from './finds';

const BUCKET = 'AWS::S3::Bucket';
const GROUP = 'AWS::SageMaker::FeatureGroup';
const production = { environment: 'production' } as const;
const P = 'Properties';

describe('in the product', () => {
  holds([dataOutliveTheirStack, storageForgets], { 'data-outlive-their-stack': /^ApiCloudWatchRole|^ApiAccount/ });
});

describe('data that go when they should stay, or stay when they should go, are found:', () => {
  const deleted = set('DeletionPolicy', 'Delete');
  const goes = /DeletionPolicy is Delete in a protected stack/;
  const emptied = beside(() => ({ Type: 'Custom::S3AutoDeleteObjects', Properties: {} }));

  finds(dataOutliveTheirStack, [
    ['a bucket that production would delete', BUCKET, deleted, goes, production],
    ['a feature group that production would delete', GROUP, set('DeletionPolicy'), goes, production],
    ['a registry that production would delete', 'AWS::SageMaker::ModelPackageGroup', deleted, goes, production],
    ['a table that production would delete', 'AWS::DynamoDB::GlobalTable', deleted, goes, production],
    ['a log group that production would delete', 'AWS::Logs::LogGroup', deleted, goes, production],
    ['a key lost when replaced', 'AWS::KMS::Key', set('UpdateReplacePolicy'), /UpdateReplacePolicy is Del/, production],
    ['a snapshot of what has none', BUCKET, set('DeletionPolicy', 'Snapshot'), /is Snapshot/, production],
    ['a bucket that production would empty', BUCKET, emptied, /deletes data when the stack goes/, production],
    ['a bucket that the sandbox leaves behind', BUCKET, set('DeletionPolicy', 'Retain'), /stack without protection/],
    ['a replaced bucket left behind', BUCKET, set('UpdateReplacePolicy', 'Retain'), /a replaced one stays for ever/],
    ['a bucket that nothing empties', 'Custom::S3AutoDeleteObjects', set(`${P}.BucketName`, 'x'), /nothing empties it/],
    ['a registry that nothing empties', 'Custom::EmptiedModelPackageGroup', set('DependsOn'), /nothing empties it/],
  ]);
});

describe('storage that only grows is found:', () => {
  const RULES = 'Properties.LifecycleConfiguration.Rules';
  const GROUP_OF_LOGS = 'AWS::Logs::LogGroup';
  const onEach =
    (change: Change): Change =>
    (bucket, template) =>
      bucket.Properties.LifecycleConfiguration.Rules.forEach((rule: Json) => {
        change(rule, template);
      });
  const move = (StorageClass: string, TransitionInDays: number) =>
    set(`${RULES}.1`, { Status: 'Enabled', ExpirationInDays: 10, Transitions: [{ StorageClass, TransitionInDays }] });

  finds(storageForgets, [
    ['a bucket without rules', BUCKET, set(`${P}.LifecycleConfiguration`), /ends incomplete uploads/],
    ['rules that are switched off', BUCKET, onEach(set('Status', 'Disabled')), /no enabled lifecycle rule/],
    ['rules for a part only', BUCKET, onEach(set('Prefix', 'a/')), /no enabled lifecycle rule for the whole bucket/],
    ['old versions that stay', BUCKET, onEach(set('NoncurrentVersionExpiration')), /old versions/, { id: /Raw/ }],
    ['a move after the end', BUCKET, move('GLACIER', 20), /ends them after 10/],
    ['a move that S3 refuses', BUCKET, move('STANDARD_IA', 5), /expected 30 at least/],
    ['a log group that never forgets', GROUP_OF_LOGS, set(`${P}.RetentionInDays`), /for ever/],
    ['a retention that there is not', GROUP_OF_LOGS, set(`${P}.RetentionInDays`, 15), /15, which/],
    ['a repository without an end', BUCKET, beside(() => ({ Type: 'AWS::ECR::Repository' })), /images stay for ever/],
  ]);
});
