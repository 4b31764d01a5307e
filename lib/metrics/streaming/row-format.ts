import type { ColumnReader } from './column-reader';

/** Takes rows one by one. */
export interface RowSink {
  add(actual: number, predicted: number): void;
}

/** Where two columns of a stream of rows stand. */
export interface RowColumns {
  /**
   * What is true of a row: the name of its column (of CSV with a header line) or of its member (of a JSON line), or its place
   * in CSV without a header line, from 0; -1 is the last.
   */
  readonly actual: string | number;
  /** What a model said of it: a score, or its prediction. */
  readonly predicted: string | number;
}

export interface RowReaders {
  readonly actual: ColumnReader;
  readonly predicted: ColumnReader;
}

/** A format that holds rows in lines. */
export interface RowFormat {
  /** Rows taken so far. */
  readonly rows: number;
  /** Takes the whole lines among the bytes; returns where those begin that it did not take. */
  take(bytes: Uint8Array): number;
}
