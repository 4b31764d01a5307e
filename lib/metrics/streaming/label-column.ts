import { type ByteCursor, COMMA, NEW_LINE } from './byte-cursor';
import type { ColumnReader } from './column-reader';

/** The two values of a label as a stream writes them. */
export interface LabelValues {
  /** @default '1' */
  readonly positive?: string;
  /** @default '0' */
  readonly negative?: string;
}

/** A column of two values: 1 for the positive, 0 for the negative. Numbers count by their value, as 1.0 and true for 1. */
export class LabelColumn implements ColumnReader {
  public readonly expected: string;
  private readonly texts: readonly [negative: string, positive: string];
  private readonly numbers: readonly [negative: number, positive: number];
  /** The byte that each value is; -1 when it is more than one. */
  private readonly negativeByte: number;
  private readonly positiveByte: number;

  public constructor({ negative = '0', positive = '1' }: LabelValues = {}) {
    if (negative === positive) throw new RangeError(`positive and negative are both "${positive}"`);
    const byte = (text: string) => (text.length === 1 ? text.charCodeAt(0) : -1);
    this.texts = [negative, positive];
    this.numbers = [Number(negative), Number(positive)];
    this.negativeByte = byte(negative);
    this.positiveByte = byte(positive);
    this.expected = `${negative} or ${positive}`;
  }

  public fromField(cursor: ByteCursor): number {
    const { bytes, at } = cursor;
    const end = bytes[at + 1];
    if (end === COMMA || end === NEW_LINE) {
      const byte = bytes[at];
      const isPositive = byte === this.positiveByte;
      if (isPositive || byte === this.negativeByte) {
        cursor.at = at + 1;
        return isPositive ? 1 : 0;
      }
    }
    return this.fromMember(cursor.readText());
  }

  public fromMember(value: unknown): number {
    if (typeof value === 'object' || value === '') return NaN;
    const place = this.texts.indexOf(String(value));
    const found = place >= 0 ? place : this.numbers.indexOf(Number(value));
    return found >= 0 ? found : NaN;
  }
}
