import fc from 'fast-check';

/** Rows whose scores are probabilities; in half of the cases out of few values, so that ties are heavy and some are certain. */
export const probabilities = fc
  .array(
    fc.tuple(
      fc.constantFrom(0, 1),
      fc.oneof(fc.constantFrom(0, 0.125, 0.5, 0.75, 1), fc.double({ min: 0, max: 1, noNaN: true })),
    ),
    { minLength: 1, maxLength: 120 },
  )
  .map((rows) => ({ actual: rows.map(([label]): number => label), score: rows.map(([, score]) => score) }));
