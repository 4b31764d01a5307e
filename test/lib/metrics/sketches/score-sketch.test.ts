import fc from 'fast-check';
import {
  classDistanceBounds,
  confusionMatrix,
  kolmogorovSmirnovDistanceOfSamples,
  type MetricBounds,
  mergeSketches,
  predictAt,
  rocAucBounds,
  rocAucScore,
  ScoreSketchBuilder,
  sketchedMatrixAt,
  sketchedOperatingPoints,
} from '../../../../lib/metrics';
import { scoreBin, scoreBinEdge } from '../../../../lib/metrics/sketches/score-bin';
import { expectMergeable } from './expect-mergeable';
import { columnsOf, probabilityRows, probabilityRowsOfBothClasses } from './probability-rows-arbitrary';

type Rows = readonly (readonly [number, number])[];

function sketchOf(rows: Rows) {
  const builder = new ScoreSketchBuilder();
  for (const [actual, score] of rows) builder.add(actual, score);
  return builder.build();
}

const contains = ({ lower, upper }: MetricBounds, value: number) =>
  lower !== null && lower <= value && value <= upper && lower >= 0 && upper <= 1;

test('files merge to the sketch of the whole', () => {
  expectMergeable(probabilityRows, sketchOf);
});

test('only bins that hold rows are stored', () => {
  expect(
    sketchOf([
      [1, 0.5],
      [0, 0.5],
      [0, 0.5],
      [0, 1],
    ]),
  ).toEqual({
    kind: 'score-sketch/1',
    counts: { 0: { [scoreBin(0.5)]: 2, [scoreBin(1)]: 1 }, 1: { [scoreBin(0.5)]: 1 } },
  });
  expect(sketchOf([])).toEqual({ kind: 'score-sketch/1', counts: { 0: {}, 1: {} } });
});

test('known value: the bounds are one number when no bin holds both classes', () => {
  // The example of scikit-learn's roc_auc_score, 0.75.
  expect(
    rocAucBounds(
      sketchOf([
        [0, 0.1],
        [0, 0.4],
        [1, 0.35],
        [1, 0.8],
      ]),
    ),
  ).toEqual({ lower: 0.75, upper: 0.75 });
});

test('known value: ties are lost below and won above', () => {
  // By hand: of 4 pairs 3 are won and one is tied, which rocAucScore counts as half.
  expect(
    rocAucBounds(
      sketchOf([
        [0, 0.1],
        [1, 0.5],
        [0, 0.5],
        [1, 0.9],
      ]),
    ),
  ).toEqual({ lower: 0.75, upper: 1 });
});

test('the exact area is between its bounds, ties or not', () => {
  fc.assert(
    fc.property(probabilityRowsOfBothClasses, (rows) => {
      const exact = rocAucScore(columnsOf(rows)).value as number;
      expect(contains(rocAucBounds(sketchOf(rows)), exact)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('the bounds are close when scores spread, as skewed as they may be', () => {
  for (const exponent of [1, 4, 8]) {
    const rows = Array.from(
      { length: 2000 },
      (_, index) => [index % 3 === 0 ? 1 : 0, (index / 2000) ** exponent] as const,
    );
    const { lower, upper } = rocAucBounds(sketchOf(rows));
    expect((upper ?? 1) - (lower ?? 0)).toBeLessThan(0.002);
  }
});

test('10^9 rows of each class are counted without rounding', () => {
  const rows = 1e9;
  const sketch = { kind: 'score-sketch/1', counts: { 0: { 7: rows, 8: 1 }, 1: { 8: rows } } };

  // By hand: all pairs are won but those with the one negative row in the same bin.
  expect(rocAucBounds(sketch)).toEqual({ lower: rows / (rows + 1), upper: 1 });
});

test('the distance of the classes is between its bounds', () => {
  fc.assert(
    fc.property(probabilityRowsOfBothClasses, (rows) => {
      const scores = (label: number) => rows.filter(([actual]) => actual === label).map(([, score]) => score);
      const exact = kolmogorovSmirnovDistanceOfSamples({ expected: scores(0), actual: scores(1) });
      expect(contains(classDistanceBounds(sketchOf(rows)), exact)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('known value: the distance of the classes', () => {
  // By hand: from 0.35 upwards all positives and half of the negatives; in the bin of 0.5 either class may come first.
  expect(
    classDistanceBounds(
      sketchOf([
        [0, 0.1],
        [0, 0.4],
        [1, 0.35],
        [1, 0.8],
      ]),
    ),
  ).toEqual({ lower: 0.5, upper: 0.5 });
  expect(
    classDistanceBounds(
      sketchOf([
        [0, 0.5],
        [1, 0.5],
      ]),
    ),
  ).toEqual({ lower: 0, upper: 1 });
});

test.each([
  ['positive', [[0, 0.2]] as const],
  ['negative', [[1, 0.2]] as const],
])('bounds are undefined when no row is %s, and say so', (missing, rows) => {
  const expected = { lower: null, upper: null, reason: `no row is ${missing}` };

  expect(rocAucBounds(sketchOf(rows))).toEqual(expected);
  expect(classDistanceBounds(sketchOf(rows))).toEqual(expected);
});

test('operating points stand at edges and count the rows that score at least as high', () => {
  fc.assert(
    fc.property(probabilityRows, (rows) => {
      const points = sketchedOperatingPoints(sketchOf(rows));
      expect(points.threshold[0]).toBe(Number.POSITIVE_INFINITY);
      points.threshold.forEach((threshold, index) => {
        const reached = (label: number) =>
          rows.filter(([actual, score]) => actual === label && score >= threshold).length;
        expect(points.truePositives[index]).toBe(reached(1));
        expect(points.falsePositives[index]).toBe(reached(0));
      });
      expect(points.truePositives.at(-1)).toBe(points.positives);
      expect(points.falsePositives.at(-1)).toBe(points.negatives);
    }),
  );
});

test('rows beyond what operating points count are refused', () => {
  const sketch = { kind: 'score-sketch/1', counts: { 0: { 7: 2 ** 32 }, 1: { 8: 1 } } };

  expect(() => sketchedOperatingPoints(sketch)).toThrow('1 positive and 4294967296 negative rows are more than');
});

test('the matrix at an edge is the matrix of the rows', () => {
  fc.assert(
    fc.property(probabilityRowsOfBothClasses, fc.double({ min: 0, max: 1, noNaN: true }), (rows, anywhere) => {
      const { actual, score } = columnsOf(rows);
      const sketch = mergeSketches(sketchOf(rows.slice(1)), sketchOf(rows.slice(0, 1)));
      for (const threshold of [0.5, 0, scoreBinEdge(scoreBin(anywhere)), scoreBinEdge(scoreBin(score[0] ?? 0))])
        expect(sketchedMatrixAt({ sketch, threshold })).toEqual(
          confusionMatrix({ actual, predicted: predictAt({ score, threshold }) }),
        );
    }),
  );
});

test('a threshold between edges is refused, and the edges around it are named', () => {
  const sketch = sketchOf([[1, 0.3]]);

  expect(() => sketchedMatrixAt({ sketch, threshold: 0.3 })).toThrow(
    'threshold is 0.3, between the edges of bins 0.2998046875 and 0.30029296875',
  );
  expect(() => sketchedMatrixAt({ sketch, threshold: 1 })).toThrow('threshold is 1, between');
  expect(() => sketchedMatrixAt({ sketch, threshold: Number.NaN })).toThrow('threshold is NaN, expected 0 to 1');
});

test.each([
  [2, 0.5, 'actual[1] is 2, expected 0 or 1'],
  [1, 1.5, 'score[1] is 1.5, expected a probability from 0 to 1'],
  [1, Number.NaN, 'score[1] is NaN, expected a probability from 0 to 1'],
])('a bad row, %d with %d, is named and not counted', (actual, score, message) => {
  const builder = new ScoreSketchBuilder();
  builder.add(0, 0.25);

  expect(() => builder.add(actual, score)).toThrow(message);
  expect(builder.build()).toEqual(sketchOf([[0, 0.25]]));
});
