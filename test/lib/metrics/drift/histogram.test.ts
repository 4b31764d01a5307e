import fc from 'fast-check';
import { binOf, categoryCounts, EmptyInputError, histogramOf, quantileEdges } from '../../../../lib/metrics';

const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
const values = fc.array(fc.option(value), { minLength: 1, maxLength: 80 });
const edges = fc.array(value, { maxLength: 12 }).map((unsorted) => unsorted.sort((a, b) => a - b));

test.each([
  // numpy.searchsorted([10, 20], value, side="right"), as the training histograms are counted.
  [-1e300, 0],
  [9.999, 0],
  [10, 1],
  [19.999, 1],
  [20, 2],
  [1e300, 2],
  [null, 3],
  [undefined, 3],
])('%p falls into bin %d of three, missing values into the one after', (each, bin) => {
  expect(binOf({ edges: [10, 20], value: each })).toBe(bin);
});

test('edges at one value leave bins that nobody is in, as in numpy', () => {
  expect(binOf({ edges: [0.5, 0.5, 0.5], value: 0.5 })).toBe(3);
  expect(binOf({ edges: [0.5, 0.5, 0.5], value: 0.4999 })).toBe(0);
});

test('the bin of a value is the number of edges it has reached', () => {
  fc.assert(
    fc.property(edges, value, (all, each) => {
      expect(binOf({ edges: all, value: each })).toBe(all.filter((edge) => each >= edge).length);
    }),
  );
});

test('each value is counted once, in its bin, whatever the order', () => {
  fc.assert(
    fc.property(edges, values, (all, rows) => {
      const { edges: kept, counts, missing } = histogramOf({ values: rows, edges: all });
      expect(kept).toEqual(all);
      expect(counts).toHaveLength(all.length + 1);
      expect([...counts, missing]).toEqual(
        [...counts, missing].map((_, bin) => rows.filter((each) => binOf({ edges: all, value: each }) === bin).length),
      );
      expect(histogramOf({ values: [...rows].reverse(), edges: all }).counts).toEqual(counts);
    }),
  );
});

test('values that nobody has seen are together, and a number is not its text', () => {
  expect(
    categoryCounts({ values: ['b', 'a', null, 'b', 'z', undefined, '1', 1, true], categories: ['a', 'b', 1] }),
  ).toEqual({
    categories: ['a', 'b', 1],
    counts: [1, 2, 1, 3],
    missing: 2,
  });
  expect(categoryCounts({ values: ['a'], categories: [] })).toEqual({ categories: [], counts: [1], missing: 0 });
});

test('quantile edges are values themselves, and bins between them hold equally many', () => {
  const sevenths = Array.from({ length: 137 }, (_, row) => ((row * 7919) % 1009) / 8);
  const manyZeros = [...new Array(30).fill(0), ...Array.from({ length: 70 }, (_, row) => ((row * row) % 83) + 0.5)];

  // NumPy 2.1.0: unique(quantile(values, k / bins, method="inverted_cdf")).
  expect(quantileEdges({ values: sevenths, bins: 7 })).toEqual([18.125, 37.25, 55.375, 72.375, 90.5, 109.125]);
  expect(quantileEdges({ values: sevenths, bins: 4 })).toEqual([33.125, 64.125, 94.625]);
  // The same as the preparation job: three tenths are 0, which gets a bin alone, so the first edge is the next value.
  expect(quantileEdges({ values: manyZeros, bins: 10 })).toEqual([0.5, 11.5, 25.5, 30.5, 40.5, 59.5, 69.5]);
  expect(quantileEdges({ values: Array.from({ length: 100 }, (_, row) => 100 - row), bins: 10 })).toEqual([
    10, 20, 30, 40, 50, 60, 70, 80, 90,
  ]);
});

test('few distinct values have a bin each, and a constant or absent one needs no edge', () => {
  expect(quantileEdges({ values: [3, 1, null, 3, 2, 1, 1], bins: 3 })).toEqual([2, 3]);
  expect(quantileEdges({ values: [5, 5, 5], bins: 10 })).toEqual([]);
  expect(quantileEdges({ values: [null, undefined], bins: 10 })).toEqual([]);
  expect(quantileEdges({ values: [1, 2, 3], bins: 1 })).toEqual([]);
});

test('quantile edges rise, are fewer than bins, and no bin of their own values is empty', () => {
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 12 }), (rows, bins) => {
      const found = quantileEdges({ values: rows, bins });
      expect(found.length).toBeLessThan(bins);
      expect(found.every((edge, index) => index === 0 || edge > (found[index - 1] as number))).toBe(true);
      if (rows.some((each) => each !== null)) {
        const { counts } = histogramOf({ values: rows, edges: found });
        expect(counts.every((count) => count > 0)).toBe(true);
      }
      expect(quantileEdges({ values: [...rows].reverse(), bins })).toEqual(found);
    }),
  );
});

test('what was counted survives JSON', () => {
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 12 }), (rows, bins) => {
      const histogram = histogramOf({ values: rows, edges: quantileEdges({ values: rows, bins }) });
      expect(JSON.parse(JSON.stringify(histogram))).toEqual(histogram);
    }),
  );
});

test.each([
  [() => binOf({ edges: [1], value: Number.NaN }), 'value is NaN, expected a finite number, null or undefined'],
  [() => histogramOf({ values: [1, Number.NaN], edges: [] }), 'values[1] is NaN, expected a finite number'],
  [() => histogramOf({ values: [1 / 0], edges: [] }), 'values[0] is Infinity, expected a finite number'],
  [() => histogramOf({ values: [1], edges: [2, 1] }), 'edges[1] is 1, expected 2 or more'],
  [() => histogramOf({ values: [1], edges: [2, 1 / 0] }), 'edges[1] is Infinity, expected a finite number'],
  [() => quantileEdges({ values: [null, Number.NaN], bins: 2 }), 'values[1] is NaN, expected a finite number'],
  [() => quantileEdges({ values: [1], bins: 0 }), 'bins is 0, expected a whole number from 1'],
  [() => quantileEdges({ values: [1], bins: 2.5 }), 'bins is 2.5, expected a whole number from 1'],
  [() => categoryCounts({ values: ['a', Number.NaN], categories: [] }), 'values[1] is NaN, expected text'],
  [() => categoryCounts({ values: ['a'], categories: [1 / 0] }), 'categories[0] is Infinity, expected text'],
  [() => categoryCounts({ values: ['a'], categories: ['a', 'b', 'a'] }), 'categories[2] is a, as is an earlier one'],
])('%s is refused: %s', (call, message) => {
  expect(call).toThrow(RangeError);
  expect(call).toThrow(message);
});

test('no row at all is an error of its own', () => {
  expect(() => histogramOf({ values: [], edges: [] })).toThrow(EmptyInputError);
  expect(() => categoryCounts({ values: [], categories: [] })).toThrow(EmptyInputError);
  expect(() => quantileEdges({ values: [], bins: 10 })).toThrow(EmptyInputError);
});
