import fc from 'fast-check';
import {
  averagePrecisionScore,
  bestThreshold,
  binaryRates,
  brierScore,
  calibrationBins,
  confusionMatrix,
  constantPolicies,
  evaluateBinary,
  evaluateBinaryStream,
  expectedCalibrationError,
  logLoss,
  netValue,
  operatingPoints,
  predictAt,
  rocAucScore,
} from '../../../../lib/metrics';
import { scoredRows } from '../scored-rows-arbitrary';
import { chunksOf, cuts } from '../streaming/row-streams';

const OUTCOME_VALUES = { truePositive: 80, falsePositive: -20, trueNegative: 0, falseNegative: -100 };
/** Rows whose scores are probabilities, half of the cases with heavy ties. */
const probabilities = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: 1,
      maxLength: 60,
    }),
    fc.constantFrom(2, 10, 1e9),
  )
  .map(([rows, steps]) => ({
    actual: rows.map(([label]) => label),
    score: rows.map(([, score]) => Math.round(score * steps) / steps),
  }));

test('a report says what each measure says by itself', () => {
  fc.assert(
    fc.property(probabilities, fc.double({ min: 0, max: 1, noNaN: true }), (rows, threshold) => {
      const report = evaluateBinary(rows, { threshold, outcomeValues: OUTCOME_VALUES });
      const matrix = confusionMatrix({ actual: rows.actual, predicted: predictAt({ score: rows.score, threshold }) });
      const points = operatingPoints(rows);
      const bins = calibrationBins({ rows, bins: 10 });
      expect(report).toMatchObject({
        rows: rows.actual.length,
        positives: points.positives,
        negatives: points.negatives,
        threshold,
        confusionMatrix: matrix,
        rates: binaryRates(matrix),
        rocAuc: rocAucScore(rows),
        averagePrecision: averagePrecisionScore(rows),
        calibrationBins: bins,
        expectedCalibrationError: { value: expectedCalibrationError(bins) },
        money: {
          netValue: netValue({ matrix, outcomeValues: OUTCOME_VALUES }),
          constantPolicies: constantPolicies({ ...points, outcomeValues: OUTCOME_VALUES }),
          best: { netValue: bestThreshold({ points, outcomeValues: OUTCOME_VALUES }).netValue },
        },
      });
      expect(report.logLoss.value).toBeCloseTo(logLoss(rows), 12);
      expect(report.brierScore.value).toBeCloseTo(brierScore(rows), 14);
    }),
  );
});

test('without a threshold decisions are taken where they are worth most, and without values at one half', () => {
  fc.assert(
    fc.property(probabilities, (rows) => {
      const best = bestThreshold({ points: operatingPoints(rows), outcomeValues: OUTCOME_VALUES });
      const { threshold, money } = evaluateBinary(rows, { outcomeValues: OUTCOME_VALUES });
      expect(threshold ?? Infinity).toBe(best.threshold);
      expect(money?.netValue).toBe(best.netValue);
      expect(evaluateBinary(rows)).toMatchObject({ threshold: 0.5, money: null });
    }),
  );
});

test('the stream of the same rows gives the same report, to the last bit', async () => {
  await fc.assert(
    fc.asyncProperty(scoredRows, cuts, fc.constantFrom('csv', 'json-lines'), async (rows, at, format) => {
      const lines = Array.from(rows.score, (score, row) =>
        format === 'csv' ? `${rows.actual[row]},x,${score}` : JSON.stringify({ 0: rows.actual[row], 2: score }),
      );
      const layout = { format, actual: 0, predicted: 2 } as const;
      const options = { outcomeValues: OUTCOME_VALUES };
      const streamed = await evaluateBinaryStream(chunksOf(lines.join('\n'), at), layout, options);
      expect(streamed).toEqual(evaluateBinary(rows, options));
    }),
  );
});

test('the order of rows changes nothing', () => {
  fc.assert(
    fc.property(scoredRows, (rows) => {
      const reversed = { actual: [...rows.actual].reverse(), score: [...rows.score].reverse() };
      expect(evaluateBinary(reversed)).toEqual(evaluateBinary(rows));
    }),
  );
});

test('a report survives JSON', () => {
  fc.assert(
    fc.property(scoredRows, (rows) => {
      const report = evaluateBinary(rows, { threshold: Infinity, outcomeValues: OUTCOME_VALUES });
      expect(report.threshold).toBeNull();
      expect(JSON.parse(JSON.stringify(report))).toEqual(
        JSON.parse(JSON.stringify(report, (_, value) => (Object.is(value, -0) ? 0 : value))),
      );
      expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/);
    }),
  );
});

test('scores that are no probabilities are ranked, and everything about probabilities says why it is undefined', () => {
  const rows = { actual: [0, 1, 0, 1], score: [-2, 3, 3, 5] };
  const reason = 'scores from -2 to 5 are no probabilities';

  expect(evaluateBinary(rows, { threshold: 3 })).toMatchObject({
    rocAuc: { value: 0.875 },
    confusionMatrix: [
      [1, 1],
      [0, 2],
    ],
    logLoss: { value: null, reason },
    brierScore: { value: null, reason },
    expectedCalibrationError: { value: null, reason },
    calibrationBins: [],
  });
});

test('a class that is absent leaves undefined what needs it, with the reason', () => {
  const report = evaluateBinary({ actual: [0, 0], score: [0.1, 0.2] }, { outcomeValues: OUTCOME_VALUES });

  expect(report).toMatchObject({
    rocAuc: { value: null, reason: 'no row is positive' },
    averagePrecision: { value: null, reason: 'no row is positive' },
    rocCurve: null,
    precisionRecallCurve: null,
    threshold: null,
  });
});

test('the histogram counts every row once, in the bin whose edges hold it', () => {
  fc.assert(
    fc.property(scoredRows, (rows) => {
      const { edges, positives, negatives } = evaluateBinary(rows).scoreHistogram;
      const expected = Array.from(positives, () => [0, 0]);
      rows.score.forEach((score, row) => {
        const above = edges.findIndex((edge, bin) => bin > 0 && score < edge);
        const bin = above < 0 ? positives.length - 1 : above - 1;
        const label = rows.actual[row] as number;
        expected[bin]?.splice(label, 1, (expected[bin]?.[label] ?? 0) + 1);
      });
      expect(positives.map((count, bin) => [negatives[bin], count])).toEqual(expected);
    }),
  );
});

test('wrong decisions that are worth as much as right ones are refused', () => {
  const outcomeValues = { ...OUTCOME_VALUES, falseNegative: 80 };
  expect(() => evaluateBinary({ actual: [1], score: [1] }, { outcomeValues })).toThrow(
    'a truePositive (80) must be worth more',
  );
});
