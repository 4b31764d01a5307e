import fc from 'fast-check';
import {
  BinarySketchBuilder,
  binarySketchReport,
  brierScore,
  confusionMatrix,
  logLoss,
  mergeSketches,
  predictAt,
  rocAucScore,
} from '../../../../lib/metrics';
import { expectMergeable } from './expect-mergeable';
import { columnsOf, probabilityRows, probabilityRowsOfBothClasses } from './probability-rows-arbitrary';

type Rows = readonly (readonly [number, number])[];

function sketchOf(rows: Rows, options: { threshold?: number; calibrationBins?: number } = {}) {
  const builder = new BinarySketchBuilder(options);
  for (const [actual, score] of rows) builder.add(actual, score);
  return builder.build();
}

test.each([undefined, 0.3])('files merge to the sketch of the whole, with threshold %d', (threshold) => {
  expectMergeable(probabilityRows, (rows) => sketchOf(rows, { threshold }));
});

test('known report', () => {
  const report = binarySketchReport(
    sketchOf(
      [
        [0, 0.125],
        [0, 0.375],
        [1, 0.25],
        [1, 0.75],
      ],
      { threshold: 0.25, calibrationBins: 2 },
    ),
  );

  // By hand, but for the logarithms.
  expect(report).toEqual({
    rows: 4,
    positives: 2,
    negatives: 2,
    threshold: 0.25,
    confusionMatrix: [
      [1, 1],
      [0, 2],
    ],
    rocAuc: { lower: 0.75, upper: 0.75 },
    classDistance: { lower: 0.5, upper: 0.5 },
    logLoss: { value: expect.closeTo(-Math.log(0.875 * 0.625 * 0.25 * 0.75) / 4, 15) },
    brierScore: { value: (1 / 64 + 9 / 64 + 36 / 64 + 4 / 64) / 4 },
    expectedCalibrationError: { value: expect.closeTo((3 * (1 / 3 - 0.25) + 0.25) / 4, 15) },
    calibrationBins: [
      { rows: 3, meanScore: 0.25, positiveShare: 1 / 3 },
      { rows: 1, meanScore: 0.75, positiveShare: 1 },
    ],
  });
});

test('the report of merged files is that of the rows, and JSON carries it unchanged', () => {
  fc.assert(
    fc.property(probabilityRowsOfBothClasses, fc.nat(), (rows, cut) => {
      const at = cut % rows.length;
      const sketchOfPart = (part: Rows) => sketchOf(part, { threshold: 0.3 });
      const report = binarySketchReport(mergeSketches(sketchOfPart(rows.slice(0, at)), sketchOfPart(rows.slice(at))));
      const columns = columnsOf(rows);
      const auc = rocAucScore(columns).value ?? Number.NaN;
      expect(report.rows).toBe(rows.length);
      expect(report.confusionMatrix).toEqual(
        confusionMatrix({ ...columns, predicted: predictAt({ score: columns.score, threshold: 0.3 }) }),
      );
      expect(report.rocAuc.lower).toBeLessThanOrEqual(auc);
      expect(report.rocAuc.upper).toBeGreaterThanOrEqual(auc);
      expect(report.logLoss.value).toBeCloseTo(logLoss(columns), 13);
      expect(report.brierScore.value).toBeCloseTo(brierScore(columns), 14);
      expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    }),
  );
});

test('nothing is counted by a threshold that nobody set', () => {
  const report = binarySketchReport(
    sketchOf([
      [0, 0.2],
      [1, 0.8],
    ]),
  );

  expect([report.threshold, report.confusionMatrix]).toEqual([null, null]);
});

test('without rows every measure says so', () => {
  const nothing = { value: null, reason: 'there is no row' };

  expect(binarySketchReport(sketchOf([], { threshold: 0.5 }))).toMatchObject({
    rows: 0,
    confusionMatrix: [
      [0, 0],
      [0, 0],
    ],
    rocAuc: { lower: null, upper: null, reason: 'no row is positive' },
    logLoss: nothing,
    brierScore: nothing,
    expectedCalibrationError: nothing,
    calibrationBins: [],
  });
});

test('a bad row is named and leaves no trace in any part', () => {
  const builder = new BinarySketchBuilder({ threshold: 0.5 });
  builder.add(1, 0.25);

  expect(() => builder.add(1, 2)).toThrow('score[1] is 2, expected a probability from 0 to 1');
  expect(() => builder.add(0.5, 0.5)).toThrow('actual[1] is 0.5, expected 0 or 1');
  expect(builder.build()).toEqual(sketchOf([[1, 0.25]], { threshold: 0.5 }));
});

test('a threshold that is no number is refused', () => {
  expect(() => new BinarySketchBuilder({ threshold: Number.NaN })).toThrow(
    'threshold is NaN, expected a finite number',
  );
});
