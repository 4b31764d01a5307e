import type { ScoredRows } from '../shared/scored-rows';

/** Rows of one class in a block: small enough that what is left empty does not count, large enough to be few. */
const BLOCK = 2 ** 15;
const LABELS = [new Uint8Array(BLOCK), new Uint8Array(BLOCK).fill(1)] as const;

/**
 * Labels and scores of rows as they come, 8 bytes a row, however many come: which list a score stands in is its label. The
 * order of rows is not kept, only a mark of their labels' sequence.
 */
export class ScoreBlocks {
  /** Equal for equal sequences of labels, and for others once in four billion times (FNV-1a, 32 bits). */
  public labelMark = 0x811c9dc5 | 0;
  private readonly full: readonly [negatives: Float64Array[], positives: Float64Array[]] = [[], []];
  private negatives = new Float64Array(BLOCK);
  private positives = new Float64Array(BLOCK);
  private negativeSize = 0;
  private positiveSize = 0;

  /** Takes a row; `label` is 0 or 1, `score` finite. */
  public add(label: number, score: number): void {
    // Into both lists, of which one moves on: the processor would guess a branch by the label wrong every third row.
    this.negatives[this.negativeSize] = score;
    this.positives[this.positiveSize] = score;
    this.negativeSize += 1 - label;
    this.positiveSize += label;
    if (this.negativeSize === BLOCK || this.positiveSize === BLOCK) this.begin();
    this.labelMark = Math.imul(this.labelMark ^ label, 0x01000193);
  }

  /** All rows, in parts that hold one class each. */
  public get parts(): ScoredRows[] {
    const last = [this.negatives.subarray(0, this.negativeSize), this.positives.subarray(0, this.positiveSize)];
    return this.full.flatMap((blocks, label) =>
      [...blocks, last[label] as Float64Array].map((score) => ({
        score,
        actual: (LABELS[label] as Uint8Array).subarray(0, score.length),
      })),
    );
  }

  public get rows(): number {
    const [negatives, positives] = this.full;
    return (negatives.length + positives.length) * BLOCK + this.negativeSize + this.positiveSize;
  }

  private begin(): void {
    const [negatives, positives] = this.full;
    if (this.negativeSize === BLOCK) {
      negatives.push(this.negatives);
      this.negatives = new Float64Array(BLOCK);
      this.negativeSize = 0;
    }
    if (this.positiveSize === BLOCK) {
      positives.push(this.positives);
      this.positives = new Float64Array(BLOCK);
      this.positiveSize = 0;
    }
  }
}
