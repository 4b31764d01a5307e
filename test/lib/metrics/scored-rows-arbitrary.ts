import fc from 'fast-check';

/** Rows with labels and scores of every size and sign; half of the cases draw from few values, so that ties are heavy. */
export const scoredRows = fc
  .array(
    fc.tuple(
      fc.constantFrom(0, 1),
      fc.oneof(
        fc.constantFrom(-1.5, -0, 0, 0.25, 0.5, 5e-324, 1e300),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      ),
    ),
    { minLength: 1, maxLength: 200 },
  )
  .map((rows) => ({ actual: rows.map(([label]) => label), score: rows.map(([, score]) => score) }));

/** The same with at least one row of each class, wherever the first two rows stand. */
export const rowsOfBothClasses = scoredRows
  .filter(({ actual }) => actual.length > 1)
  .map(({ actual, score }) => ({ actual: [0, 1, ...actual.slice(2)], score }));
