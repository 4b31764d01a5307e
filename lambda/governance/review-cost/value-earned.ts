import {
  type ConfusionMatrix,
  confusionMatrix,
  gainOverPolicy,
  type MetricValue,
  type Money,
  moneyFromNumber,
  netValue,
  rocAucScore,
} from '../../../lib/metrics';
import type { Goal } from '../../model-monitoring/measure-quality/goal';
import type { Use } from './count-use';
import type { Known } from './known';

/** What came of decisions whose outcome was told. */
export interface Earned {
  /** Rows: actual 0 and 1; columns: decided 0 and 1. */
  readonly matrix: ConfusionMatrix;
  /** Each outcome's count times its value in the business goal; what was lost is in it. */
  readonly value: Money;
  /** Of it, what neither acting on nobody nor on everybody would have brought; `policy` is the better of the two. */
  readonly beyondPolicy: { readonly policy: 'nobody' | 'everybody'; readonly value: Money };
}

/** Prices all joined outcomes with the goal's values; without any there is nothing to price. */
export function earned({ outcomes, joined }: Use, { outcomeValues, currency }: Goal): Known<Earned> {
  if (outcomes.value === null) return outcomes;
  const actual = joined.flatMap(({ rows }) => [...rows.actual]);
  const predicted = joined.flatMap(({ rows }) => [...rows.predicted]);
  if (actual.length === 0) return { value: null, reason: 'no outcome of a prediction was told in the period' };
  const matrix = confusionMatrix({ actual, predicted });
  const { policy, gain } = gainOverPolicy({ matrix, outcomeValues });
  const money = (amount: number) => moneyFromNumber({ amount, currency });
  return {
    value: {
      matrix,
      value: money(netValue({ matrix, outcomeValues })),
      beyondPolicy: { policy, value: money(gain) },
    },
  };
}

/** AUC of the version in service, on the outcomes of the period. */
export function reachedRocAuc({ joined, inService }: Use): MetricValue {
  const rows = joined.find(({ version }) => version === inService)?.rows;
  if (!rows || rows.actual.length === 0)
    return { value: null, reason: 'no outcome of the version in service was told in the period' };
  return rocAucScore(rows);
}
