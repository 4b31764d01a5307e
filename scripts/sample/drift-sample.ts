import type { Sample } from './sample-schema';

/** A world at some strength of drift: by how much each column's draw is moved, and what makes customers leave. */
export interface DriftedWorld {
  readonly shifts: Readonly<Record<string, number>>;
  readonly label: Sample['label'];
}

/** Moves the sample's world towards its `drift` section: 0 leaves everything as it is, 1 goes there, 2 twice as far. */
export function driftSample({ label, drift }: Sample, strength: number): DriftedWorld {
  const move = (from: number, to: number) => from + strength * (to - from);
  const terms = Object.entries(label.terms).map(([name, term]) => {
    return [name, { ...term, weight: move(term.weight, drift.weights[name] ?? term.weight) }] as const;
  });
  return {
    shifts: Object.fromEntries(Object.entries(drift.shifts).map(([column, shift]) => [column, strength * shift])),
    label: { intercept: move(label.intercept, drift.intercept), terms: Object.fromEntries(terms) },
  };
}
