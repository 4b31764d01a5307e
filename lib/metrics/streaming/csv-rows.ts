import { BadRowsError } from './bad-rows-error';
import { ByteCursor, COMMA, NEW_LINE } from './byte-cursor';
import type { ColumnReader } from './column-reader';
import { findColumns, type Places } from './find-columns';
import type { RowColumns, RowFormat, RowReaders, RowSink } from './row-format';

/** Takes the rows of comma-separated lines (RFC 4180), every one of as many columns as the first; blank lines are skipped. */
export class CsvRows implements RowFormat {
  public rows = 0;
  private lines = 0;
  private readonly cursor = new ByteCursor();
  private places: Places | undefined;

  public constructor(
    private readonly columns: RowColumns,
    private readonly readers: RowReaders,
    private readonly sink: RowSink,
  ) {}

  public take(bytes: Uint8Array): number {
    const { cursor } = this;
    const end = bytes.lastIndexOf(NEW_LINE) + 1;
    cursor.bytes = bytes;
    cursor.at = 0;
    for (let start = 0; start < end; start = cursor.at) {
      if (!cursor.skipBlankLine() && !(this.places ? this.takeRow(this.places) : this.takeFirst())) return start;
      this.lines++;
    }
    return end;
  }

  /** False when the line is not whole: a quotation goes on behind the bytes that are here. */
  private takeRow(places: Places): boolean {
    const { cursor, readers } = this;
    let actual = 0;
    let predicted = 0;
    let columns = 0;
    for (let end: number | undefined = COMMA; end === COMMA; columns++) {
      const start = cursor.at;
      if (columns === places.actual) actual = readers.actual.fromField(cursor);
      else if (columns === places.predicted) predicted = readers.predicted.fromField(cursor);
      else cursor.skipField();
      end = cursor.skipEnd();
      if (end === undefined) return false;
      if (actual - actual !== 0) this.refuse(start, 'actual', readers.actual);
      if (predicted - predicted !== 0) this.refuse(start, 'predicted', readers.predicted);
    }
    if (columns !== places.count)
      throw new BadRowsError(`line ${this.lines + 1} has ${columns} columns, the first has ${places.count}`);
    this.sink.add(actual, predicted);
    this.rows++;
    return true;
  }

  /** The first line says where the columns are; unless they have names, it is a row as well. */
  private takeFirst(): boolean {
    const { cursor, columns } = this;
    const start = cursor.at;
    const fields: string[] = [];
    for (let end: number | undefined = COMMA; end === COMMA; ) {
      fields.push(cursor.readText());
      end = cursor.skipEnd();
      if (end === undefined) return false;
    }
    this.places = findColumns(columns, fields);
    if (typeof columns.actual === 'string' || typeof columns.predicted === 'string') return true;
    cursor.at = start;
    return this.takeRow(this.places);
  }

  private refuse(start: number, name: keyof RowColumns, { expected }: ColumnReader): never {
    this.cursor.at = start;
    const text = this.cursor.readText();
    throw new BadRowsError(
      `line ${this.lines + 1}: ${name} (column ${this.columns[name]}) is "${text}", expected ${expected}`,
    );
  }
}
