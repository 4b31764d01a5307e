import { amountOf, type Line } from './line';
import type { Allowance, PriceTable } from './price-table';
import { isPositive, minus, NOTHING, plus, type Quantity, quantity, smaller, times } from './quantity';

/** What an allowance takes off a bill. */
export interface Deduction {
  readonly allowance: Allowance;
  readonly price: string;
  readonly unit: string;
  readonly quantity: Quantity;
  /** Decimal text, 0 or below. */
  readonly amount: string;
}

/** What the always-free allowances of a month take off `lines`, after `before` has used its part of them. */
export function deductions(lines: readonly Line[], table: PriceTable, before: readonly Line[] = []): Deduction[] {
  return table.alwaysFree.flatMap((allowance) => {
    const taken = allowance.prices.map((price) => usedOf(price, before));
    let left = minus(quantity(allowance.units), plus(NOTHING, ...taken));
    return allowance.prices.flatMap((price) => {
      const row = table.prices.get(price);
      const free = smaller(usedOf(price, lines), left);
      if (!row || !isPositive(free)) return [];
      left = minus(left, free);
      return [{ allowance, price, unit: row.unit, quantity: free, amount: amountOf(times(free, -1n), row) }];
    });
  });
}

function usedOf(price: string, lines: readonly Line[]): Quantity {
  return plus(NOTHING, ...lines.filter((line) => line.price === price).map((line) => line.quantity));
}
