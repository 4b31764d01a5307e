import type { ByteCursor } from './byte-cursor';

/** How a column's values become numbers; NaN or infinite is none. */
export interface ColumnReader {
  /** What a value has to be, in words. */
  readonly expected: string;
  /** From the field of a CSV line, after which the cursor stands behind the field. */
  fromField(cursor: ByteCursor): number;
  /** From a member of a JSON line. */
  fromMember(value: unknown): number;
}
