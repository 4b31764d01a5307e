import type { MulticlassConfusionMatrix } from '../classification/multiclass-confusion-matrix';

/** Counts of rows by the name of the true class, then by the name of the predicted one. */
export type QualityMatrix = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A confusion matrix as a SageMaker report writes it. Throws unless each class has a label of its own. */
export function qualityMatrix(matrix: MulticlassConfusionMatrix, labels: readonly string[]): QualityMatrix {
  if (labels.length !== matrix.length)
    throw new RangeError(`labels has ${labels.length} entries, expected ${matrix.length}`);
  const twice = labels.findIndex((label, index) => labels.indexOf(label) !== index);
  if (twice >= 0) throw new RangeError(`labels[${twice}] is "${labels[twice]}", which is there already`);
  const named = <T>(values: readonly T[]) => Object.fromEntries(values.map((value, index) => [labels[index], value]));
  return named(matrix.map(named));
}
