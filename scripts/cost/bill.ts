import { type Money, sumDecimals } from '../../lib/metrics';
import { type Deduction, deductions } from './always-free';
import type { Line } from './line';
import type { PriceTable } from './price-table';

/** Lines and what they come to, rounded once. */
export interface Bill {
  readonly lines: readonly Line[];
  readonly deductions: readonly Deduction[];
  /** At list prices. */
  readonly full: Money;
  /** After the always-free allowances of a month. */
  readonly afterFree: Money;
}

/** Adds up `lines`; `before` has used its part of the month's allowances already. */
export function billOf(lines: readonly Line[], table: PriceTable, before: readonly Line[] = []): Bill {
  const free = deductions(lines, table, before);
  return {
    lines,
    deductions: free,
    full: total(lines, table.currency),
    afterFree: total([...lines, ...free], table.currency),
  };
}

export function total(amounts: readonly { readonly amount: string }[], currency: string): Money {
  return sumDecimals({ amounts: amounts.map(({ amount }) => amount), currency });
}

/** The lines by what `name` says of them, the dearest first. */
export function grouped(
  lines: readonly Line[],
  name: (line: Line) => string,
  currency: string,
): readonly { readonly name: string; readonly cost: Money }[] {
  const names = [...new Set(lines.map(name))];
  const groups = names.map((each) => ({
    name: each,
    cost: total(
      lines.filter((line) => name(line) === each),
      currency,
    ),
  }));
  return groups.sort((one, other) => (one.cost.micros < other.cost.micros ? 1 : -1));
}
