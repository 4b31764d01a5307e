import fc from 'fast-check';
import { isPassing, pauseAfter } from '../../../../lambda/feature-store/ingest-features/retry-policy';

test('a pause never exceeds ten seconds nor twice the limit of the one before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, random) => {
      const pause = pauseAfter(attempt, random);
      expect(pause).toBeGreaterThanOrEqual(0);
      expect(pause).toBeLessThan(Math.min(10_000, 200 * 2 ** (attempt - 1)));
    }),
  );
});

test('an error of the record itself does not pass by', () => {
  expect(['ValidationError', 'ResourceNotFound', 'AccessForbidden', undefined].filter(isPassing)).toEqual([]);
});
