/** Throws on a label other than 0 and 1 and on a score that is no probability, naming the row and the value. */
export function checkScoredRow(actual: number, score: number, row: number): void {
  if (actual !== 0 && actual !== 1) throw new RangeError(`actual[${row}] is ${actual}, expected 0 or 1`);
  if (!(score >= 0 && score <= 1))
    throw new RangeError(`score[${row}] is ${score}, expected a probability from 0 to 1`);
}
