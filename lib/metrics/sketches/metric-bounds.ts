/** A metric's value lies between these, both included; or why there is none. */
export type MetricBounds =
  | { readonly lower: number; readonly upper: number }
  | { readonly lower: null; readonly upper: null; readonly reason: string };
