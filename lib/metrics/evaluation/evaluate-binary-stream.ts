import type { BinaryReport } from '../report/binary-report';
import type { ByteStream } from '../streaming/read-rows';
import { readScores, type ScoreLayout } from '../streaming/read-scores';
import { type BinaryEvaluation, evaluateBinary } from './evaluate-binary';

/**
 * Measures a binary classifier straight from a stream of bytes, exactly: 16 bytes of memory a row, however long the lines.
 * Throws as `readRows` does, and when a wrong decision is worth as much as the right one.
 */
export async function evaluateBinaryStream(
  stream: ByteStream,
  layout: ScoreLayout,
  options: BinaryEvaluation = {},
): Promise<BinaryReport> {
  return evaluateBinary((await readScores(stream, layout)).parts, options);
}
