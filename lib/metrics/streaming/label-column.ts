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
  public readonly plain: Int8Array;
  private readonly texts: readonly [negative: string, positive: string];
  private readonly numbers: readonly [negative: number, positive: number];

  public constructor({ negative = '0', positive = '1' }: LabelValues = {}) {
    if (negative === positive) throw new RangeError(`positive and negative are both "${positive}"`);
    this.texts = [negative, positive];
    this.numbers = [Number(negative), Number(positive)];
    this.plain = new Int8Array(256).fill(-1);
    for (const [label, text] of this.texts.entries()) if (/^[!-~]$/.test(text)) this.plain[text.charCodeAt(0)] = label;
    this.expected = `${negative} or ${positive}`;
  }

  public valueOf(value: unknown): number {
    if (typeof value === 'object' || value === '') return NaN;
    const place = this.texts.indexOf(String(value));
    const found = place >= 0 ? place : this.numbers.indexOf(Number(value));
    return found >= 0 ? found : NaN;
  }
}
