/** Rows by two whole numbers, such as the class and the bin; what is 0 is left out, the outer ones are all there. */
export type TableCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/**
 * What some rows come to, as plain data that JSON carries unchanged; `mergeSketches` makes one of two. Names in `counts` and
 * `sums` are whole numbers, which objects keep in order, or stand in every sketch of the kind: so equal sketches have
 * equal JSON. All fields but the last three say how rows were counted, and have to be equal to be merged.
 */
export interface Sketch {
  /** Name and version of the layout. */
  readonly kind: string;
  /** Whole numbers, which merging adds. */
  readonly counts?: Readonly<Record<string, number>> | TableCounts;
  /** Texts of `ExactNumber`, which merging adds. */
  readonly sums?: Readonly<Record<string, string>>;
  readonly parts?: Readonly<Record<string, Sketch>>;
}
