import { divideExactly, POWERS_OF_TEN } from './divide-exactly';

export const NEW_LINE = 10;
export const COMMA = 44;
const CARRIAGE_RETURN = 13;
const QUOTE = 34;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
/** Digits that fit a 32-bit number, and how many more still make a whole number below 2^53. */
const DIGITS = 9;
const MORE_DIGITS = 6;
const decoder = new TextDecoder();

/** Reads the fields of comma-separated lines (RFC 4180), one after the other; each reading ends on what ends the field. */
export class ByteCursor {
  public bytes: Uint8Array = new Uint8Array();
  public at = 0;
  private isNegative = false;
  private upper = 0;
  private lower = 0;
  private lowerDigits = 0;
  private decimals = 0;

  /** Goes to the comma or the end of the line behind a field; behind all bytes when a quotation does not end. */
  public skipField(): void {
    const { bytes } = this;
    let at = this.at;
    // A doubled quotation mark ends one quotation and begins the next.
    while (bytes[at] === QUOTE) {
      const end = bytes.indexOf(QUOTE, at + 1);
      at = end < 0 ? bytes.length : end + 1;
    }
    while (at < bytes.length && bytes[at] !== COMMA && bytes[at] !== NEW_LINE) at++;
    this.at = at;
  }

  /** Goes behind a line's end if the line holds nothing. */
  public skipBlankLine(): boolean {
    const { bytes, at } = this;
    const end = bytes[at] === CARRIAGE_RETURN ? at + 1 : at;
    if (bytes[end] !== NEW_LINE) return false;
    this.at = end + 1;
    return true;
  }

  /** Goes behind what ends a field: a comma, a line feed, or nothing when there are no more bytes (undefined). */
  public skipEnd(): number | undefined {
    const { bytes } = this;
    if (bytes[this.at] === CARRIAGE_RETURN) this.at++;
    return bytes[this.at++];
  }

  /** The text of a field, without quotation marks and blanks around it. */
  public readText(): string {
    const start = this.at;
    this.skipField();
    const text = decoder.decode(this.bytes.subarray(start, this.at)).trim();
    return text.startsWith('"') ? text.replace(/^"|"$/g, '').replaceAll('""', '"').trim() : text;
  }

  /** The number that a field is, correctly rounded; NaN when it is none. */
  public readNumber(): number {
    // In two steps, since a function that returns a fraction, and is too long to be inlined, puts each on the heap.
    return this.scanDecimal() ? this.scannedDecimal() : this.readOther();
  }

  private readOther(): number {
    const text = this.readText();
    return text === '' ? NaN : Number(text);
  }

  /**
   * Goes to the end of a plain decimal of up to 18 digits and keeps it as two whole numbers of nine digits, `upper` and
   * `lower` behind it: the processor is quickest with 32 bits. Stays where it was, and says false, for whatever else a
   * field is.
   */
  private scanDecimal(): boolean {
    const { bytes } = this;
    const isNegative = bytes[this.at] === MINUS;
    const first = isNegative ? this.at + 1 : this.at;
    let at = first;
    let byte = bytes[at] as number;
    let upper = 0;
    for (let end = at + DIGITS; isDigit(byte) && at < end; byte = bytes[++at] as number) upper = append(upper, byte);
    let digits = at - first;
    let lower = 0;
    let lowerDigits = 0;
    let decimals = 0;
    if (byte === POINT) {
      const point = at;
      byte = bytes[++at] as number;
      if (upper === 0) {
        // Zeros in front are no digits of the number.
        while (byte === ZERO) byte = bytes[++at] as number;
        digits = 0;
      }
      const end = at + DIGITS - digits;
      for (; isDigit(byte) && at < end; byte = bytes[++at] as number) upper = append(upper, byte);
      const middle = at;
      const last = at + DIGITS;
      for (; isDigit(byte) && at < last; byte = bytes[++at] as number) lower = append(lower, byte);
      lowerDigits = at - middle;
      decimals = at - point - 1;
    }
    const hasDigits = at - first > (bytes[first] === POINT ? 1 : 0);
    const isEnd = byte === COMMA || byte === NEW_LINE || (byte === CARRIAGE_RETURN && bytes[at + 1] === NEW_LINE);
    if (!hasDigits || !isEnd || decimals >= POWERS_OF_TEN.length) return false;
    this.at = at;
    this.isNegative = isNegative;
    this.upper = upper;
    this.lower = lower;
    this.lowerDigits = lowerDigits;
    this.decimals = decimals;
    return true;
  }

  private scannedDecimal(): number {
    const { lowerDigits, decimals } = this;
    const power = POWERS_OF_TEN[decimals] as number;
    const shifted = this.upper * (POWERS_OF_TEN[lowerDigits] as number);
    const isExact = lowerDigits <= MORE_DIGITS;
    const number = isExact ? (shifted + this.lower) / power : divideExactly(shifted, this.lower, decimals);
    return this.isNegative ? -number : number;
  }
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}

function append(number: number, digit: number): number {
  return (Math.imul(number, 10) + digit - ZERO) | 0;
}
