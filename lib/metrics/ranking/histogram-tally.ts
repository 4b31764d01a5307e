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

/** Counts rows of each class in bins of one width from the lowest score to the highest, over steps from the highest down. */
export class HistogramTally {
  private readonly edges: readonly number[];
  private readonly positives: number[];
  private readonly negatives: number[];
  /** The bin of the last step taken. */
  private bin: number;

  public constructor({ lowest, highest, bins }: HistogramOptions) {
    if (!(Number.isInteger(bins) && bins > 0)) throw new RangeError(`bins is ${bins}, expected a whole number from 1`);
    const range = distinct(lowest, highest);
    const inner = (edge: number) => (range.lowest / bins) * (bins - edge) + (range.highest / bins) * edge;
    this.edges = Array.from({ length: bins + 1 }, (_, edge) =>
      edge === 0 ? range.lowest : edge === bins ? range.highest : inner(edge),
    );
    this.positives = Array(bins).fill(0);
    this.negatives = Array(bins).fill(0);
    this.bin = bins - 1;
  }

  public take({ length, score, positives, negatives }: ScoreSteps): void {
    for (let step = 0; step < length; ) {
      while (this.bin > 0 && (score[step] as number) < (this.edges[this.bin] as number)) this.bin--;
      const from = this.bin === 0 ? -Infinity : (this.edges[this.bin] as number);
      let found = 0;
      let others = 0;
      for (; step < length && (score[step] as number) >= from; step++) {
        found += positives[step] as number;
        others += negatives[step] as number;
      }
      this.positives[this.bin] = (this.positives[this.bin] as number) + found;
      this.negatives[this.bin] = (this.negatives[this.bin] as number) + others;
    }
  }

  public get histogram(): ScoreHistogram {
    const { edges, positives, negatives } = this;
    return { edges, positives, negatives };
  }
}

/** Between scores that hardly differ no edges can be drawn: then the range reaches to 0, and around it from -1 to 1. */
function distinct(lowest: number, highest: number): { readonly lowest: number; readonly highest: number } {
  const size = Math.max(Math.abs(lowest), Math.abs(highest));
  if (size < HARDLY) return { lowest: -1, highest: 1 };
  if (highest / size - lowest / size > HARDLY) return { lowest, highest };
  return { lowest: Math.min(lowest, 0), highest: Math.max(highest, 0) };
}
