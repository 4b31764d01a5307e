import fc from 'fast-check';
import { operatingPoints, precisionRecallCurve, rocCurve } from '../../../../lib/metrics';
import { scoredRows } from '../scored-rows-arbitrary';

/** scikit-learn 1.5.2: roc_curve(drop_intermediate=False) and precision_recall_curve, the latter read backwards. */
const TIED = { actual: [0, 1, 0, 1], score: [0.1, 0.5, 0.5, 0.9] };
const UNTIED = { actual: [0, 0, 1, 1], score: [0.1, 0.4, 0.35, 0.8] };

test('tied scores are one operating point, and nobody is predicted positive at the first', () => {
  const points = operatingPoints(TIED);

  expect([...points.threshold]).toEqual([Number.POSITIVE_INFINITY, 0.9, 0.5, 0.1]);
  expect([...points.truePositives]).toEqual([0, 1, 2, 2]);
  expect([...points.falsePositives]).toEqual([0, 0, 1, 2]);
  expect(points).toMatchObject({ positives: 2, negatives: 2 });
});

test.each([
  ['tied', TIED, [0, 0, 0.5, 1], [0, 0.5, 1, 1]],
  ['untied', UNTIED, [0, 0, 0.5, 0.5, 1], [0, 0.5, 0.5, 1, 1]],
])('ROC curve of %s scores', (_, rows, falsePositiveRates, truePositiveRates) => {
  expect(rocCurve(operatingPoints(rows))).toEqual({ falsePositiveRates, truePositiveRates });
});

test.each([
  ['tied', TIED, [1, 1, 2 / 3, 0.5], [0, 0.5, 1, 1]],
  ['untied', UNTIED, [1, 1, 0.5, 2 / 3, 0.5], [0, 0.5, 0.5, 1, 1]],
])('precision-recall curve of %s scores', (_, rows, precisions, recalls) => {
  expect(precisionRecallCurve(operatingPoints(rows))).toEqual({ precisions, recalls });
});

test('there is no ROC curve without both classes, and no precision-recall curve without positives', () => {
  const negatives = operatingPoints({ actual: [0, 0], score: [0.1, 0.2] });
  const positives = operatingPoints({ actual: [1, 1], score: [0.1, 0.2] });

  expect([rocCurve(negatives), rocCurve(positives), precisionRecallCurve(negatives)]).toEqual([null, null, null]);
  expect(precisionRecallCurve(positives)).toEqual({ precisions: [1, 1, 1], recalls: [0, 0.5, 1] });
});

test('each operating point counts the rows that score at least its threshold', () => {
  fc.assert(
    fc.property(scoredRows, (rows) => {
      const points = operatingPoints(rows);
      const reached = (label: number, threshold: number) =>
        rows.score.filter((score, index) => rows.actual[index] === label && score >= threshold).length;
      points.threshold.forEach((threshold, index) => {
        expect(points.truePositives[index]).toBe(reached(1, threshold));
        expect(points.falsePositives[index]).toBe(reached(0, threshold));
      });
      expect(points.threshold.length).toBe(new Set(rows.score.map((score) => score + 0)).size + 1);
    }),
  );
});
