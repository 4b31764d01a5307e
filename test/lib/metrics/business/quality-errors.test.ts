import fc from 'fast-check';
import { constantPolicies, gainOverPolicy, netValue, rocAucStandardError } from '../../../../lib/metrics';

const counts = fc
  .tuple(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500))
  .filter((all) => all.some((rows) => rows > 0));
const matrixOf = ([tn, fp, fn, tp]: readonly [number, number, number, number]) =>
  [
    [tn, fp],
    [fn, tp],
  ] as const;
const WORTH = { truePositive: 60, falsePositive: -20, trueNegative: 0, falseNegative: -60 };

test('the standard error is that of Hanley and McNeil’s own example', () => {
  // Radiology 143 (1982): 51 abnormal and 58 normal images, area 0.893.
  expect(rocAucStandardError({ rocAuc: 0.893, positives: 51, negatives: 58 })).toBeCloseTo(0.0325, 4);
});

test('a perfect ranking has no error, and more rows mean less of it', () => {
  expect(rocAucStandardError({ rocAuc: 1, positives: 5, negatives: 5 })).toBe(0);
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.integer({ min: 1, max: 1000 }),
      fc.integer({ min: 1, max: 1000 }),
      (rocAuc, positives, negatives) => {
        const error = rocAucStandardError({ rocAuc, positives, negatives });
        expect(rocAucStandardError({ rocAuc, positives: 4 * positives, negatives: 4 * negatives })).toBeLessThan(error);
        // Turning scores and classes round turns the area round and nothing else.
        expect(rocAucStandardError({ rocAuc: 1 - rocAuc, positives: negatives, negatives: positives })).toBeCloseTo(
          error,
          9,
        );
      },
    ),
  );
});

test.each([
  [{ rocAuc: 1.1, positives: 5, negatives: 5 }, 'rocAuc is 1.1, expected 0 to 1'],
  [{ rocAuc: 0.5, positives: 0, negatives: 5 }, 'rows of both classes are needed, got 0 positive and 5 negative ones'],
])('nonsense %j is refused', (given, message) => {
  expect(() => rocAucStandardError(given)).toThrow(message);
});

test('known gains over each policy', () => {
  // By hand. 10 positives of 100: acting on nobody costs 600, on everybody 1800 − 600 = 1200.
  expect(gainOverPolicy({ matrix: matrixOf([80, 10, 4, 6]), outcomeValues: WORTH })).toEqual({
    policy: 'nobody',
    // Six found at 120 each, ten bothered at 20 each.
    gain: 520,
    standardError: expect.closeTo(Math.sqrt(6 * 120 ** 2 + 10 * 20 ** 2 - 520 ** 2 / 100), 9),
    possible: 1200,
  });
  // 50 positives of 100: acting on everybody is worth 3000 − 1000.
  expect(gainOverPolicy({ matrix: matrixOf([30, 20, 2, 48]), outcomeValues: WORTH })).toMatchObject({
    policy: 'everybody',
    // Thirty spared at 20 each, two lost at 120 each.
    gain: 360,
    possible: 1000,
  });
});

test('the gain is the net value beyond the better constant policy, and perfect decisions gain what is possible', () => {
  fc.assert(
    fc.property(counts, (all) => {
      const matrix = matrixOf(all);
      const [tn, fp, fn, tp] = all;
      const sizes = { positives: fn + tp, negatives: tn + fp };
      const { nobody, everybody } = constantPolicies({ ...sizes, outcomeValues: WORTH });
      const best = Math.max(nobody, everybody);
      const { gain, possible, standardError } = gainOverPolicy({ matrix, outcomeValues: WORTH });
      expect(gain).toBeCloseTo(netValue({ matrix, outcomeValues: WORTH }) - best, 6);
      const perfect = matrixOf([tn + fp, 0, 0, fn + tp]);
      expect(possible).toBeCloseTo(netValue({ matrix: perfect, outcomeValues: WORTH }) - best, 6);
      expect(gain).toBeLessThanOrEqual(possible);
      expect(standardError).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('a policy has no gain over itself, and no doubt about it', () => {
  const none = { gain: 0, standardError: 0 };

  expect(gainOverPolicy({ matrix: matrixOf([90, 0, 10, 0]), outcomeValues: WORTH })).toMatchObject(none);
  expect(gainOverPolicy({ matrix: matrixOf([0, 10, 0, 90]), outcomeValues: WORTH })).toMatchObject(none);
});
