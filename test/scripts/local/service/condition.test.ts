import { holds } from '../../../../scripts/local/service/pipelines/condition';

const compare = (Type: string, LeftValue: unknown, RightValue: unknown) => ({ Type, LeftValue, RightValue });

test.each([
  [compare('Equals', 'true', 'true'), true],
  [compare('Equals', 1, 2), false],
  [compare('GreaterThan', 2, 2), false],
  [compare('GreaterThanOrEqualTo', 2, 2), true],
  [compare('LessThan', 1, 2), true],
  [compare('LessThanOrEqualTo', 3, 2), false],
  [{ Type: 'In', QueryValue: 'a', Values: ['b', 'a'] }, true],
  [{ Type: 'In', QueryValue: 'c', Values: ['b', 'a'] }, false],
  [{ Type: 'Not', Condition: compare('Equals', 1, 1) }, false],
  [{ Type: 'Or', Conditions: [compare('Equals', 1, 2), compare('Equals', 1, 1)] }, true],
])('%j is %s', (condition, expected) => {
  expect(holds(condition)).toBe(expected);
});

test.each([compare('Equals', '1', 1), compare('LessThan', undefined, 1), compare('Like', 'a', 'a')])(
  '%j says nothing and is an error',
  (condition) => {
    expect(() => holds(condition)).toThrow();
  },
);
