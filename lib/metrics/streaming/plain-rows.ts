import { CARRIAGE_RETURN, COMMA, MINUS, NEW_LINE, NINE, POINT, QUOTE, ZERO } from './bytes';
import { divideExactly, POWERS_OF_TEN } from './divide-exactly';
import type { Places } from './find-columns';
import type { RowSink } from './row-format';

/** Digits that fit a 32-bit number, and how many more still make a whole number below 2^53. */
const DIGITS = 9;
const MORE_DIGITS = 6;

/**
 * Takes lines as nearly all are: fields without quotation, labels of one byte, decimals of up to 18 digits. One function with
 * everything in it, since calls and fields would cost more than the work: it is several times as fast as reading fields.
 */
export class PlainRows {
  public rows = 0;

  public constructor(
    private readonly places: Places,
    /** What a byte in the true column means, -1 for nothing; null when decimals stand there. */
    private readonly labels: Int8Array | null,
    private readonly sink: RowSink,
  ) {}

  /** Takes lines from `start` to before `end`; returns where the first begins that is not plain, for others to judge. */
  public take(bytes: Uint8Array, start: number, end: number): number {
    const { places, labels, sink } = this;
    const { actual: actualColumn, predicted: predictedColumn, count } = places;
    let line = start;
    while (line < end) {
      let at = line;
      let actual = 0;
      let predicted = 0;
      let column = 0;
      for (;;) {
        let byte = bytes[at] as number;
        if (column === actualColumn && labels !== null) {
          actual = labels[byte] as number;
          if (actual < 0) return line;
          byte = bytes[++at] as number;
        } else if (column === actualColumn || column === predictedColumn) {
          const isNegative = byte === MINUS;
          if (isNegative) byte = bytes[++at] as number;
          const first = at;
          // Two whole numbers of nine digits, `lower` behind `upper`: the processor is quickest with 32 bits.
          let upper = 0;
          let lower = 0;
          let lowerDigits = 0;
          let decimals = 0;
          for (; byte >= ZERO && byte <= NINE && at - first < DIGITS; byte = bytes[++at] as number)
            upper = (Math.imul(upper, 10) + byte - ZERO) | 0;
          let digits = at - first;
          if (digits === 0) return line;
          if (byte === POINT) {
            const point = at;
            byte = bytes[++at] as number;
            if (upper === 0) {
              // Zeros in front are no digits of the number.
              while (byte === ZERO) byte = bytes[++at] as number;
              digits = 0;
            }
            const middle = at + DIGITS - digits;
            for (; byte >= ZERO && byte <= NINE && at < middle; byte = bytes[++at] as number)
              upper = (Math.imul(upper, 10) + byte - ZERO) | 0;
            const last = at + DIGITS;
            const firstLower = at;
            for (; byte >= ZERO && byte <= NINE && at < last; byte = bytes[++at] as number)
              lower = (Math.imul(lower, 10) + byte - ZERO) | 0;
            lowerDigits = at - firstLower;
            decimals = at - point - 1;
            if (decimals >= POWERS_OF_TEN.length) return line;
          }
          const shifted = upper * (POWERS_OF_TEN[lowerDigits] as number);
          const magnitude =
            lowerDigits <= MORE_DIGITS
              ? (shifted + lower) / (POWERS_OF_TEN[decimals] as number)
              : divideExactly(shifted, lower, decimals);
          if (Number.isNaN(magnitude)) return line;
          const value = isNegative ? -magnitude : magnitude;
          if (column === predictedColumn) predicted = value;
          else actual = value;
        } else {
          if (byte === QUOTE) return line;
          while (byte !== COMMA && byte !== NEW_LINE) byte = bytes[++at] as number;
        }
        if (byte === CARRIAGE_RETURN) byte = bytes[++at] as number;
        at++;
        column++;
        if (byte === COMMA) continue;
        if (byte !== NEW_LINE || column !== count) return line;
        break;
      }
      sink.add(actual, predicted);
      this.rows++;
      line = at;
    }
    return line;
  }
}
