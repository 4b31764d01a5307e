import fc from 'fast-check';
import type { ConfusionMatrix } from '../../../../lib/metrics';

const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 1_000_000 }));

/** How decisions met the truth; empty cells, and with them undefined rates, are common. */
export const confusionMatrices: fc.Arbitrary<ConfusionMatrix> = fc.tuple(
  fc.tuple(count, count),
  fc.tuple(count, count),
);
