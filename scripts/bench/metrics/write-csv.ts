import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const ROWS_A_CHUNK = 50_000;

/** Writes labelled scores with a header line; scores have so many digits after the point, or all that a double needs. */
export async function writeCsv(
  file: string,
  { actual, score }: { readonly actual: Uint8Array; readonly score: Float64Array },
  digits: number | undefined,
): Promise<void> {
  function* chunks() {
    yield 'label,score\n';
    for (let start = 0; start < score.length; start += ROWS_A_CHUNK) {
      let lines = '';
      for (let row = start; row < Math.min(start + ROWS_A_CHUNK, score.length); row++) {
        const value = score[row] as number;
        lines += `${actual[row]},${digits === undefined ? value : value.toFixed(digits)}\n`;
      }
      yield lines;
    }
  }
  await pipeline(Readable.from(chunks()), createWriteStream(file));
}
