import fc from 'fast-check';
import {
  brierScore,
  CalibrationSketchBuilder,
  ConfusionSketchBuilder,
  expectedCalibrationError,
  LossSketchBuilder,
  logLoss,
  multiclassConfusionMatrix,
  sketchedCalibrationBins,
  sketchedConfusionMatrix,
  sketchedLosses,
} from '../../../../lib/metrics';
import { expectMergeable } from './expect-mergeable';
import { columnsOf, probabilityRows, probabilityRowsOfBothClasses } from './probability-rows-arbitrary';

type Rows = readonly (readonly [number, number])[];

interface Builder<Built> {
  add(actual: number, second: number): void;
  build(): Built;
}

function built<Built>(builder: Builder<Built>, rows: Rows): Built {
  for (const [actual, second] of rows) builder.add(actual, second);
  return builder.build();
}

const lossesOf = (rows: Rows) => built(new LossSketchBuilder(), rows);
const calibrationOf = (rows: Rows) => built(new CalibrationSketchBuilder(), rows);
const confusionOf = (rows: Rows) => built(new ConfusionSketchBuilder({ classes: 12 }), rows);

describe('losses', () => {
  test('files merge to the sketch of the whole', () => {
    expectMergeable(probabilityRows, lossesOf);
  });

  test('known values', () => {
    const { logLoss: loss, brierScore: brier } = sketchedLosses(
      lossesOf([
        [0, 0.1],
        [1, 0.9],
        [1, 0.8],
      ]),
    );

    // scikit-learn 1.5.2: log_loss and brier_score_loss of [0, 1, 1] and [.1, .9, .8].
    expect(loss.value).toBeCloseTo(0.14462152754328741, 15);
    expect(brier.value).toBeCloseTo(0.02, 15);
  });

  test('are those of the rows', () => {
    fc.assert(
      fc.property(probabilityRowsOfBothClasses, (rows) => {
        const sketched = sketchedLosses(lossesOf(rows));
        expect(sketched.logLoss.value).toBeCloseTo(logLoss(columnsOf(rows)), 13);
        expect(sketched.brierScore.value).toBeCloseTo(brierScore(columnsOf(rows)), 14);
      }),
    );
  });

  test('of no rows are undefined', () => {
    const nothing = { value: null, reason: 'there is no row' };

    expect(sketchedLosses(lossesOf([]))).toEqual({ logLoss: nothing, brierScore: nothing });
  });

  test('a bad row is named and not counted', () => {
    const builder = new LossSketchBuilder();
    builder.add(1, 0.25);

    expect(() => builder.add(1, -0.1)).toThrow('score[1] is -0.1, expected a probability from 0 to 1');
    expect(builder.build()).toEqual(lossesOf([[1, 0.25]]));
  });
});

describe('calibration', () => {
  test('files merge to the sketch of the whole', () => {
    expectMergeable(probabilityRows, calibrationOf);
  });

  test('known values: a bin holds its lower edge, and the last one 1', () => {
    // By hand; the scores and their means are sums of powers of two.
    const bins = sketchedCalibrationBins(
      built(new CalibrationSketchBuilder({ bins: 4 }), [
        [0, 0],
        [1, 0.125],
        [1, 0.5],
        [0, 0.75],
        [1, 0.875],
        [1, 1],
      ]),
    );

    expect(bins).toEqual([
      { rows: 2, meanScore: 0.0625, positiveShare: 0.5 },
      { rows: 1, meanScore: 0.5, positiveShare: 1 },
      { rows: 3, meanScore: 0.875, positiveShare: 2 / 3 },
    ]);
    // By hand: (2 · 0.4375 + 1 · 0.5 + 3 · 5/24) / 6.
    expect(expectedCalibrationError(bins)).toBeCloseTo(1 / 3, 15);
  });

  test('all rows, positives and scores are in some bin, and bins rise', () => {
    fc.assert(
      fc.property(probabilityRows, fc.integer({ min: 1, max: 30 }), (rows, count) => {
        const bins = sketchedCalibrationBins(built(new CalibrationSketchBuilder({ bins: count }), rows));
        const sum = (of: (bin: (typeof bins)[number]) => number) => bins.reduce((total, bin) => total + of(bin), 0);
        expect(sum((bin) => bin.rows)).toBe(rows.length);
        expect(sum((bin) => bin.rows * bin.positiveShare)).toBeCloseTo(
          rows.filter(([actual]) => actual === 1).length,
          9,
        );
        expect(sum((bin) => bin.rows * bin.meanScore)).toBeCloseTo(
          rows.reduce((total, [, score]) => total + score, 0),
          9,
        );
        const means = bins.map((bin) => bin.meanScore);
        expect(means).toEqual([...new Set(means)].sort((a, b) => a - b));
      }),
    );
  });

  test.each([0, 1.5, Number.NaN])('%d bins are refused', (bins) => {
    expect(() => new CalibrationSketchBuilder({ bins })).toThrow(`bins is ${bins}, expected a whole number from 1`);
  });
});

describe('confusion', () => {
  const label = fc.nat(11);
  const rows = fc.array(fc.tuple(label, label), { maxLength: 100 });

  test('files merge to the sketch of the whole', () => {
    expectMergeable(rows, confusionOf);
  });

  test('is the matrix of the rows', () => {
    fc.assert(
      fc.property(rows, (all) => {
        fc.pre(all.length > 0);
        const [actual, predicted] = [all.map(([was]) => was), all.map(([, said]) => said)];
        expect(sketchedConfusionMatrix(confusionOf(all))).toEqual(
          multiclassConfusionMatrix({ actual, predicted, classes: 12 }),
        );
      }),
    );
  });

  test('known value: what does not occur is left out, and read as 0', () => {
    const sketch = built(new ConfusionSketchBuilder({ classes: 3 }), [
      [0, 0],
      [0, 2],
      [2, 2],
      [2, 2],
    ]);

    expect(sketch.counts).toEqual({ 0: { 0: 1, 2: 1 }, 1: {}, 2: { 2: 2 } });
    expect(sketchedConfusionMatrix(sketch)).toEqual([
      [1, 0, 1],
      [0, 0, 0],
      [0, 0, 2],
    ]);
  });

  test.each([
    [12, 0, 'actual[0] is 12, expected a class from 0 to 11'],
    [0, -1, 'predicted[0] is -1, expected a class from 0 to 11'],
    [0, 0.5, 'predicted[0] is 0.5, expected a class from 0 to 11'],
  ])('classes %d and %d are refused', (actual, predicted, message) => {
    expect(() => new ConfusionSketchBuilder({ classes: 12 }).add(actual, predicted)).toThrow(message);
  });

  test('so is a number of classes that is none', () => {
    expect(() => new ConfusionSketchBuilder({ classes: 0 })).toThrow('classes is 0, expected a whole number from 1');
  });
});
