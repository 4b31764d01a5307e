/** One row each: the true class (0 or 1) and the model's score, higher meaning more likely 1. */
export interface ScoredRows {
  readonly actual: ArrayLike<number>;
  readonly score: ArrayLike<number>;
}

/** Rows in one part or in many. */
export type ScoredParts = ScoredRows | readonly ScoredRows[];

/** Thrown when there is no row to measure. */
export class EmptyInputError extends Error {
  public override readonly name = 'EmptyInputError';
}

/** Counts the rows of class 1. Throws on anything but 0 and 1, naming index and value, and when there is no row. */
export function countPositives(labels: ArrayLike<number>, name: string): number {
  if (labels.length === 0) throw new EmptyInputError(`${name} needs at least 1 row`);
  let positives = 0;
  for (let index = 0; index < labels.length; index++) {
    const label = labels[index];
    if (label === 1) positives++;
    else if (label !== 0) throw new RangeError(`${name}[${index}] is ${label}, expected 0 or 1`);
  }
  return positives;
}

/** Throws when the two columns of rows differ in length. */
export function checkSameLength(first: ArrayLike<number>, second: ArrayLike<number>, names: string): void {
  if (first.length !== second.length)
    throw new RangeError(`${names} differ in length: ${first.length} and ${second.length}`);
}
