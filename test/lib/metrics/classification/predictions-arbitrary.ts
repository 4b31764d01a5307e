import fc from 'fast-check';

/** True and predicted class indexes of up to `most` classes; often some class is never actual, never predicted or neither. */
export const predictions = ({ most }: { readonly most: number } = { most: 5 }) =>
  fc
    .record({ classes: fc.integer({ min: 2, max: most }), used: fc.integer({ min: 1, max: most }) })
    .chain(({ classes, used }) => {
      const label = fc.nat({ max: Math.min(classes, used) - 1 });
      return fc
        .array(fc.tuple(label, fc.oneof(label, fc.nat({ max: classes - 1 }))), { minLength: 1, maxLength: 60 })
        .map((rows) => ({
          actual: rows.map(([actual]) => actual),
          predicted: rows.map(([, predicted]) => predicted),
          classes,
        }));
    });
