import { type BucketedScores, bucketScores } from '../ranking/bucket-scores';
import type { BinaryReport } from '../report/binary-report';
import type { ByteStream } from '../streaming/read-rows';
import { readScores, type ScoreLayout } from '../streaming/read-scores';
import { type BinaryEvaluation, evaluateBuckets } from './evaluate-binary';

/**
 * Measures a binary classifier straight from a stream of bytes, exactly: 16 bytes of memory a row, however long the lines.
 * Throws as `readRows` does, and when a wrong decision is worth as much as the right one.
 */
export async function evaluateBinaryStream(
  stream: ByteStream,
  layout: ScoreLayout,
  options: BinaryEvaluation = {},
): Promise<BinaryReport> {
  return evaluateBuckets(await readBuckets(stream, layout), options);
}

/** A function of its own, since rows are let go when it ends: putting one crowded bucket in order takes their place. */
async function readBuckets(stream: ByteStream, layout: ScoreLayout): Promise<BucketedScores> {
  return bucketScores((await readScores(stream, layout)).parts);
}
