import { checkCount } from '../shared/check-count';
import { divideHalfEven } from './divide-half-even';
import type { Money } from './money';

/** What one of many costs, or why that cannot be said. A single one is often cheaper than a micro-unit. */
export type UnitCost =
  | {
      /** Of one, to the micro-unit, halves to the even one: 0 when it is cheaper than half of it. */
      readonly value: Money;
      /** Of a thousand, rounded once. */
      readonly perThousand: Money;
      /** Of one in micro-units, not rounded: times the units it is the cost again. */
      readonly micros: number;
    }
  | { readonly value: null; readonly reason: string };

/** Spreads a cost over so many units; over none it is undefined, because of `reason`. Throws on units that are no count. */
export function unitCost({
  cost: { currency, micros },
  units,
  name,
  reason,
}: {
  readonly cost: Money;
  readonly units: number;
  readonly name: string;
  readonly reason: string;
}): UnitCost {
  checkCount(units, name);
  if (units === 0) return { value: null, reason };
  const ofMany = (count: bigint): Money => ({ currency, micros: divideHalfEven(count * micros, BigInt(units)) });
  return { value: ofMany(1n), perThousand: ofMany(1000n), micros: Number(micros) / units };
}
