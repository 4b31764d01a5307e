import fc from 'fast-check';

/** A label and a probability; half of them are from few values, so that ties are heavy, or next to an edge of a bin. */
const row = fc.tuple(
  fc.constantFrom(0, 1),
  fc.oneof(
    fc.constantFrom(-0, 0, 5e-324, 2 ** -40, 0.1, 0.25, 0.5 - 2 ** -54, 0.5, 0.5 + 2 ** -53, 0.9, 1 - 2 ** -53, 1),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000),
  ),
);

/** Rows of probabilities, perhaps none. */
export const probabilityRows = fc.array(row, { maxLength: 120 });

/** At least one row of each class. */
export const probabilityRowsOfBothClasses = fc
  .array(row, { minLength: 2, maxLength: 200 })
  .map((rows) => rows.map(([label, score], index) => [index < 2 ? index : label, score] as [number, number]));

/** The same rows by column. */
export const columnsOf = (rows: readonly (readonly [number, number])[]) => ({
  actual: rows.map(([actual]) => actual),
  score: rows.map(([, score]) => score),
});
