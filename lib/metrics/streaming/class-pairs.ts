/** Counts rows by their true and their predicted class, whose number need not be known beforehand. */
export class ClassPairs {
  private readonly counts: number[][] = [];

  /** Takes a row; classes are whole numbers from 0. */
  public add(actual: number, predicted: number): void {
    const row = this.counts[actual] ?? [];
    this.counts[actual] = row;
    row[predicted] = (row[predicted] ?? 0) + 1;
  }

  /** Of the classes below `classes`: rows actual, columns predicted. */
  public matrix(classes: number): number[][] {
    return Array.from({ length: classes }, (_, actual) =>
      Array.from({ length: classes }, (__, predicted) => this.counts[actual]?.[predicted] ?? 0),
    );
  }
}
