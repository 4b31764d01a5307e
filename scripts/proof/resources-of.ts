import type { Assembly, Placed } from './assembly';

/** Every resource of an assembly, of one type, of several or of all. */
export function resourcesOf({ stacks }: Assembly, ...types: readonly string[]): Placed[] {
  return stacks.flatMap(({ resources }) => resources.filter(({ Type }) => types.length === 0 || types.includes(Type)));
}
