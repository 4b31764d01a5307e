import type { Money } from './money';
import { type UnitCost, unitCost } from './unit-cost';

/**
 * What serving and monitoring cost for each prediction that succeeded in the same UTC days. Undefined without one: what
 * waiting cost is the `cost` itself. Throws on predictions that are no count.
 */
export function costPerPrediction({
  cost,
  predictions,
}: {
  readonly cost: Money;
  readonly predictions: number;
}): UnitCost {
  return unitCost({ cost, units: predictions, name: 'predictions', reason: 'there is no prediction' });
}
