import type { ScoreSteps } from '../ranking/score-steps';
import { CompensatedSum } from '../statistics/compensated-sum';
import type { CalibrationBin } from './calibration-bins';

/** Fills calibration bins from steps from the highest score down, whose rows are known beforehand; see `calibrationBins`. */
export class CalibrationTally {
  private readonly binned: { rows: number; positives: number; readonly scores: CompensatedSum }[];
  /** Rows below the steps taken. */
  private below: number;

  public constructor(private readonly options: { readonly rows: number; readonly bins: number }) {
    const { rows, bins } = options;
    if (!(Number.isInteger(bins) && bins > 0)) throw new RangeError(`bins is ${bins}, expected a whole number from 1`);
    this.binned = Array.from({ length: bins }, () => ({ rows: 0, positives: 0, scores: new CompensatedSum() }));
    this.below = rows;
  }

  public take({ length, score, positives, negatives }: ScoreSteps): void {
    const { bins, rows } = this.options;
    let below = this.below;
    for (let step = 0; step < length; step++) {
      const found = positives[step] as number;
      const size = found + (negatives[step] as number);
      below -= size;
      // Equal scores go where the first of them falls; one on a cut belongs below it.
      const place = below === 0 ? 0 : Math.ceil((below * bins) / (rows - 1)) - 1;
      const bin = this.binned[place] as (typeof this.binned)[number];
      bin.rows += size;
      bin.positives += found;
      bin.scores.add(size * (score[step] as number));
    }
    this.below = below;
  }

  /** By rising score, without the empty ones. */
  public get bins(): CalibrationBin[] {
    return this.binned
      .filter(({ rows }) => rows > 0)
      .map(({ rows, positives, scores }) => ({
        rows,
        meanScore: scores.value / rows,
        positiveShare: positives / rows,
      }));
  }
}
