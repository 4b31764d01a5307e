import { checkClasses } from '../shared/check-classes';
import { checkFinite } from '../shared/check-finite';
import type { MetricValue } from '../shared/metric-value';
import { checkSameLength } from '../shared/scored-rows';
import { rocAucScore } from './roc-auc-score';

/** Areas under the ROC curves of several classes, each against the rest. */
export interface OneVsRestRocAuc {
  /** By class; undefined when no row or every row is of that class. */
  readonly perClass: readonly MetricValue[];
  /** Mean over the classes whose area is defined. */
  readonly macro: MetricValue;
  /** How many those are. */
  readonly definedClasses: number;
}

/**
 * How well the score of each class tells its rows from all others. `actual` holds class indexes, `scores[class][row]` the
 * scores, a column a class. Throws on empty input, different lengths, a label without a column and a score that is not
 * finite, naming index and value.
 */
export function oneVsRestRocAuc({
  actual,
  scores,
}: {
  readonly actual: ArrayLike<number>;
  readonly scores: readonly ArrayLike<number>[];
}): OneVsRestRocAuc {
  checkClasses(actual, scores.length, 'actual');
  const perClass = scores.map((score, index) => {
    checkSameLength(actual, score, `actual and scores[${index}]`);
    checkFinite(score, `scores[${index}]`);
    return rocAucScore({ actual: Uint8Array.from(actual, (label) => (label === index ? 1 : 0)), score });
  });
  const areas = perClass.flatMap(({ value }) => value ?? []);
  const macro: MetricValue =
    areas.length === 0
      ? { value: null, reason: 'every row is of one class' }
      : { value: areas.reduce((sum, area) => sum + area) / areas.length };
  return { perClass, macro, definedClasses: areas.length };
}
