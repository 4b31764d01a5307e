const FIRST_CAPACITY = 4096;

/** Labels and scores of rows as they come, 9 bytes a row; capacity doubles when it runs out. */
export class GrowingScores {
  private labels = new Uint8Array(FIRST_CAPACITY);
  private values = new Float64Array(FIRST_CAPACITY);
  private rows = 0;

  public add(label: 0 | 1, score: number): void {
    if (this.rows === this.labels.length) this.grow();
    this.labels[this.rows] = label;
    this.values[this.rows] = score;
    this.rows++;
  }

  public get actual(): Uint8Array {
    return this.labels.subarray(0, this.rows);
  }

  public get score(): Float64Array {
    return this.values.subarray(0, this.rows);
  }

  private grow(): void {
    const labels = new Uint8Array(2 * this.labels.length);
    labels.set(this.labels);
    const values = new Float64Array(2 * this.values.length);
    values.set(this.values);
    this.labels = labels;
    this.values = values;
  }
}
