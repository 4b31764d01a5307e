/**
 * A running sum that carries along what rounding loses of every term (Neumaier 1974), so that its error does not grow with
 * their number: a plain sum of 10^7 tenths is off in the tenth digit, where two models may differ. Beyond the largest number it
 * is infinite, as a plain sum is.
 */
export class CompensatedSum {
  private sum = 0;
  private lost = 0;

  public add(value: number): void {
    const sum = this.sum + value;
    // The smaller of the two loses digits; what is lost is exact, so the order of these operations matters.
    this.lost += Math.abs(this.sum) >= Math.abs(value) ? this.sum - sum + value : value - sum + this.sum;
    this.sum = sum;
  }

  public get value(): number {
    return Number.isFinite(this.sum) ? this.sum + this.lost : this.sum;
  }
}
