import type { MetricValue } from '../shared/metric-value';
import { checkKind } from './check-kind';
import { ExactNumber } from './exact-number';
import { exactRatio } from './exact-ratio';
import { ExactSum } from './exact-sum';
import type { Sketch } from './sketch';

const KIND = 'regression-sketch/1';
const NAMES = ['actual', 'squaredActual', 'absoluteError', 'squaredError'] as const;

/** How far predicted numbers are from what was, and how far those lie apart: sums over rows. */
export interface RegressionSketch extends Sketch {
  readonly counts: { readonly rows: number };
  readonly sums: Readonly<Record<(typeof NAMES)[number], string>>;
}

/** Adds up errors, their squares and the squares of what was, one row at a time, without rounding anything at all. */
export class RegressionSketchBuilder {
  private readonly sums = {
    actual: new ExactSum(),
    squaredActual: new ExactSum(),
    absoluteError: new ExactSum(),
    squaredError: new ExactSum(),
  };
  private rows = 0;

  /** Throws on NaN and infinity, and on a difference that no number holds, naming row and value. */
  public add(actual: number, predicted: number): void {
    const error = actual - predicted;
    if (!Number.isFinite(error)) throw this.fault(actual, predicted);
    const { sums } = this;
    // What the difference lost by rounding (Knuth's two-sum); usually nothing.
    const minusPredicted = error - actual;
    const lost = actual - (error - minusPredicted) - (predicted + minusPredicted);
    sums.actual.add(actual);
    sums.squaredActual.addProduct(actual, actual);
    sums.absoluteError.add(Math.abs(error));
    sums.squaredError.addProduct(error, error);
    if (lost !== 0) {
      sums.absoluteError.add(error < 0 ? -lost : lost);
      sums.squaredError.addProduct(error, lost);
      sums.squaredError.addProduct(error, lost);
      sums.squaredError.addProduct(lost, lost);
    }
    this.rows++;
  }

  public build(): RegressionSketch {
    const sums = Object.fromEntries(NAMES.map((name) => [name, this.sums[name].total.toString()]));
    return { kind: KIND, counts: { rows: this.rows }, sums: sums as RegressionSketch['sums'] };
  }

  private fault(actual: number, predicted: number): RangeError {
    for (const [name, value] of Object.entries({ actual, predicted }))
      if (!Number.isFinite(value)) return new RangeError(`${name}[${this.rows}] is ${value}, expected a finite number`);
    return new RangeError(`actual[${this.rows}] is ${actual} and predicted[${this.rows}] ${predicted}, too far apart`);
  }
}

/** Undefined without rows and when no number is large enough. */
export interface SketchedRegression {
  readonly rows: number;
  readonly meanSquaredError: MetricValue;
  readonly rootMeanSquaredError: MetricValue;
  readonly meanAbsoluteError: MetricValue;
  /** Undefined also when what was is the same in all rows. */
  readonly r2Score: MetricValue;
}

/**
 * The measures of the rows as if computed with endless digits: each is the double nearest to the exact value, but for the
 * root, which is rounded twice. `meanSquaredError` and its siblings round each row, so the last digits may differ.
 */
export function sketchedRegression(sketch: RegressionSketch): SketchedRegression {
  checkKind(sketch, KIND);
  const rows = ExactNumber.of(sketch.counts.rows);
  const [actual, squaredActual, absoluteError, squaredError] = NAMES.map((name) =>
    ExactNumber.parse(sketch.sums[name]),
  ) as [ExactNumber, ExactNumber, ExactNumber, ExactNumber];
  const mean = (sum: ExactNumber) => exactRatio(sum, rows, 'there is no row');
  // Both times the number of rows: sum of (actual − mean)² is sum of actual² less (sum of actual)² / rows.
  const spread = rows.times(squaredActual).minus(actual.times(actual));
  const unexplained = rows.times(squaredError);
  const withoutSpread = ['there is no row', 'one row has no spread'][sketch.counts.rows] ?? 'actual is constant';
  const meanSquaredError = mean(squaredError);
  return {
    rows: sketch.counts.rows,
    meanSquaredError,
    rootMeanSquaredError:
      meanSquaredError.value === null ? meanSquaredError : { value: Math.sqrt(meanSquaredError.value) },
    meanAbsoluteError: mean(absoluteError),
    r2Score: exactRatio(spread.minus(unexplained), spread, withoutSpread),
  };
}
