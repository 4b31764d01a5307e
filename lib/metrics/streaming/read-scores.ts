import { LabelColumn, type LabelValues } from './label-column';
import { NumberColumn } from './number-column';
import { type ByteStream, type RowLayout, readRows } from './read-rows';
import { ScoreBlocks } from './score-blocks';

/** How labelled scores stand in a stream of bytes. */
export interface ScoreLayout extends RowLayout, LabelValues {}

/** Reads the labels and scores of a stream of bytes, 8 bytes a row. Throws as `readRows` does. */
export async function readScores(stream: ByteStream, layout: ScoreLayout): Promise<ScoreBlocks> {
  const { positive, negative, ...rows } = layout;
  const blocks = new ScoreBlocks();
  await readRows(
    stream,
    rows,
    { actual: new LabelColumn({ positive, negative }), predicted: new NumberColumn() },
    blocks,
  );
  return blocks;
}
