import { kmsKeys } from '../../scripts/proof/checks/kms-keys';
import { logEncryption } from '../../scripts/proof/checks/log-encryption';
import { logRetention } from '../../scripts/proof/checks/log-retention';
import { stateMachineLogs } from '../../scripts/proof/checks/state-machine-logs';
import { streamEncryption } from '../../scripts/proof/checks/stream-encryption';
import { findWhen } from './broken';
import { ACCOUNT, joined, newFindings, nothingButWaived } from './brought';
import type { Json } from './finds';

const changed = (change: (properties: Json) => unknown) => (resource: Json) => {
  change(resource.Properties);
};

nothingButWaived(kmsKeys, logRetention, logEncryption, streamEncryption, stateMachineLogs);

describe('a key', () => {
  const allow = (statement: Json) => (p: Json) =>
    p.KeyPolicy.Statement.push({ Effect: 'Allow', Resource: '*', ...statement });

  test.each([
    ['rotates', (p: Json) => delete p.EnableKeyRotation, /EnableKeyRotation/],
    ['is in use', (p: Json) => (p.Enabled = false), /Enabled/],
    ['stays a while', (p: Json) => (p.PendingWindowInDays = 3), /between 7 and 30/],
    ['belongs to the account', (p: Json) => p.KeyPolicy.Statement.shift(), /account itself/],
    [
      'belongs to this account',
      (p: Json) => (p.KeyPolicy.Statement[0].Principal = { AWS: 'arn:aws:iam::123456789012:root' }),
      /account itself/,
    ],
    ['is not anybody’s', allow({ Action: 'kms:*', Principal: { AWS: '*' } }), /lets \* do kms:\*/],
    [
      'is no role’s',
      allow({
        Action: ['kms:Decrypt', 'kms:*'],
        Principal: { AWS: joined('arn:aws:iam::', ACCOUNT, ':role/x') },
      }),
      /role\/x do kms:\*/,
    ],
  ])('%s', (_, change, message) => {
    const [first] = newFindings(kmsKeys, 'AWS::KMS::Key', changed(change));
    expect(first).toMatch(message);
  });

  test('that signs does not rotate', () => {
    const found = newFindings(
      kmsKeys,
      'AWS::KMS::Key',
      changed((p) => {
        p.KeySpec = 'ECC_NIST_P256';
        delete p.EnableKeyRotation;
      }),
    );
    expect(found).toEqual([]);
  });
});

describe('a log group', () => {
  const group = 'AWS::Logs::LogGroup';

  test.each([
    ['for ever', (p: Json) => delete p.RetentionInDays],
    ['for days that CloudWatch does not know', (p: Json) => (p.RetentionInDays = 15)],
  ])('forgets: not %s', (_, change) => {
    expect(newFindings(logRetention, group, changed(change))).toEqual([expect.stringMatching(/RetentionInDays/)]);
  });

  test('is made for every function', () => {
    const found = newFindings(
      logRetention,
      'AWS::Lambda::Function',
      changed((p) => delete p.LoggingConfig),
      { id: /StartTraining/ },
    );
    expect(found).toEqual([expect.stringMatching(/never forgets/)]);
  });

  test('may go by the name of its function', () => {
    const found = newFindings(
      logRetention,
      'AWS::Lambda::Function',
      ({ Properties }, template) => {
        delete Properties.LoggingConfig;
        Properties.FunctionName = 'start';
        template.Resources.Logs = {
          Type: group,
          Properties: { LogGroupName: '/aws/lambda/start', RetentionInDays: 14 },
        };
      },
      { id: /StartTraining/ },
    );
    expect(found).toEqual([]);
  });

  test('is made for what an API goes through', () => {
    const found = newFindings(
      logRetention,
      group,
      changed((p) => (p.LogGroupName = 'other')),
      { id: /^ApiExecutionLogs/ },
    );
    expect(found).toEqual([expect.stringMatching(/API-Gateway-Execution-Logs_/)]);
  });

  test('has a key that lets CloudWatch Logs use it', () => {
    const admits = {
      Effect: 'Allow',
      Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:GenerateDataKey*'],
      Resource: '*',
      Principal: { Service: 'logs.us-east-1.amazonaws.com' },
    };
    const messages = (...statements: Json[]) =>
      findWhen(logEncryption, 'AWS::KMS::Key', ({ Properties }, template) => {
        const others = Properties.KeyPolicy.Statement.filter(
          ({ Principal }: Json) => Principal.Service !== admits.Principal.Service,
        );
        Properties.KeyPolicy.Statement = [...others, ...statements];
        template.Resources.Logs = { Type: group, Properties: { KmsKeyId: { 'Fn::GetAtt': ['Key961B73FD', 'Arn'] } } };
      })
        .filter(({ logicalId }) => logicalId === 'Logs')
        .map(({ message }) => message);
    expect(messages(admits)).toEqual([]);
    expect(messages()).toEqual([expect.stringMatching(/does not let CloudWatch Logs/)]);
    expect(messages({ ...admits, Action: 'kms:Decrypt' })).toEqual([
      expect.stringMatching(/does not let CloudWatch Logs/),
    ]);
  });
});

describe('a stream', () => {
  test.each([
    ['nothing said', (p: Json): unknown => delete p.DeliveryStreamEncryptionConfigurationInput],
    ['no kind of key', (p: Json): unknown => delete p.DeliveryStreamEncryptionConfigurationInput.KeyType],
  ])('is encrypted while it waits: %s', (_, change) => {
    const found = newFindings(streamEncryption, 'AWS::KinesisFirehose::DeliveryStream', changed(change));
    expect(found).toEqual([expect.stringMatching(/DataFirehose\.1/)]);
  });
});

describe('a state machine', () => {
  test.each([
    ['nothing', (p: Json): unknown => delete p.LoggingConfiguration, 2],
    ['failures only', (p: Json): unknown => (p.LoggingConfiguration.Level = 'ERROR'), 1],
    ['to nowhere', (p: Json): unknown => (p.LoggingConfiguration.Destinations = []), 1],
    ['all the data', (p: Json): unknown => (p.LoggingConfiguration.IncludeExecutionData = true), 1],
    ['without traces', (p: Json): unknown => (p.TracingConfiguration.Enabled = false), 1],
  ])('logs its steps: not %s', (_, change, count) => {
    expect(newFindings(stateMachineLogs, 'AWS::StepFunctions::StateMachine', changed(change))).toHaveLength(count);
  });
});
