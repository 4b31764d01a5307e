import type { CalibrationBin } from '../probability/calibration-bins';
import { checkKind } from './check-kind';
import { checkScoredRow } from './check-scored-row';
import { CountTable } from './count-table';
import { ExactNumber } from './exact-number';
import { ExactSum } from './exact-sum';
import type { Sketch, TableCounts } from './sketch';

const KIND = 'calibration-sketch/1';

/** What was promised and what came, in bins of one width. */
export interface CalibrationSketch extends Sketch {
  readonly bins: number;
  /** Rows by class, then by bin. */
  readonly counts: TableCounts;
  /** Of the scores, by bin; only of bins that hold rows. */
  readonly sums: Readonly<Record<string, string>>;
}

/**
 * Counts rows, one at a time, in bins of the score of one width; 1 is in the last. Fixed bins merge, which those of equally
 * many rows, as `calibrationBins` makes them, cannot.
 */
export class CalibrationSketchBuilder {
  private readonly bins: number;
  private readonly table: CountTable;
  private readonly scores: readonly ExactSum[];
  private rows = 0;

  public constructor({ bins = 10 }: { readonly bins?: number } = {}) {
    if (!(Number.isInteger(bins) && bins > 0)) throw new RangeError(`bins is ${bins}, expected a whole number from 1`);
    this.bins = bins;
    this.table = new CountTable([bins, bins]);
    this.scores = Array.from({ length: bins }, () => new ExactSum());
  }

  /** Throws on a label other than 0 and 1 and on a score outside 0 to 1, naming row and value. */
  public add(actual: number, score: number): void {
    checkScoredRow(actual, score, this.rows);
    const bin = Math.min(Math.floor(score * this.bins), this.bins - 1);
    this.table.add(actual, bin);
    this.scores[bin]?.add(score);
    this.rows++;
  }

  public build(): CalibrationSketch {
    const { bins } = this;
    const { counts } = this.table;
    const sums = Object.fromEntries(filledBins(counts).map((bin) => [bin, String(this.scores[bin]?.total)]));
    return { kind: KIND, bins, counts, sums };
  }
}

/** The bins that hold rows, by rising score; `expectedCalibrationError` takes them. */
export function sketchedCalibrationBins(sketch: CalibrationSketch): CalibrationBin[] {
  checkKind(sketch, KIND);
  return filledBins(sketch.counts).map((bin) => {
    const positives = sketch.counts[1]?.[bin] ?? 0;
    const rows = positives + (sketch.counts[0]?.[bin] ?? 0);
    const scores = ExactNumber.parse(sketch.sums[bin] as string);
    return { rows, meanScore: scores.dividedBy(ExactNumber.of(rows)), positiveShare: positives / rows };
  });
}

function filledBins(counts: TableCounts): number[] {
  return Object.keys({ ...counts[0], ...counts[1] }).map(Number);
}
