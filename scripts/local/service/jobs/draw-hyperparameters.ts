import { createHash } from 'node:crypto';
import type { ParameterRanges } from '@aws-sdk/client-sagemaker';

/** Numbers in [0, 1), the same ones for the same text. */
export function seededNumbers(seed: string): () => number {
  let state = createHash('sha256').update(seed).digest().readUInt32LE();
  // mulberry32: small, and even enough to search with.
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One point of the search space, as strings; `Auto` scaling is linear, as its choice is not documented. */
export function drawHyperparameters(ranges: ParameterRanges, next: () => number): Record<string, string> {
  const drawn: Record<string, string> = {};
  for (const { Name = '', MinValue, MaxValue, ScalingType } of ranges.ContinuousParameterRanges ?? []) {
    drawn[Name] = String(between(Number(MinValue), Number(MaxValue), ScalingType, next()));
  }
  for (const { Name = '', MinValue, MaxValue, ScalingType } of ranges.IntegerParameterRanges ?? []) {
    const value = between(Number(MinValue), Number(MaxValue) + 1, ScalingType, next());
    drawn[Name] = String(Math.floor(value));
  }
  for (const { Name = '', Values = [] } of ranges.CategoricalParameterRanges ?? []) {
    drawn[Name] = Values[Math.floor(next() * Values.length)] ?? '';
  }
  return drawn;
}

function between(minimum: number, maximum: number, scaling: string | undefined, share: number): number {
  if (scaling !== 'Logarithmic') return minimum + share * (maximum - minimum);
  return minimum * (maximum / minimum) ** share;
}
