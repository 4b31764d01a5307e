import fc from 'fast-check';
import { SCORE_BINS, scoreBin, scoreBinEdge } from '../../../../lib/metrics/sketches/score-bin';

const probability = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: 0, max: 2 ** 20 }).map((part) => part / 2 ** 20),
  fc.integer({ min: 0, max: 2 ** 20 }).map((part) => 1 - part * 2 ** -53),
);

test.each([
  [0, 0],
  [-0, 0],
  [5e-324, 0],
  [2 ** -40 - 2 ** -93, 0],
  [2 ** -40, 1],
  [0.25, SCORE_BINS / 2 - 512],
  [0.5 - 2 ** -54, SCORE_BINS / 2 - 1],
  [0.5, SCORE_BINS / 2],
  [0.75, SCORE_BINS / 2 + 512],
  [1 - 2 ** -40 - 2 ** -53, SCORE_BINS - 2],
  [1 - 2 ** -40, SCORE_BINS - 1],
  [1, SCORE_BINS - 1],
])('%d is in bin %d, worked by hand', (score, bin) => {
  expect(scoreBin(score)).toBe(bin);
});

test('every edge belongs to the bin above it and rises', () => {
  const bins = Array.from({ length: SCORE_BINS }, (_, bin) => bin);
  const edges = bins.map(scoreBinEdge);

  expect(edges.map(scoreBin)).toEqual(bins);
  expect(bins.filter((bin) => bin > 0 && !((edges[bin - 1] as number) < (edges[bin] as number)))).toEqual([]);
});

test('no other probability is in a bin than those from its edge to below the next', () => {
  fc.assert(
    fc.property(probability, (score) => {
      const bin = scoreBin(score);
      expect(score).toBeGreaterThanOrEqual(scoreBinEdge(bin));
      if (bin + 1 < SCORE_BINS) expect(score).toBeLessThan(scoreBinEdge(bin + 1));
    }),
    { numRuns: 1000 },
  );
});

test('a bin is narrow beside the distance to 0 and to 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: SCORE_BINS - 2 }), (bin) => {
      const [edge, next] = [scoreBinEdge(bin), scoreBinEdge(bin + 1)];
      expect(next - edge).toBeLessThanOrEqual(Math.min(edge, 1 - next) / 512 + 1e-15);
    }),
  );
});
