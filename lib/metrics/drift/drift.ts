import type { CategoryCounts, Histogram } from './column-baseline';

/** How far one column has moved since its version was trained, and all that a page needs to draw it: plain data. */
export type ColumnDrift = {
  readonly name: string;
  readonly psi: number;
  /** From here on it is drift, given how many rows there are. */
  readonly limit: number;
  /** `psi / limit`: 1 and more is drift. */
  readonly ratio: number;
  /** In bits, missing values included. */
  readonly jensenShannon: number;
  /** Over the values that are not missing; null when one side has none, and of categories, which have no order. */
  readonly kolmogorovSmirnov: number | null;
  readonly missingRate: { readonly training: number; readonly now: number };
  /** Rows in each bin, missing values last; of categories, all other values before them. */
  readonly counts: { readonly training: readonly number[]; readonly now: readonly number[] };
} & (Pick<Histogram, 'edges'> | Pick<CategoryCounts, 'categories'>);

export interface DriftRules {
  /** How often undrifted data may be called drifted, all columns together, 0 to 1. */
  readonly falseAlarmRate: number;
  /** No column's limit is below it. */
  readonly smallestDrift: number;
}

export interface Drift {
  /** In the baseline's order. */
  readonly columns: readonly ColumnDrift[];
  /** Drift there is when its ratio is 1 or more. */
  readonly worst: ColumnDrift;
}
