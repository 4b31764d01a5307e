import type { ScoreSteps } from '../ranking/score-steps';
import { CompensatedSum } from '../statistics/compensated-sum';
import type { CalibrationBin } from './calibration-bins';

/** Fills calibration bins from steps from the highest score down, whose rows are known beforehand; see `calibrationBins`. */
export class CalibrationTally {
  private readonly binned: { rows: number; positives: number; readonly scores: CompensatedSum }[];
  /** Rows below the steps taken, and the bin that the last of these is in. */
  private below: number;
  private bin: number;

  public constructor(private readonly options: { readonly rows: number; readonly bins: number }) {
    const { rows, bins } = options;
    if (!(Number.isInteger(bins) && bins > 0)) throw new RangeError(`bins is ${bins}, expected a whole number from 1`);
    this.binned = Array.from({ length: bins }, () => ({ rows: 0, positives: 0, scores: new CompensatedSum() }));
    this.below = rows;
    this.bin = bins - 1;
  }

  public take({ length, score, positives, negatives }: ScoreSteps): void {
    const { rows, bins } = this.options;
    for (let step = 0; step < length; ) {
      const next = this.below - (positives[step] as number) - (negatives[step] as number);
      // Equal scores go where the first of them falls; one on a cut belongs below it.
      while (this.bin > 0 && next * bins <= this.bin * (rows - 1)) this.bin--;
      const cut = this.bin === 0 ? -1 : (this.bin * (rows - 1)) / bins;
      const before = this.below;
      let { below } = this;
      let found = 0;
      let scores = 0;
      for (; step < length; step++) {
        const gained = positives[step] as number;
        const size = gained + (negatives[step] as number);
        if (below - size <= cut) break;
        below -= size;
        found += gained;
        scores += size * (score[step] as number);
      }
      const bin = this.binned[this.bin] as (typeof this.binned)[number];
      bin.rows += before - below;
      bin.positives += found;
      bin.scores.add(scores);
      this.below = below;
    }
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
