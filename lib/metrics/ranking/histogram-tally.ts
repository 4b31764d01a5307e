import type { ScoreSteps } from './score-steps';

/**
 * Rows of each class by score, in bins of one width; a bin goes from its edge to below the next, the last includes its end.
 */
export interface ScoreHistogram {
  /** One more than bins. */
  readonly edges: readonly number[];
  readonly positives: readonly number[];
  readonly negatives: readonly number[];
}

const HARDLY = 1e-9;

interface HistogramOptions {
  readonly lowest: number;
  readonly highest: number;
  readonly bins: number;
}

/** Counts rows of each class in bins of one width from the lowest score to the highest, over steps in any order. */
export class HistogramTally {
  private readonly edges: Float64Array;
  private readonly positives: Float64Array;
  private readonly negatives: Float64Array;
  private readonly width: number;

  public constructor({ lowest, highest, bins }: HistogramOptions) {
    if (!(Number.isInteger(bins) && bins > 0)) throw new RangeError(`bins is ${bins}, expected a whole number from 1`);
    const range = distinct(lowest, highest);
    this.width = range.highest / bins - range.lowest / bins;
    const inner = (edge: number) => (range.lowest / bins) * (bins - edge) + (range.highest / bins) * edge;
    this.edges = Float64Array.from({ length: bins + 1 }, (_, edge) =>
      edge === 0 ? range.lowest : edge === bins ? range.highest : inner(edge),
    );
    this.positives = new Float64Array(bins);
    this.negatives = new Float64Array(bins);
  }

  public take({ length, score, positives, negatives }: ScoreSteps): void {
    const { edges, width } = this;
    const last = this.positives.length - 1;
    const perUnit = 1 / width;
    const first = (edges[0] as number) * perUnit;
    for (let step = 0; step < length; step++) {
      const value = score[step] as number;
      // Not `(value - lowest) * perUnit`: the distance may be beyond what doubles hold.
      let bin = Math.min((value * perUnit - first) | 0, last);
      // Rounding may miss by one; an edge belongs to the bin above it.
      if (bin < last && value >= (edges[bin + 1] as number)) bin++;
      else if (bin > 0 && value < (edges[bin] as number)) bin--;
      this.positives[bin] = (this.positives[bin] as number) + (positives[step] as number);
      this.negatives[bin] = (this.negatives[bin] as number) + (negatives[step] as number);
    }
  }

  public get histogram(): ScoreHistogram {
    const { edges, positives, negatives } = this;
    return { edges: Array.from(edges), positives: Array.from(positives), negatives: Array.from(negatives) };
  }
}

/** Between scores that hardly differ no edges can be drawn: then the range reaches to 0, and around it from -1 to 1. */
function distinct(lowest: number, highest: number): { readonly lowest: number; readonly highest: number } {
  const size = Math.max(Math.abs(lowest), Math.abs(highest));
  if (size < HARDLY) return { lowest: -1, highest: 1 };
  if (highest / size - lowest / size > HARDLY) return { lowest, highest };
  return { lowest: Math.min(lowest, 0), highest: Math.max(highest, 0) };
}
