import type { Assembly, Placed } from './assembly';

/** What is wrong with one resource, or with a stack as a whole. */
export interface Finding {
  readonly stack: string;
  /** Empty for a stack as a whole. */
  readonly logicalId: string;
  /** One sentence: what was found, what was expected, and where within the resource. */
  readonly message: string;
  /** Which of a check's rules, when it has many of which each may be waived. */
  readonly rule?: string;
}

/** A rule that AWS, or a stranger who reads the bill, would hold us to; it looks at templates and at nothing else. */
export interface Check {
  /** Kebab-case, as its file is named. */
  readonly id: string;
  /** The rule in a sentence, with its source or the control's number. */
  readonly rule: string;
  find(assembly: Assembly): readonly Finding[];
}

/** A finding about a resource. */
export function about({ stack, logicalId }: Placed, message: string): Finding {
  return { stack: stack.id, logicalId, message };
}
