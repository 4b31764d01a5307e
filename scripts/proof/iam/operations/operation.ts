import type { Context } from '../conditions';

/** What IAM asks about a call. */
export interface RequiredCheck {
  readonly action: string;
  readonly resource: string;
  readonly context: Context;
}

/** Where a call is made, which its input does not say. */
export interface Surroundings {
  readonly account: string;
  readonly region: string;
  /** The ARN of the customer's key that encrypts what an ARN names: a bucket, a topic, a queue, a feature group. */
  readonly keyOf: (arn: string) => string | undefined;
}

/** A call as it was recorded. */
export interface Call {
  /** The id of the SDK's client, for example `SageMaker Runtime`; `states` stands for `SFN` too. */
  readonly service: string;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The name of the error that it ended with, if the caller lives with that. */
  readonly error?: string;
  /** Whether a state machine made it and waits for the end of what it started. */
  readonly sync?: boolean;
}

export type Operation = (call: Call, at: Surroundings) => RequiredCheck[];

export function check(action: string, resource: string, context: Context = {}): RequiredCheck {
  return { action, resource, context };
}

/** A property of an input as text. State machines write its name with a capital where some clients have none. */
export function textOf(input: Call['input'], name: string): string {
  const value = input[name] ?? input[name.charAt(0).toUpperCase() + name.slice(1)];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value : [];
}

/** An ARN as it was given, else the one of a name; of no name, of all. */
export function arnOf(service: string, kind: string, nameOrArn: string, { region, account }: Surroundings): string {
  return nameOrArn.startsWith('arn:')
    ? nameOrArn
    : `arn:aws:${service}:${region}:${account}:${kind}${nameOrArn || '*'}`;
}

/** What is asked of the key that encrypts a resource, if a customer's key does. */
export function keyChecks(
  actions: readonly string[],
  arn: string,
  service: string,
  { keyOf, region }: Surroundings,
): RequiredCheck[] {
  const key = keyOf(arn);
  return key === undefined
    ? []
    : actions.map((action) => check(action, key, { 'kms:ViaService': `${service}.${region}.amazonaws.com` }));
}
