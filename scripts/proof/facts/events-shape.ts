/** An event as its source is said to send it, and what some of its fields may say. */
export interface RecordedEvent {
  readonly source: string;
  readonly type: string;
  /** A sample with the fields that the documentation shows or names; made up, not captured. */
  readonly detail: Readonly<Record<string, unknown>>;
  /** All values that a field may take, by its dotted path. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** What of ours a field names: a type, and the attributes of it that give what the event carries. */
  readonly names?: Readonly<
    Record<string, { readonly type: RegExp; readonly attributes: readonly string[]; readonly name?: string }>
  >;
  /** Whether it carries more than is recorded, as the request of an API call does. */
  readonly open?: boolean;
}

export const ARN = 'arn:aws:service:us-east-1:111122223333:thing/name';

/** Events of which the type alone is written down here. */
export function typesOnly(source: string, types: readonly string[]): readonly RecordedEvent[] {
  return types.map((type) => ({ source, type, detail: {}, open: true }));
}
