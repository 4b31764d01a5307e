/** What a value of a metric is: that decides which statistics say anything, and which thresholds can be crossed. */
type Kind = 'count' | 'level' | 'time' | 'percent';

interface MetricFact {
  readonly kind: Kind;
  /** Where a page names no unit: Count for a number of things, Milliseconds for a time. */
  readonly unit: string;
  /** Sets of dimensions under which it is published; any other set has no data. */
  readonly dimensions: readonly (readonly string[])[];
  /** Smallest and largest threshold that is plausible in its unit. */
  readonly plausible?: readonly [number, number];
  /** How often there is a value, if less often than each minute, in seconds. */
  readonly every?: number;
}

/** The metrics of a namespace by their names. */
export type Facts = Readonly<Record<string, MetricFact>>;

/** The same facts for several metrics, whose names blanks part. */
export function of(
  kind: Kind,
  unit: string,
  dimensions: MetricFact['dimensions'],
  names: string,
  more: Partial<MetricFact> = {},
): Facts {
  return Object.fromEntries(names.split(' ').map((name) => [name, { kind, unit, dimensions, ...more }]));
}
