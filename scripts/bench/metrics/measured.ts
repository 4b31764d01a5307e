/** What measuring gives: the best time of all, the most memory the process held, and what came out. */
export interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
  readonly value: number | null;
}
