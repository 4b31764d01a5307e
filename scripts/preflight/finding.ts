/** What a finding does to somebody who deploys all the same, the worst first. */
export const SEVERITIES = ['blocks-deploy', 'blocks-first-pass', 'costs', 'to-know'] as const;
type Severity = (typeof SEVERITIES)[number];

/** One thing about an account that somebody has to do or should know. */
export interface Finding {
  /** Id of the question that found it. */
  readonly question: string;
  readonly severity: Severity;
  /** One sentence or two: what is the case, what was expected, what it does. */
  readonly message: string;
  /** The command, or the commands, that mend it; missing where there is nothing to mend. */
  readonly command?: string;
}

/** A finding before it is known which question found it. */
export type Judged = Omit<Finding, 'question'>;

/** Whether a finding stops the first deploy or the first pass through the lifecycle. */
export function blocks({ severity }: Finding): boolean {
  return severity.startsWith('blocks-');
}
