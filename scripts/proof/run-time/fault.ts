/** What goes wrong at run time although every template is right. */
export const FAULT_KINDS = [
  'throttling',
  'server error',
  'timeout',
  'partial batch',
  'duplicate',
  'late',
  'reordered',
  'truncated',
  'dies half way',
  'full queue',
  'stack update in progress',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Who tries again; `person` only after everybody else has given up. */
type Retrier =
  | 'SDK'
  | 'handler'
  | 'Lambda'
  | 'EventBridge'
  | 'Step Functions'
  | 'pipeline'
  | 'Firehose'
  | 'CloudFormation'
  | 'caller'
  | 'next run'
  | 'person';

/** Titles of tests by the file they stand in; of a test in Python, the function's name. */
type Proof = Readonly<Record<string, readonly string[]>>;

/** Work is tried again; what fails for good waits somewhere, and somebody hears of it. */
interface Retried {
  readonly kinds: readonly FaultKind[];
  readonly retriedBy: readonly Retrier[];
  /** `<stack>/<queue>` as in the template, or in words. */
  readonly parked: string;
  /** As the runbook's entry is called; `none: ` and why nobody has to hear of it. */
  readonly alarm: string;
  readonly proof: Proof;
}

/** The fault changes nothing: neither is anything lost nor done twice, and nobody has to hear of it. */
interface Harmless {
  readonly kinds: readonly FaultKind[];
  readonly harmless: string;
  readonly proof: Proof;
}

interface NotApplicable {
  readonly kinds: readonly FaultKind[];
  readonly cannot: string;
}

/** A true fault of the product that is not mended yet. */
interface Open {
  readonly kinds: readonly FaultKind[];
  readonly open: string;
}

export type Cell = Retried | Harmless | NotApplicable | Open;

/** Something that events, calls or people set to work: a function, a state machine, a job, a source of events. */
export interface EntryPoint {
  /** `<stack>/<logical id without its hash>`; `*` for any stack. */
  readonly at: string;
  readonly type: string;
  /** Each kind of fault once. */
  readonly faults: readonly Cell[];
}

export const FUNCTION = 'AWS::Lambda::Function';
export const MACHINE = 'AWS::StepFunctions::StateMachine';

/** What a process sees of a fault that lasts: a call that fails, wherever it is at that moment. */
export const BROKEN_OFF = ['throttling', 'server error', 'timeout', 'dies half way'] as const;
