import { labelLogOdds } from '../../../scripts/sample/label-log-odds';
import type { Sample } from '../../../scripts/sample/sample-schema';

const odds = (term: Sample['label']['terms'][string], row: Record<string, number | string>) =>
  labelLogOdds({ intercept: -1, terms: { only: term } }, row);

test('without terms only the intercept is left', () => {
  expect(labelLogOdds({ intercept: -1, terms: {} }, {})).toBe(-1);
});

test('a product of two centred columns changes sign with either of them', () => {
  const factor = (column: string) => ({ column, centre: 10, scale: 2 });
  const term = { weight: 0.5, times: [factor('a'), factor('b')] };

  expect(odds(term, { a: 12, b: 12 })).toBe(-0.5);
  expect(odds(term, { a: 12, b: 8 })).toBe(-1.5);
  expect(odds(term, { a: 8, b: 8 })).toBe(-0.5);
});

test('exactly one of two conditions counts, both or none do not', () => {
  const term: Sample['label']['terms'][string] = {
    weight: 2,
    exactlyOneOf: [
      { column: 'a', is: ['x', 'y'] },
      { column: 'b', above: 5 },
    ],
  };

  expect(odds(term, { a: 'x', b: 1 })).toBe(1);
  expect(odds(term, { a: 'z', b: 6 })).toBe(1);
  expect(odds(term, { a: 'y', b: 6 })).toBe(-1);
  expect(odds(term, { a: 'z', b: 5 })).toBe(-1);
});

test('a square counts the same on both sides of its centre, and no value for more than three scales', () => {
  const term = { weight: 1, square: { column: 'a', centre: 0, scale: 10 } };

  expect(odds(term, { a: 20 })).toBe(3);
  expect(odds(term, { a: -20 })).toBe(3);
  expect(odds(term, { a: 1_000 })).toBe(8);
});
