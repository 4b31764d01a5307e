import fc from 'fast-check';
import { type Churn, churnReduction } from '../../../../lib/metrics';

const churn = fc
  .tuple(fc.nat({ max: 2000 }), fc.nat({ max: 2000 }))
  .filter(([left, stayed]) => left + stayed > 0)
  .map(([left, stayed]): Churn => ({ left, rows: left + stayed }));
const reduce = (before: [number, number], after: [number, number], confidence?: number) =>
  churnReduction({
    before: { left: before[0], rows: before[1] },
    after: { left: after[0], rows: after[1] },
    confidence,
  });

test.each<[[number, number], [number, number], number, number]>([
  // Newcombe 1998, Statistics in Medicine 17:873, table II, method 10; the same from statsmodels 0.15.0,
  // confint_proportions_2indep(method='newcomb', compare='diff').
  [[56, 70], [48, 80], 0.0524, 0.3339],
  [[9, 10], [3, 10], 0.1705, 0.809],
  [[6, 7], [2, 7], 0.0582, 0.8062],
  [[5, 56], [0, 29], -0.0381, 0.1926],
  [[0, 10], [0, 20], -0.1611, 0.2775],
  [[0, 10], [0, 10], -0.2775, 0.2775],
  [[10, 10], [0, 20], 0.6791, 1],
  [[10, 10], [0, 10], 0.6075, 1],
])('the interval from %j to %j is the published one', (before, after, lower, upper) => {
  expect(reduce(before, after).absolute).toEqual({
    value: expect.closeTo(before[0] / before[1] - after[0] / after[1], 14),
    interval: { lower: expect.closeTo(lower, 4), upper: expect.closeTo(upper, 4), confidence: 0.95 },
    rows: before[1] + after[1],
  });
});

test('the relative interval is the published one of the ratio', () => {
  // Package contingencytables for R (Fagerland, Lydersen and Laake), MOVER_R_Wilson_CI_ratio_2x2 of Perondi 2004: 7/34 over
  // 1/34 is 7, from 1.1537 to 41.9763; Newcombe_hybrid_score_CI_2x2 says 0.1765, from 0.0189 to 0.3404.
  expect(reduce([1, 34], [7, 34])).toMatchObject({
    relative: {
      value: expect.closeTo(-6, 12),
      interval: { lower: expect.closeTo(1 - 41.9763, 4), upper: expect.closeTo(1 - 1.1537, 4) },
    },
    absolute: {
      value: expect.closeTo(-0.1765, 4),
      interval: { lower: expect.closeTo(-0.3404, 4), upper: expect.closeTo(-0.0189, 4) },
    },
  });
});

test('known reductions', () => {
  // By hand: from 20 % to 15 % is five points, a quarter of what it was.
  expect(reduce([20, 100], [15, 100])).toMatchObject({
    absolute: { value: expect.closeTo(0.05, 14), rows: 200 },
    relative: { value: expect.closeTo(0.25, 14), rows: 200 },
  });
});

test('nobody leaving any more is a reduction of all there was, in doubt all the same', () => {
  const { relative } = reduce([3, 10], [0, 10]);

  expect(relative).toMatchObject({ value: 1, interval: { upper: 1, confidence: 0.95 } });
  expect(relative.value === null ? Number.NaN : relative.interval.lower).toBeLessThan(0.9);
});

test('without anybody who left before there is no relative reduction', () => {
  const { absolute, relative } = reduce([0, 10], [2, 10]);

  expect(absolute.value).toBeCloseTo(-0.2, 14);
  expect(relative).toEqual({ value: null, reason: 'nobody left before' });
});

test.each<[[number, number], [number, number], string]>([
  [[0, 0], [1, 10], 'there is no customer before'],
  [[1, 10], [0, 0], 'there is no customer after'],
])('without customers there is no reduction: %j, %j', (before, after, reason) => {
  const none = { value: null, reason };

  expect(reduce(before, after)).toEqual({ absolute: none, relative: none });
});

test('each interval holds its value, and more confidence makes it wider', () => {
  fc.assert(
    fc.property(churn, churn, (before, after) => {
      fc.pre(before.left > 0);
      const narrow = churnReduction({ before, after, confidence: 0.8 });
      const wide = churnReduction({ before, after, confidence: 0.99 });
      for (const measure of ['absolute', 'relative'] as const) {
        const [inner, outer] = [narrow[measure], wide[measure]];
        if (inner.value === null || outer.value === null) throw new Error('both are defined');
        expect(inner.interval.lower).toBeLessThanOrEqual(inner.value);
        expect(inner.interval.upper).toBeGreaterThanOrEqual(inner.value);
        expect(outer.interval.lower).toBeLessThanOrEqual(inner.interval.lower);
        expect(outer.interval.upper).toBeGreaterThanOrEqual(inner.interval.upper);
        expect(outer.interval.upper).toBeLessThanOrEqual(1);
        expect(Number.isFinite(outer.interval.lower)).toBe(true);
      }
    }),
  );
});

test('both intervals tell fewer from more alike', () => {
  fc.assert(
    fc.property(churn, churn, (before, after) => {
      fc.pre(before.left > 0);
      const { absolute, relative } = churnReduction({ before, after });
      if (absolute.value === null || relative.value === null) throw new Error('both are defined');
      // By definition of both methods: a limit is 0 where the shares' own intervals are as far apart as they are off.
      fc.pre(Math.abs(absolute.interval.lower) > 1e-9 && Math.abs(absolute.interval.upper) > 1e-9);
      expect(relative.interval.lower > 0).toBe(absolute.interval.lower > 0);
      expect(relative.interval.upper < 0).toBe(absolute.interval.upper < 0);
    }),
  );
});

test('turning time round turns the difference round', () => {
  fc.assert(
    fc.property(churn, churn, (before, after) => {
      const { absolute } = churnReduction({ before, after });
      const turned = churnReduction({ before: after, after: before }).absolute;
      if (absolute.value === null || turned.value === null) throw new Error('both are defined');
      expect(turned.value).toBeCloseTo(-absolute.value, 14);
      expect(turned.interval.lower).toBeCloseTo(-absolute.interval.upper, 14);
    }),
  );
});

test.each<[[number, number], [number, number], string]>([
  [[-1, 10], [1, 10], 'before.left is -1, expected a whole number from 0'],
  [[1, 10], [1, Number.NaN], 'after.rows is NaN, expected a whole number from 0'],
  [[1, 10], [11, 10], 'after.left is 11, more than after.rows, which is 10'],
])('counts %j and %j that are none are named', (before, after, message) => {
  expect(() => reduce(before, after)).toThrow(new RangeError(message));
});
