import type { ScoredRows } from '../shared/scored-rows';

/** Rows of one class in a block: small enough that what is left empty does not count, large enough to be few. */
const BLOCK = 2 ** 15;
const LABELS = [new Uint8Array(BLOCK), new Uint8Array(BLOCK).fill(1)] as const;

/** One class's scores: a list of blocks, the last of them not full. */
class ClassScores {
  public readonly full: Float64Array[] = [];
  public block = new Float64Array(BLOCK);
  public size = 0;
}

/**
 * Labels and scores of rows as they come, 8 bytes a row, however many come: which list a score stands in is its label. The
 * order of rows is not kept, only a mark of their labels' sequence.
 */
export class ScoreBlocks {
  public rows = 0;
  /** Equal for equal sequences of labels, and for others once in four billion times (FNV-1a, 32 bits). */
  public labelMark = 0x811c9dc5 | 0;
  private readonly classes = [new ClassScores(), new ClassScores()] as const;

  /** Takes a row; `label` is 0 or 1, `score` finite. */
  public add(label: number, score: number): void {
    const scores = label === 1 ? this.classes[1] : this.classes[0];
    scores.block[scores.size++] = score;
    if (scores.size === BLOCK) {
      scores.full.push(scores.block);
      scores.block = new Float64Array(BLOCK);
      scores.size = 0;
    }
    this.labelMark = Math.imul(this.labelMark ^ label, 0x01000193);
    this.rows++;
  }

  /** All rows, in parts that hold one class each. */
  public get parts(): ScoredRows[] {
    return this.classes.flatMap(({ full, block, size }, label) =>
      [...full, block.subarray(0, size)].map((score) => ({
        score,
        actual: (LABELS[label] as Uint8Array).subarray(0, score.length),
      })),
    );
  }
}
