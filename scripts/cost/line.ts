import type { Price, PriceTable } from './price-table';
import { brief, dividedBy, type Quantity, rounded, times } from './quantity';

/** What is used of one thing that has a price. */
export interface Usage {
  /** What it is for, in words. */
  readonly what: string;
  /** Id of a row of the price table. */
  readonly price: string;
  /** In the unit of that row. */
  readonly quantity: Quantity;
}

/** A usage and where it comes from. */
export interface PlacedUsage extends Usage {
  readonly phase: string;
  /** `Stack/LogicalId`, or the step or table that it follows from. */
  readonly from: string;
}

/** One line of a bill. */
export interface Line extends PlacedUsage {
  readonly row: Price;
  /** Decimal text of `DECIMALS` decimals: `sumDecimals` adds such texts exactly. */
  readonly amount: string;
}

/** Something that the estimate knows to cost, and cannot say how much. */
export interface Unpriced {
  readonly what: string;
  readonly from: string;
  readonly reason: string;
}

export interface Priced {
  readonly lines: readonly Line[];
  readonly unpriced: readonly Unpriced[];
}

/** Finer than a micro-unit by a million: a second of a small function is cheaper than that. */
const DECIMALS = 12;

/** Puts a price to every usage that the table knows; the others are unpriced, never free. */
export function priced(usages: readonly PlacedUsage[], table: PriceTable): Priced {
  const lines: Line[] = [];
  const unpriced: Unpriced[] = [];
  for (const usage of usages) {
    const row = table.prices.get(usage.price);
    if (row) lines.push({ ...usage, row, amount: amountOf(usage.quantity, row) });
    else
      unpriced.push({
        what: `${usage.what} (${brief(usage.quantity)} of ${usage.price})`,
        from: usage.from,
        reason: `${table.region} has no price of ${usage.price}`,
      });
  }
  return { lines, unpriced };
}

/** The exact cost of so many units. */
export function costOf(quantity: Quantity, { amount, per }: Pick<Price, 'amount' | 'per'>): Quantity {
  return dividedBy(times(quantity, amount), per);
}

/** Decimal text of a cost, as lines carry it. */
export function amountOf(quantity: Quantity, row: Pick<Price, 'amount' | 'per'>): string {
  return rounded(costOf(quantity, row), DECIMALS);
}
