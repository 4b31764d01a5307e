import type { ScoredRows } from '../../../lib/metrics';
import { GrowingScores } from './growing-scores';

const NEW_LINE = 0x0a;
const COMMA = 0x2c;
/** Lines that are kept whole: what a smoke test asks an endpoint. */
const FIRST_LINES = 5;

/** Thrown for content that is no scores; reading it again would not help. */
export class BadScoresError extends Error {
  public override readonly name = 'BadScoresError';
}

/** Rows of a file with their labels and scores, and its first few lines as they stand there. */
export interface ScoredFile extends ScoredRows {
  readonly firstLines: readonly string[];
}

/**
 * Labels (first column) and scores (last column) of a CSV file without header, taken from the stream line by line: what
 * stands in memory is the two columns and one chunk. Blank lines are skipped. Throws on a label other than 0 and 1, a
 * score that is no finite number and a file without rows, naming `source` and the line.
 */
export async function readScores(chunks: AsyncIterable<Uint8Array>, source: string): Promise<ScoredFile> {
  const scores = new GrowingScores();
  const firstLines: string[] = [];
  let line = 0;
  const take = (bytes: Buffer, start: number, end: number) => {
    line++;
    const text = ends(bytes, start, end);
    if (text.trim() === '') return;
    addRow(scores, text, `${source} line ${line}`);
    if (firstLines.length < FIRST_LINES) firstLines.push(bytes.toString('latin1', start, end).trim());
  };
  let rest = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(NEW_LINE); end >= 0; end = bytes.indexOf(NEW_LINE, start)) {
      take(bytes, start, end);
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
  take(rest, 0, rest.length);
  if (scores.actual.length === 0) throw new BadScoresError(`${source} has no rows`);
  return { actual: scores.actual, score: scores.score, firstLines };
}

/** The first and the last column of a line, still separated; features between them are never turned into text. */
function ends(bytes: Buffer, start: number, end: number): string {
  const first = bytes.indexOf(COMMA, start);
  if (first < 0 || first >= end) return bytes.toString('latin1', start, end);
  const last = bytes.lastIndexOf(COMMA, end - 1);
  return bytes.toString('latin1', start, first) + bytes.toString('latin1', last, end);
}

function addRow(scores: GrowingScores, text: string, place: string): void {
  const [label = '', score = ''] = text.split(',').map((each) => each.trim());
  if (label === '' || (Number(label) !== 0 && Number(label) !== 1))
    throw new BadScoresError(`${place}: the label is "${label}", expected 0 or 1`);
  if (score === '' || !Number.isFinite(Number(score)))
    throw new BadScoresError(`${place}: the score is "${score}", expected a finite number`);
  scores.add(Number(label) === 1 ? 1 : 0, Number(score));
}
