import { readScores, type ScoreBlocks } from '../../../lib/metrics';
import { keepFirstLines } from './keep-first-lines';

/** Lines that are kept whole: what a smoke test asks an endpoint. */
const FIRST_LINES = 5;

/** Labels and scores of a file, and its first few lines as they stand there. */
export interface ScoredFile {
  readonly scores: ScoreBlocks;
  readonly firstLines: readonly string[];
}

/**
 * Labels (first column) and scores (last column) of a CSV file without header, taken from the stream as it comes. Throws as
 * `readScores` does, naming `source`.
 */
export async function readCandidateScores(chunks: AsyncIterable<Uint8Array>, source: string): Promise<ScoredFile> {
  const firstLines: string[] = [];
  const kept = keepFirstLines(chunks, FIRST_LINES, firstLines);
  const scores = await readScores(kept, { format: 'csv', actual: 0, predicted: -1, source });
  return { scores, firstLines };
}
