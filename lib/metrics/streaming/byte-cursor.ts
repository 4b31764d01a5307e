import { CARRIAGE_RETURN, COMMA, NEW_LINE, QUOTE } from './bytes';

const decoder = new TextDecoder();

/** Reads the fields of comma-separated lines (RFC 4180), one after the other; each reading ends on what ends the field. */
export class ByteCursor {
  public bytes: Uint8Array = new Uint8Array();
  public at = 0;

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
}
