import { BadRowsError } from './bad-rows-error';
import { NEW_LINE } from './bytes';
import type { RowColumns, RowFormat, RowReaders, RowSink } from './row-format';

const decoder = new TextDecoder();

/** Takes the rows of lines that are a JSON object each; blank lines are skipped. */
export class JsonRows implements RowFormat {
  public rows = 0;
  private lines = 0;

  public constructor(
    private readonly columns: RowColumns,
    private readonly readers: RowReaders,
    private readonly sink: RowSink,
  ) {}

  public take(bytes: Uint8Array): number {
    const end = bytes.lastIndexOf(NEW_LINE) + 1;
    const text = decoder.decode(bytes.subarray(0, end));
    for (let start = 0; start < text.length; this.lines++) {
      const next = text.indexOf('\n', start);
      const line = text.slice(start, next);
      if (line.trim() !== '') this.takeRow(this.parse(line));
      start = next + 1;
    }
    return end;
  }

  private takeRow(row: Readonly<Record<string, unknown>>): void {
    this.sink.add(this.read(row, 'actual'), this.read(row, 'predicted'));
    this.rows++;
  }

  private read(row: Readonly<Record<string, unknown>>, name: keyof RowColumns): number {
    const { columns, readers } = this;
    const member = row[columns[name]];
    const value = readers[name].valueOf(member);
    if (Number.isFinite(value)) return value;
    const found = member === undefined ? 'is missing' : `is ${JSON.stringify(member)}`;
    throw new BadRowsError(
      `line ${this.lines + 1}: ${name} (member ${columns[name]}) ${found}, expected ${readers[name].expected}`,
    );
  }

  private parse(line: string): Readonly<Record<string, unknown>> {
    let row: unknown;
    try {
      row = JSON.parse(line);
    } catch {
      row = undefined;
    }
    if (typeof row === 'object' && row !== null) return row as Readonly<Record<string, unknown>>;
    throw new BadRowsError(`line ${this.lines + 1} is no JSON object`);
  }
}
