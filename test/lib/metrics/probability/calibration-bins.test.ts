import fc from 'fast-check';
import { calibrationBins, EmptyInputError, expectedCalibrationError } from '../../../../lib/metrics';
import { probabilities } from './probabilities-arbitrary';

/** The example of scikit-learn's `calibration_curve`. */
const EXAMPLE = { actual: [0, 0, 0, 0, 1, 1, 1, 1, 1], score: [0.1, 0.2, 0.3, 0.4, 0.65, 0.7, 0.8, 0.9, 1] };
const someBins = fc.integer({ min: 1, max: 12 });
const sizes = (score: number[], bins: number) =>
  calibrationBins({ rows: { actual: score.map(() => 0), score }, bins }).map(({ rows }) => rows);
/** Share `k / 8` is promised to 8 rows and `k` of them are positive. */
const CALIBRATED = {
  actual: Array.from({ length: 72 }, (_, row) => Number(row % 8 < Math.floor(row / 8))),
  score: Array.from({ length: 72 }, (_, row) => Math.floor(row / 8) / 8),
};

test('bins of the example in the documentation of scikit-learn, cut at its quantiles', () => {
  // calibration_curve(…, n_bins=3, strategy='quantile') of scikit-learn 1.9.1.
  expect(calibrationBins({ rows: EXAMPLE, bins: 3 })).toEqual([
    { rows: 3, meanScore: expect.closeTo(0.2, 14), positiveShare: 0 },
    { rows: 3, meanScore: expect.closeTo(1.75 / 3, 14), positiveShare: 2 / 3 },
    { rows: 3, meanScore: expect.closeTo(0.9, 14), positiveShare: 1 },
  ]);
});

test('a score on a cut belongs to the lower bin', () => {
  // The quartiles of 0 to 8 eighths are 2, 4 and 6 eighths.
  expect(
    sizes(
      [0, 1, 2, 3, 4, 5, 6, 7, 8].map((eighths) => eighths / 8),
      4,
    ),
  ).toEqual([3, 2, 2, 2]);
});

test.each([
  ['all in one', [0.5, 0.5, 0.5, 0.5, 0.5], [5]],
  ['the larger part at the bottom', [0, 0, 0, 0, 0, 0, 0.5, 0.6, 0.7, 0.8], [6, 2, 2]],
  ['the larger part at the top', [0.1, 0.2, 0.3, 0.4, 1, 1, 1, 1, 1, 1], [2, 2, 6]],
  ['in the middle: they follow the first of them', [0.1, 0.2, 0.3, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.9], [2, 7, 1]],
])('equal scores are never parted: %s', (_, score, expected) => {
  expect(sizes(score, 5)).toEqual(expected);
});

test('one row, or fewer rows than bins, leave bins out', () => {
  expect(sizes([0.3], 10)).toEqual([1]);
  expect(sizes([0.3, 0.4, 0.5], 10)).toEqual([1, 1, 1]);
});

test('bins hold every row once, stand in rising order, are never empty and never part equal scores', () => {
  fc.assert(
    fc.property(probabilities, someBins, (rows, bins) => {
      const found = calibrationBins({ rows, bins });
      const positives = found.reduce((sum, bin) => sum + bin.rows * bin.positiveShare, 0);
      const scores = found.reduce((sum, bin) => sum + bin.rows * bin.meanScore, 0);
      expect(found.length).toBeLessThanOrEqual(bins);
      expect(found.every((bin) => bin.rows > 0)).toBe(true);
      expect(found.reduce((sum, bin) => sum + bin.rows, 0)).toBe(rows.actual.length);
      expect(positives).toBeCloseTo(
        rows.actual.reduce((sum, label) => sum + label, 0),
        9,
      );
      expect(scores).toBeCloseTo(
        rows.score.reduce((sum, score) => sum + score, 0),
        9,
      );

      const sorted = rows.score.toSorted((a, b) => a - b);
      let end = 0;
      for (const bin of found) {
        if (end > 0) expect(sorted[end]).toBeGreaterThan(sorted[end - 1] as number);
        expect(bin.meanScore).toBeGreaterThanOrEqual((sorted[end] as number) - 1e-15);
        end += bin.rows;
        expect(bin.meanScore).toBeLessThanOrEqual((sorted[end - 1] as number) + 1e-15);
      }
    }),
  );
});

test('bins of different scores are equally large, give or take one row', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), someBins, (rows, bins) => {
      const found = sizes(
        Array.from({ length: rows }, (_, row) => row / rows),
        bins,
      );
      expect(found.length).toBe(Math.min(rows, bins));
      expect(Math.max(...found) - Math.min(...found)).toBeLessThanOrEqual(1);
    }),
  );
});

test('does not care about the order of the rows', () => {
  fc.assert(
    fc.property(probabilities, someBins, ({ actual, score }, bins) => {
      const reversed = { actual: actual.toReversed(), score: score.toReversed() };
      expect(calibrationBins({ rows: reversed, bins })).toEqual(calibrationBins({ rows: { actual, score }, bins }));
    }),
  );
});

test('the error is the mean distance over rows, by hand', () => {
  const bins = [
    { rows: 1, meanScore: 0.25, positiveShare: 1 },
    { rows: 3, meanScore: 0.75, positiveShare: 0.5 },
  ];

  expect(expectedCalibrationError(bins)).toBe((0.75 + 3 * 0.25) / 4);
  expect(expectedCalibrationError(calibrationBins({ rows: EXAMPLE, bins: 3 }))).toBeCloseTo(
    (0.2 + (2 / 3 - 1.75 / 3) + 0.1) / 3,
    14,
  );
});

test('a model that keeps every promise has no error, whatever the bins', () => {
  fc.assert(
    fc.property(someBins, (bins) => {
      expect(expectedCalibrationError(calibrationBins({ rows: CALIBRATED, bins }))).toBeCloseTo(0, 14);
    }),
  );
});

test('certain and always wrong has the error 1', () => {
  const rows = { actual: [0, 0, 1, 1], score: [1, 1, 0, 0] };

  expect(expectedCalibrationError(calibrationBins({ rows, bins: 2 }))).toBe(1);
});

test('the error is 0 to 1, and in one bin how far the mean score is from the share of positives', () => {
  fc.assert(
    fc.property(probabilities, someBins, (rows, bins) => {
      const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
      const error = expectedCalibrationError(calibrationBins({ rows, bins }));
      const inOne = expectedCalibrationError(calibrationBins({ rows, bins: 1 }));
      expect(error).toBeGreaterThanOrEqual(inOne - 1e-12);
      expect(error).toBeLessThanOrEqual(1 + 1e-12);
      expect(inOne).toBeCloseTo(Math.abs(mean(rows.actual) - mean(rows.score)), 12);
    }),
  );
});

test.each([0, 1.5, -1, Number.NaN, Number.POSITIVE_INFINITY])('%d bins are refused', (bins) => {
  expect(() => calibrationBins({ rows: EXAMPLE, bins })).toThrow(`bins is ${bins}, expected a whole number from 1`);
});

test('a score that is no probability is named, and no row at all is an error of its own', () => {
  expect(() => calibrationBins({ rows: { actual: [0, 1], score: [0.5, 2] }, bins: 2 })).toThrow(
    'score[1] is 2, expected a probability from 0 to 1',
  );
  expect(() => calibrationBins({ rows: { actual: [], score: [] }, bins: 2 })).toThrow(EmptyInputError);
  expect(() => expectedCalibrationError([])).toThrow(EmptyInputError);
  expect(() => expectedCalibrationError([{ rows: 0, meanScore: 0, positiveShare: 0 }])).toThrow(EmptyInputError);
});

test('a bin that is not finite is named', () => {
  const bins = [
    { rows: 1, meanScore: 0.5, positiveShare: 1 },
    { rows: 1, meanScore: Number.NaN, positiveShare: 1 },
  ];

  expect(() => expectedCalibrationError(bins)).toThrow('meanScore[1] is NaN, expected a finite number');
});
