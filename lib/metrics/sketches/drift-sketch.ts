import { binOf } from '../drift/bin-of';
import type { Category, CategoryCounts, ColumnBaseline, ColumnCounts, Histogram } from '../drift/column-baseline';
import { checkKind } from './check-kind';
import { CountTable } from './count-table';
import type { Sketch, TableCounts } from './sketch';
import { tableRow } from './table-row';

const KIND = 'drift-sketch/1';

/** The bins of one column: a baseline without its counts. */
export type ColumnBins = { readonly name: string } & (Pick<Histogram, 'edges'> | Pick<CategoryCounts, 'categories'>);

/** Where the values of each column lie in the bins of a baseline. */
export interface DriftSketch extends Sketch {
  /** In the baseline's order. */
  readonly columns: readonly ColumnBins[];
  /** Rows by column, then by bin, both from 0; missing values are in the bin after the last. */
  readonly counts: TableCounts;
}

type Value = Category | null | undefined;

/** Counts rows, one at a time, in the bins of a stored baseline, whatever it counted itself. */
export class DriftSketchBuilder {
  private readonly columns: readonly ColumnBins[];
  private readonly binsOf: readonly ((value: Value, row: number) => number)[];
  private readonly table: CountTable;
  private rows = 0;

  public constructor(baseline: readonly (ColumnBins | ColumnBaseline)[]) {
    this.columns = baseline.map((column) =>
      'edges' in column
        ? { name: column.name, edges: column.edges }
        : { name: column.name, categories: column.categories },
    );
    this.binsOf = this.columns.map((column) => ('edges' in column ? numberBin(column) : categoryBin(column)));
    this.table = new CountTable(this.columns.map((column) => countsOf(column) + 1));
  }

  /** A value for each column, in the baseline's order. Throws on another number of them and on NaN and infinity. */
  public add(values: ArrayLike<Value>): void {
    const { length } = this.columns;
    if (values.length !== length)
      throw new RangeError(`row ${this.rows} has ${values.length} values, the baseline has ${length} columns`);
    // Found before any is counted, so that a row that throws leaves no trace.
    const bins = this.binsOf.map((binOfValue, column) => binOfValue(values[column], this.rows));
    for (let column = 0; column < length; column++) this.table.add(column, bins[column] as number);
    this.rows++;
  }

  public build(): DriftSketch {
    return { kind: KIND, columns: this.columns, counts: this.table.counts };
  }
}

/** What is now in each column, in the baseline's bins and order, for `driftOf` and `columnDrift`. */
export function sketchedColumns(sketch: DriftSketch): (ColumnBins & ColumnCounts)[] {
  checkKind(sketch, KIND);
  return sketch.columns.map((column, index) => {
    const bins = countsOf(column);
    const counts = tableRow(sketch.counts, index, bins + 1);
    return { ...column, counts: counts.slice(0, bins), missing: counts[bins] as number };
  });
}

function countsOf(column: ColumnBins): number {
  return ('edges' in column ? column.edges : column.categories).length + 1;
}

function numberBin({ name, edges }: { readonly name: string } & Pick<Histogram, 'edges'>) {
  return (value: Value, row: number) => {
    if (value !== null && value !== undefined && !(typeof value === 'number' && Number.isFinite(value)))
      throw new RangeError(`${name}[${row}] is ${value}, expected a finite number, null or undefined`);
    return binOf({ edges, value });
  };
}

function categoryBin({ name, categories }: { readonly name: string } & Pick<CategoryCounts, 'categories'>) {
  const bins = new Map(categories.map((category, bin) => [category, bin]));
  return (value: Value, row: number) => {
    if (value === null || value === undefined) return categories.length + 1;
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new RangeError(`${name}[${row}] is ${value}, expected text, a finite number or a boolean`);
    return bins.get(value) ?? categories.length;
  };
}
