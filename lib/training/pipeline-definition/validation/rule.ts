import type { PlacedStep } from './placed-step';

/** What the definition must agree with outside of itself. */
export interface PipelineExpectations {
  /** The only group that versions may be registered in. */
  readonly modelPackageGroupName: string;
  /** Keys that every job must carry as tags. */
  readonly tagKeys: readonly string[];
  /** @default - any image */
  readonly images?: readonly string[];
  /** Names of the buckets that jobs may read and write. @default - any bucket */
  readonly buckets?: readonly string[];
}

/** A definition as the rules see it. */
export interface Subject {
  readonly definition: unknown;
  readonly steps: readonly PlacedStep[];
  readonly expectations: PipelineExpectations;
}

/** Returns a sentence for every breach, none if there is none. */
export type Rule = (subject: Subject) => readonly string[];

/** The rule that looks at one step at a time. */
export function forEachStep(check: (step: PlacedStep, subject: Subject) => readonly string[]): Rule {
  return (subject) => subject.steps.flatMap((step) => check(step, subject));
}
