import fc from 'fast-check';
import {
  bestThreshold,
  confusionMatrix,
  constantPolicies,
  netValue,
  netValueCurve,
  operatingPoints,
  predictAt,
} from '../../../../lib/metrics';
import { scoredRows } from '../scored-rows-arbitrary';

/** A kept customer is worth 60, an offer for nothing costs 10, a lost customer 100. */
const outcomeValues = { truePositive: 60, falsePositive: -10, trueNegative: 0, falseNegative: -100 };
const amount = fc.integer({ min: -100_000, max: 100_000 }).map((hundredths) => hundredths / 100);
/** Whatever people may value, as long as the right decision is worth more than the wrong one. */
const values = fc
  .tuple(amount, amount, amount, amount)
  .filter(([tp, fp, tn, fn]) => tp > fn && tn > fp)
  .map(([truePositive, falsePositive, trueNegative, falseNegative]) => ({
    truePositive,
    falsePositive,
    trueNegative,
    falseNegative,
  }));
const best = (actual: number[], score: number[]) =>
  bestThreshold({ points: operatingPoints({ actual, score }), outcomeValues });

test('net value is the sum of what each outcome is worth', () => {
  // By hand: 25 × 60 − 20 × 10 + 40 × 0 − 15 × 100.
  const matrix = [
    [40, 20],
    [15, 25],
  ] as const;

  expect(netValue({ matrix, outcomeValues })).toBe(-200);
});

test('sums of tenths and hundredths are exact', () => {
  const matrix = [
    [0, 0],
    [0, 3],
  ] as const;

  expect(netValue({ matrix, outcomeValues: { ...outcomeValues, truePositive: 0.1 } })).toBe(0.3);
});

test('a value that is not finite is named', () => {
  const broken = { ...outcomeValues, trueNegative: Number.NaN };

  expect(() =>
    netValue({
      matrix: [
        [1, 0],
        [0, 0],
      ],
      outcomeValues: broken,
    }),
  ).toThrow('outcomeValues.trueNegative is NaN');
});

test('the line is drawn where acting stops paying', () => {
  // By hand: at 0.6 two are kept for one useless offer, 2 × 60 − 10 = 110; at 0.9 60 − 100, at 0.3 110 − 10.
  expect(best([1, 0, 1, 0], [0.9, 0.7, 0.6, 0.3])).toEqual({ threshold: 0.6, netValue: 110 });
});

test('equal scores cannot be told apart, so the line never runs between them', () => {
  expect(best([1, 0, 0, 0, 0], [0.5, 0.5, 0.5, 0.5, 0.5]).threshold).toBe(0.5);
});

test('the highest threshold wins a tie', () => {
  // One kept customer and sixteen useless offers more are worth exactly nothing: 160 − 16 × 10.
  const actual = [1, 1, ...Array.from({ length: 16 }, () => 0)];
  const score = [0.9, ...Array.from({ length: 17 }, () => 0.4)];

  expect(best(actual, score)).toEqual({ threshold: 0.9, netValue: -40 });
});

test('a model that only ever hurts is answered with acting on nobody', () => {
  expect(best([0, 0], [0.2, 0.9])).toEqual({ threshold: Number.POSITIVE_INFINITY, netValue: 0 });
});

test('acting on everybody is taken when that is best', () => {
  expect(best([1, 1, 0], [0.1, 0.8, 0.9])).toEqual({ threshold: 0.1, netValue: 110 });
});

test('no constant policy and no other threshold beats it', () => {
  fc.assert(
    fc.property(scoredRows, values, (rows, worth) => {
      const points = operatingPoints(rows);
      const { netValue: value } = bestThreshold({ points, outcomeValues: worth });
      const { nobody, everybody } = constantPolicies({ ...points, outcomeValues: worth });
      expect(value).toBeGreaterThanOrEqual(nobody);
      expect(value).toBeGreaterThanOrEqual(everybody);
      for (const each of netValueCurve({ points, outcomeValues: worth })) expect(value).toBeGreaterThanOrEqual(each);
    }),
  );
});

test('each point of the curve is what the decisions at its threshold are worth', () => {
  fc.assert(
    fc.property(scoredRows, values, ({ actual, score }, worth) => {
      const points = operatingPoints({ actual, score });
      const curve = netValueCurve({ points, outcomeValues: worth });
      points.threshold.forEach((threshold, index) => {
        const matrix = confusionMatrix({ actual, predicted: predictAt({ score, threshold }) });
        expect(curve[index]).toBe(netValue({ matrix, outcomeValues: worth }));
      });
      const { nobody, everybody } = constantPolicies({ ...points, outcomeValues: worth });
      expect([curve[0], curve.at(-1)]).toEqual([nobody, everybody]);
    }),
  );
});

test.each([
  [{ truePositive: -100 }, 'a truePositive (-100) must be worth more than a falseNegative (-100)'],
  [{ falsePositive: 1 }, 'a trueNegative (0) must be worth more than a falsePositive (1)'],
  [{ falsePositive: 0 }, 'a trueNegative (0) must be worth more than a falsePositive (0)'],
])('values under which a mistake pays are refused: %j', (change, message) => {
  const points = operatingPoints({ actual: [0, 1], score: [0.1, 0.2] });

  expect(() => bestThreshold({ points, outcomeValues: { ...outcomeValues, ...change } })).toThrow(message);
});
