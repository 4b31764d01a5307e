import fc from 'fast-check';

const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 100_000 }));

/** Two samples over the same one to twelve bins, each with at least one row; empty bins are common. */
export const binnedCounts = fc
  .array(fc.tuple(count, count), { minLength: 1, maxLength: 12 })
  .map((bins) => ({ expected: bins.map(([was]) => was), actual: bins.map(([, is]) => is) }))
  .filter(({ expected, actual }) => expected.some((rows) => rows > 0) && actual.some((rows) => rows > 0));
