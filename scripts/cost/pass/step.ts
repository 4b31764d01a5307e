import type { PlacedUsage, Unpriced } from '../line';

/** One step of the lifecycle and what it uses. */
export interface PassStep {
  readonly name: string;
  readonly usages: readonly PlacedUsage[];
  readonly unpriced: readonly Unpriced[];
}
