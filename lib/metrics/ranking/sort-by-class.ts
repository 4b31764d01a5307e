import { checkSameLength, countPositives, type ScoredRows } from '../shared/scored-rows';
import { sortScores } from './sort-scores';

/**
 * The scores of each class in ascending order. Throws on empty input, different lengths, labels other than 0 and 1 and
 * scores that are not finite, naming index and value.
 */
export function sortByClass({ actual, score }: ScoredRows): {
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
} {
  checkSameLength(actual, score, 'actual and score');
  const positives = new Float64Array(countPositives(actual, 'actual'));
  const negatives = new Float64Array(actual.length - positives.length);
  let positive = 0;
  let negative = 0;
  for (let index = 0; index < score.length; index++) {
    const value = score[index] as number;
    if (!Number.isFinite(value)) throw new RangeError(`score[${index}] is ${value}, expected a finite number`);
    if (actual[index] === 1) positives[positive++] = value;
    else negatives[negative++] = value;
  }
  return { positives: sortScores(positives), negatives: sortScores(negatives) };
}
