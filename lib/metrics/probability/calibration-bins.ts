import { operatingPoints } from '../ranking/operating-points';
import type { ScoredRows } from '../shared/scored-rows';
import { CompensatedSum } from '../statistics/compensated-sum';
import { checkProbabilities } from './check-probabilities';

/** Rows of neighbouring scores: what the model promised and what came. */
export interface CalibrationBin {
  readonly rows: number;
  /** Mean of the scores. */
  readonly meanScore: number;
  /** Share of the rows that are positive. */
  readonly positiveShare: number;
}

/**
 * At most `bins` bins by rising score, each of as many rows as the next, give or take one, where all scores differ. They
 * are cut at the interpolated quantiles of the scores; a score on a cut belongs below it. So equal scores are never
 * parted: all go where the first of them falls, and a bin that gets no row is left out. The same bins as scikit-learn's
 * `calibration_curve` with the strategy `quantile`. Throws as `logLoss` does, and when `bins` is no whole number from 1.
 */
export function calibrationBins({
  rows,
  bins,
}: {
  readonly rows: ScoredRows;
  readonly bins: number;
}): CalibrationBin[] {
  if (!(Number.isInteger(bins) && bins > 0)) throw new RangeError(`bins is ${bins}, expected a whole number from 1`);
  checkProbabilities(rows);
  const { threshold, truePositives, falsePositives } = operatingPoints(rows);
  const last = rows.actual.length - 1;
  const binned = Array.from({ length: bins }, () => ({ rows: 0, positives: 0, scores: new CompensatedSum() }));
  // Equal scores are one operating point; it stands where the rows below it end.
  for (let point = 1, counted = 0, found = 0; point < threshold.length; point++) {
    const positives = (truePositives[point] as number) - found;
    const size = (falsePositives[point] as number) + found + positives - counted;
    counted += size;
    found += positives;
    const below = last + 1 - counted;
    const bin = binned[below === 0 ? 0 : Math.ceil((below * bins) / last) - 1] as (typeof binned)[number];
    bin.rows += size;
    bin.positives += positives;
    bin.scores.add(size * (threshold[point] as number));
  }
  return binned
    .filter((bin) => bin.rows > 0)
    .map((bin) => ({
      rows: bin.rows,
      meanScore: bin.scores.value / bin.rows,
      positiveShare: bin.positives / bin.rows,
    }));
}
