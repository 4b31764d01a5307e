import fc from 'fast-check';

/** Thousandths: no square of a difference is too small or too large for a number. */
const value = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((thousandths) => thousandths / 1000);

/** Rows of a regression, as columns; some on a large offset, where sums lose digits. */
export const regressionRows = fc
  .tuple(fc.constantFrom(0, 1e6), fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 60 }))
  .map(([offset, rows]) => ({
    actual: rows.map(([actual]) => offset + actual),
    predicted: rows.map(([, predicted]) => offset + predicted),
  }));
