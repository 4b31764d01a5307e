import type { Context } from './conditions';

/** One thing that a role did, as IAM was or would be asked about it. */
export interface RecordedCall {
  /** The role's stack and logical id, as `Training/EvaluationEvaluateModelRole…`. */
  readonly role: string;
  /** As `s3:GetObject`. */
  readonly action: string;
  /** The ARN as recorded, or `*`; absent where only the action is known, since a test makes up its names. */
  readonly resource?: string;
  readonly context: Context;
  readonly from: 'local run' | 'handler tests' | 'service';
}
