import type { Check } from './check';

/** Checks that look at the same kind of things. */
export interface Subject {
  readonly title: string;
  readonly checks: readonly Check[];
}
