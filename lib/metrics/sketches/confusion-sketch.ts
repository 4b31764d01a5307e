import type { MulticlassConfusionMatrix } from '../classification/multiclass-confusion-matrix';
import { checkKind } from './check-kind';
import { CountTable } from './count-table';
import type { Sketch, TableCounts } from './sketch';
import { tableRow } from './table-row';

const KIND = 'confusion-sketch/1';

/** How predictions of any number of classes met the truth. */
export interface ConfusionSketch extends Sketch {
  readonly classes: number;
  /** Rows by actual class, then by predicted one. */
  readonly counts: TableCounts;
}

/** Counts rows, one at a time, by their true and their predicted class, whole numbers from 0 to below `classes`. */
export class ConfusionSketchBuilder {
  private readonly classes: number;
  private readonly table: CountTable;
  private rows = 0;

  public constructor({ classes }: { readonly classes: number }) {
    if (!(Number.isInteger(classes) && classes > 0))
      throw new RangeError(`classes is ${classes}, expected a whole number from 1`);
    this.classes = classes;
    this.table = new CountTable(new Array<number>(classes).fill(classes));
  }

  /** Throws on anything but a class, naming row and value. */
  public add(actual: number, predicted: number): void {
    this.check(actual, 'actual');
    this.check(predicted, 'predicted');
    this.table.add(actual, predicted);
    this.rows++;
  }

  public build(): ConfusionSketch {
    return { kind: KIND, classes: this.classes, counts: this.table.counts };
  }

  private check(label: number, name: string): void {
    if (!(Number.isInteger(label) && label >= 0 && label < this.classes))
      throw new RangeError(`${name}[${this.rows}] is ${label}, expected a class from 0 to ${this.classes - 1}`);
  }
}

/** The matrix that `multiclassConfusionMatrix`, and with two classes `confusionMatrix`, makes of the same rows. */
export function sketchedConfusionMatrix(sketch: ConfusionSketch): MulticlassConfusionMatrix {
  checkKind(sketch, KIND);
  const { classes, counts } = sketch;
  return Array.from({ length: classes }, (_, actual) => tableRow(counts, actual, classes));
}
