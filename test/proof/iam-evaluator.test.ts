import fc from 'fast-check';
import { arnMatches, arnsOverlap } from '../../scripts/proof/iam/arn';
import { type Context, fulfils } from '../../scripts/proof/iam/conditions';
import { applies, decide, variablesIn } from '../../scripts/proof/iam/decide';
import { type Statement, statementsOf } from '../../scripts/proof/iam/statement';
import { matches, overlap, tokensOf } from '../../scripts/proof/iam/wildcard';

const statements = (...Statement: object[]): Statement[] => statementsOf({ Version: '2012-10-17', Statement }, String);
const allow = (Action: unknown, Resource: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const deny = (Action: unknown, Resource: unknown, more: object = {}) => ({
  ...allow(Action, Resource, more),
  Effect: 'Deny',
});
const OBJECT = 'arn:aws:s3:::carol-folder/photo.jpg';
const reading = (given: Statement[], context: Context = {}, resource = OBJECT) =>
  decide({ statements: given, action: 's3:GetObject', resource, context });

describe('the evaluation logic of the IAM user guide', () => {
  test('what no statement allows is denied, and nobody wrote that down', () => {
    expect(reading([])).toBe('implicitly-denied');
    expect(reading(statements(allow('s3:PutObject', '*')))).toBe('implicitly-denied');
    expect(reading(statements(allow('s3:GetObject', 'arn:aws:s3:::other/*')))).toBe('implicitly-denied');
  });

  test('an Allow for the action on the resource is enough', () => {
    expect(reading(statements(allow('s3:GetObject', 'arn:aws:s3:::carol-folder/*')))).toBe('allowed');
  });

  test('a Deny wins over every Allow, in whatever order they stand', () => {
    const both = [allow('s3:*', '*'), deny('s3:GetObject', 'arn:aws:s3:::carol-folder/*')];

    expect(reading(statements(...both))).toBe('explicitly-denied');
    expect(reading(statements(...both.reverse()))).toBe('explicitly-denied');
  });

  test('a Deny whose condition is not fulfilled denies nothing', () => {
    const given = statements(
      allow('s3:*', '*'),
      deny('s3:*', '*', { Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );

    expect(reading(given, { 'aws:SecureTransport': true })).toBe('allowed');
    expect(reading(given, { 'aws:SecureTransport': false })).toBe('explicitly-denied');
  });

  test('NotAction with Deny leaves only what it names, NotResource likewise', () => {
    const only = statements(allow('*', '*'), { Effect: 'Deny', NotAction: ['s3:Get*'], Resource: '*' });
    const here = statements(allow('*', '*'), {
      Effect: 'Deny',
      Action: 's3:*',
      NotResource: ['arn:aws:s3:::carol-folder/*'],
    });

    expect(reading(only)).toBe('allowed');
    expect(decide({ statements: only, action: 'iam:CreateUser', resource: '*' })).toBe('explicitly-denied');
    expect(reading(here)).toBe('allowed');
    expect(reading(here, {}, 'arn:aws:s3:::other/photo.jpg')).toBe('explicitly-denied');
  });

  test('actions are compared without case, resources with it', () => {
    expect(reading(statements(allow('S3:getobject', OBJECT)))).toBe('allowed');
    expect(reading(statements(allow('s3:GetObject', OBJECT.toUpperCase().replace('ARN:AWS:S3', 'arn:aws:s3'))))).toBe(
      'implicitly-denied',
    );
  });

  test('all operators and keys of a block have to be fulfilled, and of the values of a key any one', () => {
    const Condition = {
      StringEquals: { 'aws:PrincipalTag/department': ['finance', 'hr'], 's3:prefix': 'photos' },
      NumericLessThanEquals: { 's3:max-keys': '10' },
    };
    const given = statements(allow('s3:GetObject', '*', { Condition }));

    expect(reading(given, { 'aws:PrincipalTag/department': 'hr', 's3:prefix': 'photos', 's3:max-keys': 10 })).toBe(
      'allowed',
    );
    expect(reading(given, { 'aws:PrincipalTag/department': 'it', 's3:prefix': 'photos', 's3:max-keys': 10 })).toBe(
      'implicitly-denied',
    );
    expect(reading(given, { 'aws:PrincipalTag/department': 'hr', 's3:prefix': 'photos', 's3:max-keys': 11 })).toBe(
      'implicitly-denied',
    );
    expect(reading(given, { 'aws:PrincipalTag/department': 'hr', 's3:max-keys': 1 })).toBe('implicitly-denied');
  });

  test('each statement tells which requests it is about', () => {
    const given = statements(allow('s3:Get*', '*'), deny('s3:*', '*'), allow('kms:Decrypt', '*'));

    expect(given.map((each) => applies(each, { action: 's3:GetObject', resource: OBJECT }))).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('a policy variable matches nothing and is told of', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as IAM writes variables
    const USER = '${aws:username}';
    const given = statements(
      allow('s3:GetObject', `arn:aws:s3:::home/${USER}/*`, { Condition: { StringLike: { 's3:prefix': `${USER}/*` } } }),
    );

    expect(reading(given, {}, 'arn:aws:s3:::home/carol/x')).toBe('implicitly-denied');
    expect(variablesIn(given)).toEqual([USER]);
  });
});

describe('condition operators', () => {
  const holds = (operator: string, values: string[], context: Context): boolean =>
    fulfils(context, { operator, key: 'k', values });

  test.each([
    ['StringEquals', ['a', 'b'], 'b', true],
    ['StringEquals', ['a*'], 'ab', false],
    ['StringEquals', ['A'], 'a', false],
    ['StringEqualsIgnoreCase', ['A'], 'a', true],
    ['StringNotEquals', ['a', 'b'], 'b', false],
    ['StringNotEquals', ['a', 'b'], 'c', true],
    ['StringNotEqualsIgnoreCase', ['A'], 'a', false],
    ['StringLike', ['/aws/sagemaker/*'], '/aws/sagemaker/Endpoints', true],
    ['StringLike', ['a?c'], 'abbc', false],
    ['StringNotLike', ['a*'], 'abc', false],
    ['ArnLike', ['arn:aws:sns:*:123456789012:t*'], 'arn:aws:sns:us-east-1:123456789012:topic', true],
    ['ArnEquals', ['arn:aws:sns:*:123456789012:t*'], 'arn:aws:sns:us-east-1:123456789012:topic', true],
    ['ArnLike', ['arn:aws:sns:*:topic'], 'arn:aws:sns:us-east-1:123456789012:topic', false],
    ['ArnNotLike', ['arn:aws:sns:*:*:t*'], 'arn:aws:sns:us-east-1:123456789012:topic', false],
    ['Bool', ['true'], true, true],
    ['Bool', ['false'], true, false],
    ['NumericEquals', ['10'], '10.0', true],
    ['NumericNotEquals', ['10'], 10, false],
    ['NumericLessThan', ['10'], 9, true],
    ['NumericLessThan', ['10'], 10, false],
    ['NumericGreaterThan', ['10'], 11, true],
    ['NumericGreaterThanEquals', ['10'], 10, true],
    ['NumericEquals', ['ten'], 10, false],
    ['DateLessThan', ['2026-01-02T00:00:00Z'], '2026-01-01T00:00:00Z', true],
    ['DateGreaterThan', ['2026-01-02T00:00:00Z'], '1767225600', false],
    ['DateEquals', ['2026-01-01T00:00:00Z'], '1767225600', true],
    ['IpAddress', ['203.0.113.0/24'], '203.0.113.9', true],
    ['IpAddress', ['203.0.113.0/24'], '203.0.114.9', false],
    ['IpAddress', ['203.0.113.9'], '203.0.113.9', true],
    ['IpAddress', ['0.0.0.0/0'], '8.8.8.8', true],
    ['NotIpAddress', ['203.0.113.0/24'], '203.0.114.9', true],
    ['StringEqual', ['a'], 'a', false],
  ] as const)('%s %j of %j: %j', (operator, values, found, expected) => {
    expect(holds(operator, [...values], { k: found })).toBe(expected);
  });

  test.each([
    ['StringEquals', false],
    ['StringEqualsIfExists', true],
    ['StringNotEquals', true],
    ['StringNotLikeIfExists', true],
    ['NumericGreaterThan', false],
    ['Bool', false],
    ['BoolIfExists', true],
    ['ForAllValues:StringEquals', true],
    ['ForAnyValue:StringEquals', false],
    ['ForAnyValue:StringNotEquals', false],
    ['ForAnyValue:StringEqualsIfExists', true],
  ])('%s of a key that the request does not carry: %j', (operator, expected) => {
    expect(holds(operator, ['a'], {})).toBe(expected);
  });

  test('Null asks whether a key is absent', () => {
    expect(holds('Null', ['true'], {})).toBe(true);
    expect(holds('Null', ['false'], {})).toBe(false);
    expect(holds('Null', ['true'], { k: 'x' })).toBe(false);
    expect(holds('Null', ['false'], { k: 'x' })).toBe(true);
  });

  test.each([
    ['ForAllValues:StringEquals', ['a', 'b'], true],
    ['ForAllValues:StringEquals', ['a', 'x'], false],
    ['ForAnyValue:StringEquals', ['x', 'b'], true],
    ['ForAnyValue:StringEquals', ['x', 'y'], false],
    ['ForAllValues:StringNotEquals', ['x', 'y'], true],
    ['ForAllValues:StringNotEquals', ['x', 'a'], false],
    ['ForAnyValue:StringNotEquals', ['a', 'x'], true],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], false],
    ['ForAnyValue:StringLike', ['xa', 'bb'], false],
  ])('%s a, b of a request with %j: %j', (operator, found, expected) => {
    expect(holds(operator, ['a', 'b'], { k: found })).toBe(expected);
  });

  test('keys are compared without case', () => {
    expect(
      fulfils({ 'AWS:sourceaccount': '1' }, { operator: 'StringEquals', key: 'aws:SourceAccount', values: ['1'] }),
    ).toBe(true);
  });
});

describe('wildcards', () => {
  const letters = fc.stringMatching(/^[ab/:*?]{0,6}$/);
  const plain = fc.stringMatching(/^[ab/:]{0,6}$/);

  test('a text matches itself, and * matches everything', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (text) => matches('*', text) && matches(text.replace(/[*?]/g, '.'), text.replace(/[*?]/g, '.')),
      ),
    );
  });

  test('a ? is one letter and no more', () => {
    fc.assert(
      fc.property(
        plain,
        (text) => matches('?'.repeat(text.length), text) && !matches('?'.repeat(text.length + 1), text),
      ),
    );
  });

  test('two patterns overlap if, and for what was tried only if, some text matches both', () => {
    fc.assert(
      fc.property(letters, letters, plain, (one, other, text) => {
        if (matches(one, text) && matches(other, text)) expect(overlap(tokensOf(one), tokensOf(other))).toBe(true);
        expect(overlap(tokensOf(one), tokensOf(text))).toBe(matches(one, text));
        expect(overlap(tokensOf(one), tokensOf(other))).toBe(overlap(tokensOf(other), tokensOf(one)));
      }),
    );
  });

  test('a wildcard of an ARN stays within its part, and a missing part is any', () => {
    expect(arnMatches('arn:aws:s3:::*', 'arn:aws:s3:::bucket/key')).toBe(true);
    expect(arnMatches('arn:aws:lambda:us-east-1:1:function:f:*', 'arn:aws:lambda:us-east-1:1:function:f')).toBe(false);
    expect(arnMatches('arn:aws:lambda:*:function:f', 'arn:aws:lambda:us-east-1:1:function:f')).toBe(false);
    expect(arnMatches('arn:aws:sqs', 'arn:aws:sqs:us-east-1:1:queue')).toBe(true);
    expect(arnsOverlap('arn:aws:s3:::b/raw/*', 'arn:aws:s3:::b/*')).toBe(true);
    expect(arnsOverlap('arn:aws:s3:::b', 'arn:aws:s3:::b/*')).toBe(false);
  });
});

describe('laws', () => {
  const name = fc.constantFrom('s3:GetObject', 's3:PutObject', 'kms:Decrypt', 's3:*', '*');
  const arn = fc.constantFrom('*', OBJECT, 'arn:aws:s3:::carol-folder/*', 'arn:aws:s3:::other/*');
  const one = fc.record({ Effect: fc.constantFrom('Allow', 'Deny'), Action: name, Resource: arn });
  const request = fc.record({
    action: fc.constantFrom('s3:GetObject', 'kms:Decrypt'),
    resource: fc.constantFrom(OBJECT, 'arn:aws:s3:::other/x'),
  });

  test('the order of statements decides nothing', () => {
    fc.assert(
      fc.property(fc.array(one), request, (given, asked) => {
        expect(decide({ statements: statements(...given), ...asked })).toBe(
          decide({ statements: statements(...given.toReversed()), ...asked }),
        );
      }),
    );
  });

  test('one more Allow never takes a right away, one more Deny never gives one', () => {
    const allowed = (given: object[], asked: { action: string; resource: string }) =>
      decide({ statements: statements(...given), ...asked }) === 'allowed';
    fc.assert(
      fc.property(fc.array(one), one, request, (given, another, asked) => {
        const [before, after] = [allowed(given, asked), allowed([...given, another], asked)];
        expect(another.Effect === 'Allow' ? !before || after : before || !after).toBe(true);
      }),
    );
  });

  test('a statement and its negation by NotAction decide every request between them', () => {
    fc.assert(
      fc.property(name, request, (pattern, asked) => {
        const of = statements(allow(pattern, '*'));
        const but = statements({ Effect: 'Allow', NotAction: pattern, Resource: '*' });
        expect(decide({ statements: of, ...asked })).not.toBe(decide({ statements: but, ...asked }));
      }),
    );
  });

  test('no document is too strange to be read', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        expect(() =>
          decide({ statements: statementsOf(document, String), action: 's3:GetObject', resource: OBJECT }),
        ).not.toThrow();
      }),
    );
  });
});
