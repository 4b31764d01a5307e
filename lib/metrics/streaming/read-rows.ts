import { EmptyInputError } from '../shared/scored-rows';
import { BadRowsError } from './bad-rows-error';
import { NEW_LINE } from './bytes';
import { CsvRows } from './csv-rows';
import { JsonRows } from './json-rows';
import type { RowColumns, RowReaders, RowSink } from './row-format';

/** More bytes without an end of line are no line but, say, an image, or a quotation that nobody ended. */
const LONGEST_LINE = 2 ** 24;
const LINE_END = Uint8Array.of(NEW_LINE);

/** Bytes as they come: an object of S3, a file, a list of buffers. */
export type ByteStream = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** How rows stand in a stream of bytes. */
export interface RowLayout extends RowColumns {
  readonly format: 'csv' | 'json-lines';
  /** Names the stream in errors, for example its address. @default - errors name the line only */
  readonly source?: string;
}

/**
 * Hands every row of a stream of bytes to a sink; no more than a chunk and a line of it are held. Throws `BadRowsError`
 * naming the line and what is wrong with it, `EmptyInputError` when there is no row, and what the stream throws.
 */
export async function readRows(
  stream: ByteStream,
  { format, source, ...columns }: RowLayout,
  readers: RowReaders,
  sink: RowSink,
): Promise<void> {
  const rows = format === 'csv' ? new CsvRows(columns, readers, sink) : new JsonRows(columns, readers, sink);
  const named = source ? `${source} ` : '';
  try {
    let rest: Uint8Array = new Uint8Array();
    for await (const chunk of stream) {
      // Always of one class, whatever the stream's chunks are, and only the line that a chunk begins within is copied.
      const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length);
      const first = bytes.subarray(0, bytes.indexOf(NEW_LINE) + 1);
      const begun = joined(rest, first);
      const left = begun.subarray(rows.take(begun));
      const others = left.length === 0 ? bytes.subarray(first.length) : joined(left, bytes.subarray(first.length));
      rest = others.subarray(rows.take(others));
      if (rest.length > LONGEST_LINE) throw new BadRowsError(`has a line of more than ${LONGEST_LINE} bytes`);
    }
    const last = joined(rest, LINE_END);
    if (rows.take(last) < last.length) throw new BadRowsError('ends within a quotation');
  } catch (error) {
    // A sink refuses what is out of its range.
    const isBad = error instanceof BadRowsError || error instanceof RangeError;
    throw isBad ? new BadRowsError(`${named}${error.message}`) : error;
  }
  if (rows.rows === 0) throw new EmptyInputError(`${named}needs at least 1 row`);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
