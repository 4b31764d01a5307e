import { matches, overlap, tokensOf } from './wildcard';

const PARTS = 6;

/** Partition, service, region, account and what is left, which may hold colons; undefined for what is no ARN. */
export function partsOf(arn: string): string[] | undefined {
  if (!arn.startsWith('arn:')) return undefined;
  const parts = arn.split(':');
  return [...parts.slice(0, PARTS - 1), ...(parts.length >= PARTS ? [parts.slice(PARTS - 1).join(':')] : [])];
}

/**
 * Whether an ARN is one that a pattern stands for. Wildcards stay within their part, and IAM completes a pattern with too few
 * parts by `*` (IAM user guide, "IAM JSON policy elements: Resource").
 */
export function arnMatches(pattern: string, arn: string): boolean {
  if (pattern === '*') return true;
  const [wanted, found] = [partsOf(pattern), partsOf(arn)];
  if (!wanted || !found) return matches(pattern, arn);
  return found.every((part, index) => matches(wanted[index] ?? '*', part));
}

/** Whether two patterns of ARNs stand for any ARN in common. */
export function arnsOverlap(one: string, other: string): boolean {
  if (one === '*' || other === '*') return true;
  const [a, b] = [partsOf(one), partsOf(other)];
  if (!a || !b) return overlap(tokensOf(one), tokensOf(other));
  return Array.from({ length: PARTS }, (_, index) => index).every((index) =>
    overlap(tokensOf(a[index] ?? '*'), tokensOf(b[index] ?? '*')),
  );
}
