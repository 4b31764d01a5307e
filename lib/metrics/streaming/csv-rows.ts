import { BadRowsError } from './bad-rows-error';
import { ByteCursor } from './byte-cursor';
import { COMMA, NEW_LINE } from './bytes';
import { findColumns, type Places } from './find-columns';
import { PlainRows } from './plain-rows';
import type { RowColumns, RowFormat, RowReaders, RowSink } from './row-format';

/** Takes the rows of comma-separated lines (RFC 4180), every one of as many columns as the first; blank lines are skipped. */
export class CsvRows implements RowFormat {
  private readonly cursor = new ByteCursor();
  private places: Places | undefined;
  private plain: PlainRows | undefined;
  /** Taken one by one, not as plain rows. */
  private ownLines = 0;
  private ownRows = 0;

  public constructor(
    private readonly columns: RowColumns,
    private readonly readers: RowReaders,
    private readonly sink: RowSink,
  ) {}

  public get rows(): number {
    return this.ownRows + (this.plain?.rows ?? 0);
  }

  public take(bytes: Uint8Array): number {
    const { cursor } = this;
    const end = bytes.lastIndexOf(NEW_LINE) + 1;
    cursor.bytes = bytes;
    for (let start = this.takePlain(bytes, 0, end); start < end; start = this.takePlain(bytes, cursor.at, end)) {
      cursor.at = start;
      if (!cursor.skipBlankLine() && !(this.places ? this.takeRow(this.places) : this.takeFirst())) return start;
      this.ownLines++;
    }
    return end;
  }

  private takePlain(bytes: Uint8Array, start: number, end: number): number {
    return this.plain ? this.plain.take(bytes, start, end) : start;
  }

  /** False when the line is not whole: a quotation goes on behind the bytes that are here. */
  private takeRow(places: Places): boolean {
    const { cursor, readers } = this;
    const line = this.ownLines + (this.plain?.rows ?? 0) + 1;
    let actual = '';
    let predicted = '';
    let columns = 0;
    for (let end: number | undefined = COMMA; end === COMMA; columns++) {
      if (columns === places.actual) actual = cursor.readText();
      else if (columns === places.predicted) predicted = cursor.readText();
      else cursor.skipField();
      end = cursor.skipEnd();
      if (end === undefined) return false;
    }
    if (columns !== places.count)
      throw new BadRowsError(`line ${line} has ${columns} columns, the first has ${places.count}`);
    const value = (name: keyof RowColumns, text: string) => {
      const number = readers[name].valueOf(text);
      if (Number.isFinite(number)) return number;
      throw new BadRowsError(
        `line ${line}: ${name} (column ${this.columns[name]}) is "${text}", expected ${readers[name].expected}`,
      );
    };
    this.sink.add(value('actual', actual), value('predicted', predicted));
    this.ownRows++;
    return true;
  }

  /** The first line says where the columns are; unless they have names, it is a row as well. */
  private takeFirst(): boolean {
    const { cursor, columns, readers, sink } = this;
    const start = cursor.at;
    const fields: string[] = [];
    for (let end: number | undefined = COMMA; end === COMMA; ) {
      fields.push(cursor.readText());
      end = cursor.skipEnd();
      if (end === undefined) return false;
    }
    this.places = findColumns(columns, fields);
    const { plain: labels } = readers.actual;
    if (labels !== 'never' && readers.predicted.plain === 'decimal')
      this.plain = new PlainRows(this.places, labels === 'decimal' ? null : labels, sink);
    if (typeof columns.actual === 'string' || typeof columns.predicted === 'string') return true;
    cursor.at = start;
    return this.takeRow(this.places);
  }
}
