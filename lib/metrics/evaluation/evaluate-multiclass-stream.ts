import { type MulticlassReport, multiclassReport } from '../report/multiclass-report';
import { ClassColumn } from '../streaming/class-column';
import { ClassPairs } from '../streaming/class-pairs';
import { type ByteStream, type RowLayout, readRows } from '../streaming/read-rows';

/**
 * Measures predicted classes, of any number up to 1,000, straight from a stream of bytes; memory grows with the classes, not
 * with the rows. Classes are named as the stream names them, in the order of their text. Throws as `readRows` does.
 */
export async function evaluateMulticlassStream(stream: ByteStream, layout: RowLayout): Promise<MulticlassReport> {
  const column = new ClassColumn();
  const pairs = new ClassPairs();
  await readRows(stream, layout, { actual: column, predicted: column }, pairs);
  const { names } = column;
  const counted = pairs.matrix(names.length);
  // As they were met would make the report depend on the order of rows.
  const order = names.map((_, place) => place).sort((a, b) => ((names[a] as string) < (names[b] as string) ? -1 : 1));
  const matrix = order.map((actual) => order.map((predicted) => counted[actual]?.[predicted] ?? 0));
  return multiclassReport(
    matrix,
    order.map((place) => names[place] as string),
  );
}
