import { checkSameLength, countPositives, type ScoredRows } from '../shared/scored-rows';

/**
 * Throws on empty input, different lengths, labels other than 0 and 1 and the first score that is no probability, naming
 * index and value.
 */
export function checkProbabilities({ actual, score }: ScoredRows): void {
  checkSameLength(actual, score, 'actual and score');
  countPositives(actual, 'actual');
  for (let index = 0; index < score.length; index++) {
    const value = score[index] as number;
    if (!(value >= 0 && value <= 1))
      throw new RangeError(`score[${index}] is ${value}, expected a probability from 0 to 1`);
  }
}
