import type { ConfusionMatrix } from '../classification/confusion-matrix';
import { EmptyInputError } from '../shared/scored-rows';
import { differenceInPositiveProportions } from './difference-in-positive-proportions';
import { disparateImpact } from './disparate-impact';
import { equalOpportunityDifference } from './equal-opportunity-difference';
import type { GroupFairness } from './facet-group';

/**
 * Each group of a facet against all others together, in the order given (see `facetMatrices`). With one group there are no
 * others, so nothing is defined. Throws when there is no group.
 */
export function fairnessByGroup<Group extends string | number>(
  matrices: ReadonlyMap<Group, ConfusionMatrix>,
): GroupFairness<Group>[] {
  if (matrices.size === 0) throw new EmptyInputError('matrices needs at least 1 group');
  const all = [...matrices.values()].reduce((sum, matrix) => combine(sum, matrix, 1));
  return [...matrices].map(([group, matrix]) => {
    const facetGroup = { group: matrix, others: combine(all, matrix, -1) };
    return {
      group,
      matrix,
      disparateImpact: disparateImpact(facetGroup),
      differenceInPositiveProportions: differenceInPositiveProportions(facetGroup),
      equalOpportunityDifference: equalOpportunityDifference(facetGroup),
    };
  });
}

function combine([[tn, fp], [fn, tp]]: ConfusionMatrix, other: ConfusionMatrix, sign: 1 | -1): ConfusionMatrix {
  return [
    [tn + sign * other[0][0], fp + sign * other[0][1]],
    [fn + sign * other[1][0], tp + sign * other[1][1]],
  ];
}
