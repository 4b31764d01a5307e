import type { Sketch } from './sketch';

/** Throws, naming both, when a sketch that came as JSON is of another kind or version. */
export function checkKind({ kind }: Sketch, expected: string): void {
  if (kind !== expected) throw new RangeError(`the sketch is ${JSON.stringify(kind)}, expected "${expected}"`);
}
