/** What a policy allows. */
export interface Allowed {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Patterns of condition keys' values, of which a request has to fulfil one for each key. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

interface Statement {
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: { readonly StringLike: Readonly<Record<string, readonly string[]>> };
}

export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

/** IAM's quota for a managed policy, in characters without blanks. */
export const LARGEST = 6144;

/** A policy of these statements. */
export function policyOf(allowed: readonly Allowed[]): Policy {
  return {
    Version: '2012-10-17',
    Statement: allowed.map(({ actions, resources, context }) => ({
      Effect: 'Allow',
      Action: actions,
      Resource: resources,
      ...(context && { Condition: { StringLike: context } }),
    })),
  };
}

/** As many policies as these statements need: none is larger than IAM takes. Throws for a statement that fits in none. */
export function policiesOf(allowed: readonly Allowed[]): Policy[] {
  const groups: Allowed[][] = [[]];
  for (const each of allowed) {
    if (sizeOf(policyOf([each])) > LARGEST) throw new Error(`no policy holds the statement of ${each.actions[0]}`);
    const last = groups.at(-1) ?? [];
    if (sizeOf(policyOf([...last, each])) > LARGEST) groups.push([each]);
    else last.push(each);
  }
  return groups.map(policyOf);
}

export function sizeOf(policy: Policy): number {
  return JSON.stringify(policy).replace(/\s/g, '').length;
}
