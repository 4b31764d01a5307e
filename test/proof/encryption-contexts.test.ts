import { iamConditionKeysFit } from '../../scripts/proof/checks/iam-condition-keys-fit';
import { findWhen } from './broken';

/** What is found of the data key when CloudWatch Logs is let in under another operator. */
const found = (operator: string) =>
  findWhen(iamConditionKeysFit, 'AWS::KMS::Key', ({ Properties }) => {
    const statements: { Condition?: Record<string, object> }[] = Properties.KeyPolicy.Statement;
    const logs = statements.find(({ Condition }) => /EncryptionContext/.test(JSON.stringify(Condition)));
    if (!logs?.Condition?.StringLike) throw new Error('the key lets no logs in');
    logs.Condition = { [operator]: logs.Condition.StringLike };
  }).map(({ message }) => message);

test('an encryption context may be compared as an ARN, as AWS does it for CloudWatch Logs', () => {
  expect(found('ArnLike')).toEqual([]);
});

test('an encryption context is no number', () => {
  expect(found('NumericEquals')).toEqual([expect.stringMatching(/NumericEquals compares Numeric/)]);
});
