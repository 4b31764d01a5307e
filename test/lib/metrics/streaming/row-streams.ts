import fc from 'fast-check';
import type { RowSink } from '../../../../lib/metrics/streaming/row-format';

const encoder = new TextEncoder();

/** Bytes of a text, cut into chunks at places that have nothing to do with its lines. */
export function chunksOf(text: string, cuts: readonly number[]): Uint8Array[] {
  const bytes = encoder.encode(text);
  const places = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b);
  return places.slice(1).map((end, at) => bytes.slice(places[at], end));
}

export const cuts = fc.array(fc.nat(), { maxLength: 12 });

/** Keeps what it is given. */
export class Kept implements RowSink {
  public readonly rows: [actual: number, predicted: number][] = [];

  public add(actual: number, predicted: number): void {
    this.rows.push([actual, predicted]);
  }
}
