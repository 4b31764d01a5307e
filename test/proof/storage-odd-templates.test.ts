import type { Check } from '../../scripts/proof/check';
import { bucketAccessLogs } from '../../scripts/proof/checks/bucket-access-logs';
import { bucketEncryption } from '../../scripts/proof/checks/bucket-encryption';
import { bucketLifecycle } from '../../scripts/proof/checks/bucket-lifecycle';
import { bucketPrivacy } from '../../scripts/proof/checks/bucket-privacy';
import { bucketVersioning } from '../../scripts/proof/checks/bucket-versioning';
import { kmsKeys } from '../../scripts/proof/checks/kms-keys';
import { logEncryption } from '../../scripts/proof/checks/log-encryption';
import { logRetention } from '../../scripts/proof/checks/log-retention';
import { stateMachineLogs } from '../../scripts/proof/checks/state-machine-logs';
import { streamEncryption } from '../../scripts/proof/checks/stream-encryption';
import { tlsOnly } from '../../scripts/proof/checks/tls-only';
import { findWhen } from './broken';

const CHECKS: readonly Check[] = [
  bucketPrivacy,
  tlsOnly,
  bucketVersioning,
  bucketLifecycle,
  bucketAccessLogs,
  bucketEncryption,
  kmsKeys,
  logRetention,
  logEncryption,
  streamEncryption,
  stateMachineLogs,
];

test('a template that makes no sense stops no check', () => {
  for (const odd of [null, 'x', 7, [], [null], { 'Fn::If': [] }])
    for (const check of CHECKS)
      for (const type of ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy', 'AWS::KMS::Key', 'AWS::Logs::LogGroup'])
        expect(() =>
          findWhen(check, type, ({ Properties }) => {
            for (const name of Object.keys(Properties)) Properties[name] = odd;
          }),
        ).not.toThrow();
});
