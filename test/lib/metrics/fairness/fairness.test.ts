import fc from 'fast-check';
import {
  type ConfusionMatrix,
  confusionMatrix,
  differenceInPositiveProportions,
  disparateImpact,
  EmptyInputError,
  equalOpportunityDifference,
  facetMatrices,
  fairnessByGroup,
  type MetricValue,
} from '../../../../lib/metrics';
import cases from './bias-cases.json';
import { confusionMatrices } from './confusion-matrix-arbitrary';

const MEASURES = {
  DPPL: differenceInPositiveProportions,
  DI: disparateImpact,
  RD: equalOpportunityDifference,
} as const;

/** The rows behind a matrix, one facet value for all. */
const rowsOf = (facet: string, matrix: ConfusionMatrix) =>
  matrix.flatMap((columns, actual) =>
    columns.flatMap((count, predicted) => Array.from({ length: count }, () => ({ facet, actual, predicted }))),
  );
const columnsOf = (rows: { facet: string; actual: number; predicted: number }[]) => ({
  facet: rows.map(({ facet }) => facet),
  actual: rows.map(({ actual }) => actual),
  predicted: rows.map(({ predicted }) => predicted),
});
const expectSame = (found: MetricValue, expected: { value: number | null; reason?: string }) => {
  if (expected.value === null) expect(found).toEqual(expected);
  else expect(found.value).toBeCloseTo(expected.value, 15);
};

// The bias job is held to the same file, sources and reasons included: test/scripts/jobs/test_bias_agrees.py.
describe.each(
  cases as unknown as (Record<keyof typeof MEASURES, { value: number | null; reason?: string }> & {
    name: string;
    group: ConfusionMatrix;
    others: ConfusionMatrix;
  })[],
)('$name', ({ group, others, ...expected }) => {
  test.each(Object.keys(MEASURES) as (keyof typeof MEASURES)[])('%s', (name) => {
    expectSame(MEASURES[name]({ group, others }), expected[name]);
  });

  test('all of them, from rows', () => {
    const rows = [...rowsOf('group', group), ...rowsOf('one', others).reverse(), ...rowsOf('two', others)];
    const found = fairnessByGroup(facetMatrices(columnsOf(rows))).find((each) => each.group === 'group');
    if (!found) return expect(rowsOf('group', group)).toEqual([]);
    // The others twice over have the same shares.
    expectSame(found.differenceInPositiveProportions, expected.DPPL);
    expectSame(found.disparateImpact, expected.DI);
    expectSame(found.equalOpportunityDifference, expected.RD);
  });
});

test('rows are counted by the value they share, in the order of their first row', () => {
  const facet = ['south', 'north', 'south', 'north', 'south'];
  const found = facetMatrices({ facet, actual: [1, 0, 1, 0, 0], predicted: [1, 1, 0, 0, 0] });

  expect([...found]).toEqual([
    [
      'south',
      [
        [1, 0],
        [1, 1],
      ],
    ],
    [
      'north',
      [
        [1, 1],
        [0, 0],
      ],
    ],
  ]);
  expect([...facetMatrices({ facet: Uint8Array.of(30, 0), actual: [1, 0], predicted: [1, 0] }).keys()]).toEqual([
    30, 0,
  ]);
});

const facetRows = fc.array(
  fc.record({ facet: fc.constantFrom('a', 'b', 'c'), actual: fc.constantFrom(0, 1), predicted: fc.constantFrom(0, 1) }),
  { minLength: 1, maxLength: 80 },
);

test('every row is in one group, the others of a group are all rows but its own, and order does not matter', () => {
  fc.assert(
    fc.property(facetRows, (rows) => {
      const found = fairnessByGroup(facetMatrices(columnsOf(rows)));
      expect(found.map(({ group }) => group)).toEqual([...new Set(rows.map(({ facet }) => facet))]);
      for (const { group, matrix, ...measures } of found) {
        const others = rows.filter(({ facet }) => facet !== group);
        const own = confusionMatrix(columnsOf(rows.filter(({ facet }) => facet === group)));
        const rest: ConfusionMatrix =
          others.length > 0
            ? confusionMatrix(columnsOf(others))
            : [
                [0, 0],
                [0, 0],
              ];
        expect(matrix).toEqual(own);
        expect(measures).toEqual({
          disparateImpact: disparateImpact({ group: own, others: rest }),
          differenceInPositiveProportions: differenceInPositiveProportions({ group: own, others: rest }),
          equalOpportunityDifference: equalOpportunityDifference({ group: own, others: rest }),
        });
      }
      const reversed = fairnessByGroup(facetMatrices(columnsOf([...rows].reverse())));
      expect(new Set(reversed)).toEqual(new Set(found));
    }),
  );
});

test('differences lie between −1 and 1 and turn their sign when the sides are swapped; the ratio turns over', () => {
  fc.assert(
    fc.property(confusionMatrices, confusionMatrices, (group, others) => {
      for (const measure of [differenceInPositiveProportions, equalOpportunityDifference]) {
        const { value } = measure({ group, others });
        const { value: swapped } = measure({ group: others, others: group });
        if (value === null || swapped === null) expect(swapped).toBe(value);
        else {
          expect(value).toBe(0 - swapped);
          expect(Math.abs(value)).toBeLessThanOrEqual(1);
        }
      }
      const { value } = disparateImpact({ group, others });
      const { value: swapped } = disparateImpact({ group: others, others: group });
      if (value !== null) expect(value).toBeGreaterThanOrEqual(0);
      if (value !== null && swapped !== null) expect(value * swapped).toBeCloseTo(1, 12);
    }),
  );
});

test('a group that is treated as the others are differs by nothing, however many they are', () => {
  fc.assert(
    fc.property(confusionMatrices, fc.integer({ min: 1, max: 9 }), (group, times) => {
      const [[tn, fp], [fn, tp]] = group;
      const others: ConfusionMatrix = [
        [tn * times, fp * times],
        [fn * times, tp * times],
      ];
      expect([0, null]).toContain(differenceInPositiveProportions({ group, others }).value);
      expect([0, null]).toContain(equalOpportunityDifference({ group, others }).value);
      expect(disparateImpact({ group, others }).value).toBe(fp + tp > 0 ? 1 : null);
    }),
  );
});

test('with one group there are no others to compare with', () => {
  const [found] = fairnessByGroup(facetMatrices({ facet: ['all', 'all'], actual: [0, 1], predicted: [1, 1] }));

  expect(found).toMatchObject({
    group: 'all',
    disparateImpact: { value: null, reason: 'the others have no rows' },
    differenceInPositiveProportions: { value: null, reason: 'the others have no rows' },
    equalOpportunityDifference: { value: null, reason: 'no row of the others has a positive label' },
  });
});

test.each([
  [['a'], [0, 1], [0, 1], 'actual and facet differ in length: 2 and 1'],
  [['a', 'b'], [0, 1], [0], 'actual and predicted differ in length: 2 and 1'],
  [['a', 'b'], [0, 2], [0, 1], 'actual[1] is 2, expected 0 or 1'],
  [['a', 'b'], [0, 1], [Number.NaN, 1], 'predicted[0] is NaN, expected 0 or 1'],
  [[1, Number.NaN], [0, 1], [0, 1], 'facet[1] is NaN, expected text or a finite number'],
  // What a hole in a file becomes.
  [['a', null as unknown as string], [0, 1], [0, 1], 'facet[1] is null, expected text or a finite number'],
])('bad rows %j %j %j are named', (facet, actual, predicted, message) => {
  expect(() => facetMatrices<string | number>({ facet, actual, predicted })).toThrow(new RangeError(message));
});

test('no row at all is an error of its own', () => {
  expect(() => facetMatrices({ facet: [], actual: [], predicted: [] })).toThrow(EmptyInputError);
  expect(() => fairnessByGroup(new Map())).toThrow(EmptyInputError);
});
