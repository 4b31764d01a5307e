import { CalibrationTally } from '../probability/calibration-tally';
import { expectedCalibrationError } from '../probability/expected-calibration-error';
import { LossTally } from '../probability/loss-tally';
import type { BucketedScores } from '../ranking/bucket-scores';
import type { ScoreSteps } from '../ranking/score-steps';
import type { BinaryReport } from '../report/binary-report';

const CALIBRATION_BINS = 10;

/** The part of a report that asks scores to be probabilities. */
type Probabilities = Pick<BinaryReport, 'logLoss' | 'brierScore' | 'expectedCalibrationError' | 'calibrationBins'>;

/** Collects over steps what can be said of probabilities; of other scores it says why nothing can. */
export class ProbabilityTally {
  private readonly loss = new LossTally();
  private readonly calibration: CalibrationTally;
  private readonly reason: string | undefined;

  public constructor({ positives, negatives, lowest, highest }: Omit<BucketedScores, 'buckets'>) {
    this.calibration = new CalibrationTally({ rows: positives + negatives, bins: CALIBRATION_BINS });
    if (lowest < 0 || highest > 1) this.reason = `scores from ${lowest} to ${highest} are no probabilities`;
  }

  public take(steps: ScoreSteps): void {
    if (this.reason) return;
    this.loss.take(steps);
    this.calibration.take(steps);
  }

  public get probabilities(): Probabilities {
    if (this.reason) {
      const none = { value: null, reason: this.reason };
      return { logLoss: none, brierScore: none, expectedCalibrationError: none, calibrationBins: [] };
    }
    const calibrationBins = this.calibration.bins;
    return {
      logLoss: { value: this.loss.logLoss },
      brierScore: { value: this.loss.brierScore },
      expectedCalibrationError: { value: expectedCalibrationError(calibrationBins) },
      calibrationBins,
    };
  }
}
