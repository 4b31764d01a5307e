import type { Money } from './money';
import { type UnitCost, unitCost } from './unit-cost';

/**
 * What serving and monitoring cost for each user, counted once however often they came, in the same UTC days. Undefined
 * without one. Throws on users that are no count.
 */
export function costPerUser({ cost, users }: { readonly cost: Money; readonly users: number }): UnitCost {
  return unitCost({ cost, units: users, name: 'users', reason: 'there is no user' });
}
