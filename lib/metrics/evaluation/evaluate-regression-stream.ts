import { RegressionSketchBuilder, type SketchedRegression, sketchedRegression } from '../sketches/regression-sketch';
import { NumberColumn } from '../streaming/number-column';
import { type ByteStream, type RowLayout, readRows } from '../streaming/read-rows';

/**
 * Measures predicted numbers straight from a stream of bytes, every sum exact, in memory that does not grow. Throws as
 * `readRows` does.
 */
export async function evaluateRegressionStream(stream: ByteStream, layout: RowLayout): Promise<SketchedRegression> {
  const column = new NumberColumn();
  const sketch = new RegressionSketchBuilder();
  await readRows(stream, layout, { actual: column, predicted: column }, sketch);
  return sketchedRegression(sketch.build());
}
