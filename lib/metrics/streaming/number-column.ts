import type { ColumnReader } from './column-reader';

/** A column of finite numbers; text that is one counts as well. */
export class NumberColumn implements ColumnReader {
  public readonly expected = 'a finite number';
  public readonly plain = 'decimal';

  public valueOf(value: unknown): number {
    return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') ? Number(value) : NaN;
  }
}
