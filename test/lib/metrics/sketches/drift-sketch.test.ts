import fc from 'fast-check';
import {
  categoryCounts,
  columnDrift,
  DriftSketchBuilder,
  driftOf,
  histogramOf,
  sketchedColumns,
} from '../../../../lib/metrics';
import { expectMergeable } from './expect-mergeable';

const BASELINE = [
  { name: 'age', edges: [30, 45, 60], counts: [10, 20, 20, 10], missing: 2 },
  { name: 'plan', categories: ['basic', 'plus', 3, true], counts: [30, 20, 5, 5, 1], missing: 1 },
];
const RULES = { falseAlarmRate: 0.001, smallestDrift: 0.1 };

type Value = string | number | boolean | null | undefined;
type Row = [age: number | null | undefined, plan: Value];

const missing = fc.constantFrom(null, undefined);
const row: fc.Arbitrary<Row> = fc.tuple(
  fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 0, max: 100 }) }, { weight: 1, arbitrary: missing }),
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom<Value>('basic', 'plus', 3, '3', true, 'new', 'constructor') },
    { weight: 1, arbitrary: missing },
  ),
);
const rows = fc.array(row, { maxLength: 100 });

function sketchOf(some: readonly Row[]) {
  const builder = new DriftSketchBuilder(BASELINE);
  for (const each of some) builder.add(each);
  return builder.build();
}

test('files merge to the sketch of the whole', () => {
  expectMergeable(rows, sketchOf);
});

test('known value: the bins are the baseline’s, its counts are not taken over', () => {
  // By hand: 30 is on an edge and belongs above it; '3' is another value than 3.
  const sketch = sketchOf([
    [30, 'plus'],
    [29, '3'],
    [null, 3],
    [99, undefined],
  ]);

  expect(sketch.columns).toEqual([
    { name: 'age', edges: [30, 45, 60] },
    { name: 'plan', categories: ['basic', 'plus', 3, true] },
  ]);
  expect(sketchedColumns(sketch)).toEqual([
    { name: 'age', edges: [30, 45, 60], counts: [1, 1, 0, 1], missing: 1 },
    { name: 'plan', categories: ['basic', 'plus', 3, true], counts: [0, 1, 1, 0, 1], missing: 1 },
  ]);
});

test('columns are what the functions for whole columns count, and drift as those do', () => {
  fc.assert(
    fc.property(rows, (some) => {
      fc.pre(some.length > 0);
      const columns = sketchedColumns(sketchOf(some));
      const [age, plan] = BASELINE;
      const now = [
        { name: 'age', ...histogramOf({ values: some.map(([value]) => value), edges: age?.edges ?? [] }) },
        {
          name: 'plan',
          ...categoryCounts({ values: some.map(([, value]) => value), categories: plan?.categories ?? [] }),
        },
      ];
      expect(columns).toEqual(now);
      expect(driftOf({ baseline: BASELINE, now: columns, rules: RULES })).toEqual(
        driftOf({ baseline: BASELINE, now, rules: RULES }),
      );
    }),
  );
});

test('what is counted in the bins of another baseline is not compared', () => {
  const [column] = sketchedColumns(sketchOf([[50, 'plus']]));
  const other = { name: 'age', edges: [30, 45, 61], counts: [1, 1, 1, 1], missing: 0 };

  expect(() => columnDrift({ baseline: other, now: column ?? other, ...RULES })).toThrow(
    'age was counted in other bins',
  );
});

test.each([
  [[Number.NaN, 'plus'], 'age[1] is NaN, expected a finite number, null or undefined'],
  [['40', 'plus'], 'age[1] is 40, expected a finite number, null or undefined'],
  [[40, Number.POSITIVE_INFINITY], 'plan[1] is Infinity, expected text, a finite number or a boolean'],
  [[40], 'row 1 has 1 values, the baseline has 2 columns'],
])('a bad row, %j, is named and leaves no trace', (bad, message) => {
  const builder = new DriftSketchBuilder(BASELINE);
  builder.add([40, 'plus']);

  expect(() => builder.add(bad)).toThrow(message);
  expect(builder.build()).toEqual(sketchOf([[40, 'plus']]));
});
