import fc from 'fast-check';
import type { ScoredRows } from '../../../../lib/metrics';
import { operatingPoints } from '../../../../lib/metrics';
import { bucketScores } from '../../../../lib/metrics/ranking/bucket-scores';
import { CurveTally } from '../../../../lib/metrics/ranking/curve-tally';
import { scoreSteps } from '../../../../lib/metrics/ranking/score-steps';
import { scoredRows } from '../scored-rows-arbitrary';

function curve(rows: ScoredRows, maximum: number) {
  const bucketed = bucketScores(rows);
  const tally = new CurveTally({ ...bucketed, maximum });
  for (const steps of scoreSteps(bucketed)) tally.take(steps);
  return tally.points;
}

test('a drawn curve keeps its ends, its order and its limit, and every point is a true one', () => {
  fc.assert(
    fc.property(scoredRows, fc.integer({ min: 2, max: 50 }), (rows, maximum) => {
      const all = operatingPoints(rows);
      const kept = curve(rows, maximum);
      expect(kept.threshold.length).toBeLessThanOrEqual(Math.max(maximum, 2));
      expect(kept.threshold[0]).toBe(Infinity);
      expect([kept.truePositives.at(-1), kept.falsePositives.at(-1)]).toEqual([all.positives, all.negatives]);
      const places = [...kept.threshold].map((threshold) => all.threshold.indexOf(threshold));
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      for (const [point, place] of places.entries()) {
        expect(kept.truePositives[point]).toBe(all.truePositives[place]);
        expect(kept.falsePositives[point]).toBe(all.falsePositives[place]);
      }
    }),
  );
});

test('no stretch of the way is left out: neighbours are no further apart than a stretch and the step that crosses it', () => {
  const score = Array.from({ length: 5000 }, (_, row) => row);
  const actual = score.map((row) => (row % 500 === 0 ? 1 : 0));
  const { truePositives, falsePositives } = curve({ actual, score }, 100);

  expect(truePositives.length).toBeGreaterThan(50);
  for (let point = 1; point < truePositives.length; point++) {
    const found = ((truePositives[point] as number) - (truePositives[point - 1] as number)) / 10;
    const falseAlarms = ((falsePositives[point] as number) - (falsePositives[point - 1] as number)) / 4990;
    expect(found + falseAlarms).toBeLessThan(2 / 99 + 1 / 10 + 1e-9);
  }
});

test('a rare class shows: each of its rows that is found early has a point', () => {
  const score = Array.from({ length: 100_000 }, (_, row) => -row);
  const actual = score.map((_, row) => (row < 50 && row % 5 === 0 ? 1 : 0));

  expect([...curve({ actual, score }, 200).truePositives]).toEqual(
    expect.arrayContaining([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
  );
});

test('a curve cannot be drawn with less than its two ends', () => {
  expect(() => new CurveTally({ positives: 1, negatives: 1, maximum: 1 })).toThrow('maximum is 1, expected at least 2');
});
