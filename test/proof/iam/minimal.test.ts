import { redundantIn } from '../../../scripts/proof/iam/deletion';
import { unusedBy } from '../../../scripts/proof/iam/minimal';
import type { RecordedCall } from '../../../scripts/proof/iam/recorded-call';
import { judgedWith } from './judged';
import { allow, arn, call, deny } from './made-up';

const KEY = arn('kms', 'key/k');
const read = call('s3:GetObject', 'arn:aws:s3:::bucket/runs/a/key');
const decrypt = call('kms:Decrypt', KEY);
const known = {
  mentions: (name: string) => name === 'runs',
  holderOf: (each: string) =>
    [KEY, 'arn:aws:s3:::bucket'].find((holder) => each === holder || each.startsWith(`${holder}/`)),
};

function unused(statements: readonly object[], ...calls: RecordedCall[]): (readonly string[])[] {
  return unusedBy(judgedWith(statements, calls), known).map(({ kind, what }) => [kind, what]);
}

const spare = (statements: readonly object[], ...calls: RecordedCall[]) =>
  redundantIn(judgedWith(statements, calls)).map(({ kind, what }) => [kind, what]);

describe('nobody needs', () => {
  test('a statement that no call uses', () => {
    expect(unused([allow('s3:GetObject', 'arn:aws:s3:::bucket/runs/*'), allow('kms:Decrypt', KEY)], read)).toEqual([
      ['statement', 'kms:Decrypt'],
    ]);
  });

  test('one action more', () => {
    expect(unused([allow(['kms:Decrypt', 'kms:Encrypt'], KEY)], decrypt)).toEqual([['action', 'kms:Encrypt']]);
  });

  test('one resource more', () => {
    expect(unused([allow('kms:Decrypt', [KEY, arn('kms', 'key/other')])], decrypt)).toEqual([
      ['resource', arn('kms', 'key/other')],
    ]);
  });

  test('a wildcard that stands for more actions than are used', () => {
    expect(unused([allow('kms:Decr*', KEY)], decrypt)).toEqual([]);
    expect(unused([allow('kms:D*', KEY)], decrypt)).toEqual([['wildcard', 'kms:D*']]);
  });

  test('all keys where one would do', () => {
    expect(unused([allow('kms:Decrypt', '*')], decrypt)).toEqual([['width', '*']]);
    expect(unused([allow('kms:Decrypt', arn('kms', 'key/*'))], decrypt)).toEqual([['width', arn('kms', 'key/*')]]);
  });

  test('a whole bucket where one folder would do that the templates know', () => {
    expect(unused([allow('s3:GetObject', 'arn:aws:s3:::bucket/*')], read)).toEqual([
      ['width', 'arn:aws:s3:::bucket/*'],
    ]);
    expect(unused([allow('s3:GetObject', 'arn:aws:s3:::bucket/runs/*')], read)).toEqual([]);
  });
});

test('what no template could name may stay open to its kind, but not to every kind', () => {
  const remove = call('sagemaker:DeleteModel', arn('sagemaker', 'model/named-anew'));

  expect(unused([allow('sagemaker:DeleteModel', arn('sagemaker', 'model/*'))], remove)).toEqual([]);
  expect(unused([allow('sagemaker:DeleteModel', '*')], remove)).toEqual([['width', '*']]);
});

test('calls in two folders need the bucket', () => {
  const other = call('s3:GetObject', 'arn:aws:s3:::bucket/datasets/a/key');

  expect(unused([allow('s3:GetObject', 'arn:aws:s3:::bucket/*')], read, other)).toEqual([]);
});

test('resources are not called unused where an action is known only without what it is about', () => {
  const statement = allow('kms:Decrypt', [KEY, arn('kms', 'key/other')]);

  expect(unused([statement], call('kms:Decrypt'))).toEqual([]);
  expect(unused([statement], call('kms:Decrypt'), decrypt)).toEqual([['resource', arn('kms', 'key/other')]]);
});

test('a Deny is not expected to be used', () => {
  expect(unused([deny('kms:*', '*')])).toEqual([]);
});

describe('without it every call is allowed all the same:', () => {
  test('a statement that another one repeats', () => {
    const statement = allow('kms:Decrypt', KEY);

    expect(spare([statement], decrypt)).toEqual([]);
    expect(spare([statement, statement], decrypt)).toEqual([
      ['statement', 'kms:Decrypt'],
      ['statement', 'kms:Decrypt'],
    ]);
  });

  test('an action beside a wildcard that stands for it', () => {
    expect(spare([allow(['kms:Decrypt', 'kms:Dec*'], KEY)], decrypt)).toEqual([
      ['action', 'kms:Decrypt'],
      ['action', 'kms:Dec*'],
    ]);
  });

  test('a resource within another', () => {
    const [bucket, folder] = ['arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket/runs/*'];

    expect(spare([allow('s3:GetObject', [bucket, folder])], read)).toEqual([
      ['resource', bucket],
      ['resource', folder],
    ]);
  });
});
