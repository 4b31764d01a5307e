import { bucketScores } from '../ranking/bucket-scores';
import { scoreSteps } from '../ranking/score-steps';
import type { ScoredRows } from '../shared/scored-rows';
import { CalibrationTally } from './calibration-tally';
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
  checkProbabilities(rows);
  const tally = new CalibrationTally({ rows: rows.actual.length, bins });
  for (const steps of scoreSteps(bucketScores(rows))) tally.take(steps);
  return tally.bins;
}
