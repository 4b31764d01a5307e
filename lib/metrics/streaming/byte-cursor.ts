import { divideExactly, POWERS_OF_TEN } from './divide-exactly';

export const NEW_LINE = 10;
export const COMMA = 44;
const [CARRIAGE_RETURN, QUOTE, MINUS, POINT, ZERO] = [13, 34, 45, 46, 48];
/** Digits that fit a 32-bit number, and how many more still make a whole number below 2^53. */
const DIGITS = 9;
const MORE_DIGITS = 6;
const decoder = new TextDecoder();

/** Reads the fields of comma-separated lines (RFC 4180), one after the other; each reading ends on what ends the field. */
export class ByteCursor {
  public bytes: Uint8Array = new Uint8Array();
  public at = 0;
  /** Where the digits end that were read last. */
  private end = 0;

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
    const start = this.at;
    const number = this.readDecimal();
    if (!Number.isNaN(number)) return number;
    this.at = start;
    const text = this.readText();
    return text === '' ? NaN : Number(text);
  }

  /** A plain decimal of up to 18 digits, in a tenth of the time that `Number` takes; NaN for whatever else a field is. */
  private readDecimal(): number {
    const { bytes } = this;
    const isNegative = bytes[this.at] === MINUS;
    const first = isNegative ? this.at + 1 : this.at;
    let upper = this.readDigits(first, DIGITS);
    let [lower, lowerDigits, decimals] = [0, 0, 0];
    let digits = this.end - first;
    if (bytes[this.end] === POINT) {
      const point = this.end;
      // Zeros in front are no digits of the number.
      const next = upper === 0 ? this.behindZeros(point + 1) : point + 1;
      const more = this.readDigits(next, upper === 0 ? DIGITS : DIGITS - digits);
      upper = upper * (POWERS_OF_TEN[this.end - next] as number) + more;
      const middle = this.end;
      lower = this.readDigits(middle, DIGITS);
      lowerDigits = this.end - middle;
      decimals = this.end - point - 1;
      digits += decimals;
    }
    if (digits === 0 || decimals >= POWERS_OF_TEN.length || !this.isEnd(this.end)) return NaN;
    this.at = this.end;
    const number = quotient(upper, lower, lowerDigits, decimals);
    return isNegative ? -number : number;
  }

  private readDigits(from: number, most: number): number {
    const { bytes } = this;
    let at = from;
    let number = 0;
    for (let digit = (bytes[at] as number) - ZERO; digit >= 0 && digit <= 9 && at - from < most; ) {
      number = (Math.imul(number, 10) + digit) | 0;
      digit = (bytes[++at] as number) - ZERO;
    }
    this.end = at;
    return number;
  }

  private behindZeros(from: number): number {
    let at = from;
    while (this.bytes[at] === ZERO) at++;
    return at;
  }

  private isEnd(at: number): boolean {
    const byte = this.bytes[at];
    return byte === COMMA || byte === NEW_LINE || (byte === CARRIAGE_RETURN && this.bytes[at + 1] === NEW_LINE);
  }
}

/** `upper` with the digits of `lower` behind it, over ten to the power of `decimals`. */
function quotient(upper: number, lower: number, lowerDigits: number, decimals: number): number {
  const power = POWERS_OF_TEN[decimals] as number;
  if (lowerDigits === 0) return upper / power;
  const shifted = upper * (POWERS_OF_TEN[lowerDigits] as number);
  return lowerDigits <= MORE_DIGITS ? (shifted + lower) / power : divideExactly(shifted, lower, decimals);
}
