/** Rows of one column, by bin. */
export interface ColumnCounts {
  readonly counts: readonly number[];
  readonly missing: number;
}

/** Rows of a column of numbers. A bin goes from an edge to below the next; the outer two are open, so no edge is infinite. */
export interface Histogram extends ColumnCounts {
  /** Never falling. Edges at one value leave bins between them that nobody is in. */
  readonly edges: readonly number[];
  /** One more than edges. */
  readonly counts: readonly number[];
}

export type Category = string | number | boolean;

/** Rows of a column whose values have no order, by value. */
export interface CategoryCounts extends ColumnCounts {
  /** No two alike. */
  readonly categories: readonly Category[];
  /** One more than categories: the last counts all other values, such as those never seen before. */
  readonly counts: readonly number[];
}

/** What one column looked like when a version was trained: plain data, which JSON carries unchanged. */
export type ColumnBaseline = { readonly name: string } & (Histogram | CategoryCounts);
