/** How a column's values become numbers; NaN or infinite is none. */
export interface ColumnReader {
  /** What a value has to be, in words. */
  readonly expected: string;
  /** What a field may be that `PlainRows` takes: a decimal, or a byte that means a number (-1 is none). */
  readonly plain: 'decimal' | 'never' | Int8Array;
  /** From the text of a CSV field, or a member of a JSON line. */
  valueOf(value: unknown): number;
}
