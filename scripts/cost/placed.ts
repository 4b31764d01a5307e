import type { Placed } from '../proof/assembly';
import type { PlacedUsage, Usage } from './line';
import { phaseOf } from './phase-of';

/** Where a resource stands, as lines name it. */
export function placeOf({ stack, logicalId }: Placed): string {
  return `${stack.id}/${logicalId}`;
}

/** Usages that follow from a resource. */
export function placed(resource: Placed, usages: readonly Usage[]): PlacedUsage[] {
  return usages.map((usage) => ({ ...usage, phase: phaseOf(resource.stack), from: placeOf(resource) }));
}
