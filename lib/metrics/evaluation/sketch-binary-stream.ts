import { type BinarySketch, BinarySketchBuilder } from '../sketches/binary-sketch';
import { LabelColumn } from '../streaming/label-column';
import { NumberColumn } from '../streaming/number-column';
import { type ByteStream, readRows } from '../streaming/read-rows';
import type { ScoreLayout } from '../streaming/read-scores';

/**
 * What is kept of one file of scored rows, to be merged with that of the others (`mergeSketches`): memory does not grow with
 * rows. Scores have to be probabilities. Throws as `readRows` does.
 */
export async function sketchBinaryStream(
  stream: ByteStream,
  { positive, negative, ...layout }: ScoreLayout,
  options: ConstructorParameters<typeof BinarySketchBuilder>[0] = {},
): Promise<BinarySketch> {
  const sketch = new BinarySketchBuilder(options);
  await readRows(
    stream,
    layout,
    { actual: new LabelColumn({ positive, negative }), predicted: new NumberColumn() },
    sketch,
  );
  return sketch.build();
}
