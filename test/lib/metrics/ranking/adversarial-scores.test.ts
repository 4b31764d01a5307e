import { evaluateBinary, operatingPoints, rocAucScore } from '../../../../lib/metrics';
import { SeededRandom } from '../../../../scripts/sample/seeded-random';

const ROWS = 30_000;
const random = new SeededRandom(1, 'adversarial');
const share = Float64Array.from({ length: ROWS }, () => random.uniform());
const actual = Uint8Array.from(share, (each) => Number(random.uniform() < 0.2 + 0.4 * each));
const withOutliers = (...outliers: number[]) => Float64Array.from(share, (each, row) => outliers[row] ?? each);

/** Scores that a sort by buckets of equal width could stumble over. */
const SCORES: Record<string, Float64Array | Float32Array> = {
  'spread evenly': share,
  'of 32 bits': Float32Array.from(share),
  'all equal': share.map(() => 0.5),
  'of two values': share.map((each) => (each > 0.3 ? 0.3 : 0.2)),
  'of a hundred values': share.map((each) => Math.round(each * 100) / 100),
  'of any sign': share.map((each) => Math.log(each / (1 - each))),
  'already in order': share.slice().sort(),
  'in reverse': share.slice().sort().reverse(),
  'with equal upper halves': share.map((each) => 1 + each * 2 ** -30),
  'that differ in the last bits': share.map((each) => 1 + Math.round(each * 4000) * Number.EPSILON),
  'with one far above': withOutliers(1e300),
  'with some far above each other': withOutliers(1e300, 1e250, 1e200, 1e150, 1e100, 1e50, 1e25, 1e12, 1e6, 1e3),
  'with the largest and the smallest number': withOutliers(Number.MAX_VALUE, -Number.MAX_VALUE),
  'crowded at 0': share.map((each) => each ** 40),
  'of all magnitudes': share.map((each) => 10 ** (600 * each - 300)),
  'too small for all digits': share.map((each) => each * 1e-310),
  'of the smallest numbers there are': share.map((each) => Math.round(each * 50) * Number.MIN_VALUE),
  'of a few magnitudes': share.map((each) => 10 ** (40 * Math.round(15 * each - 7.5))),
  'with both zeros': share.map((each) => (each < 0.5 ? -0 : 0)),
};

/** Mann and Whitney by mid-ranks, after a sort that everybody has. */
function byMidRanks(score: ArrayLike<number>): number {
  const order = Array.from(score, (_, row) => row).sort((a, b) => (score[a] as number) - (score[b] as number));
  let [ranks, positives] = [0, 0];
  for (let first = 0; first < ROWS; ) {
    let end = first;
    while (end < ROWS && score[order[end] as number] === score[order[first] as number]) end++;
    const found = order.slice(first, end).filter((row) => actual[row] === 1).length;
    ranks += (found * (first + 1 + end)) / 2;
    positives += found;
    first = end;
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (ROWS - positives));
}

test.each(Object.entries(SCORES))('scores %s have the area that mid-ranks give, to the last digit', (_, score) => {
  const area = byMidRanks(score);

  expect(rocAucScore({ actual, score }).value).toBeCloseTo(area, 14);
  // The other way to the same number: from one distinct score to the next.
  expect(evaluateBinary({ actual, score }).rocAuc).toEqual(rocAucScore({ actual, score }));
});

test.each(Object.entries(SCORES))('scores %s have an operating point for each that differs, in order', (_, score) => {
  const { threshold, truePositives, falsePositives } = operatingPoints({ actual, score });

  const distinct = [...new Set(Float64Array.from(score, (each) => each + 0))].sort((a, b) => b - a);
  expect(threshold.length).toBe(distinct.length + 1);
  expect(threshold.subarray(1)).toEqual(Float64Array.from(distinct));
  expect((truePositives.at(-1) as number) + (falsePositives.at(-1) as number)).toBe(ROWS);
});
