import type { Assembly, Stack } from './assembly';
import { pointedTo, referencesOf, textIn } from './tolerant-reading';
import { shown } from './value-at';

/**
 * Why a value is no key of one's own, in words that follow "its key"; nothing when it is one. Keys of AWS (`alias/aws/…`)
 * have policies that nobody can change, so no other service and no other account can be let in.
 */
export function wrongKey(value: unknown, stack: Stack, assembly: Assembly): string | undefined {
  if (value === undefined || value === '') return 'is missing';
  const text = textIn(value, stack, assembly);
  if (text.includes('alias/aws/')) return `is AWS's own, ${text}`;
  for (const meant of pointedTo(value, stack, assembly))
    if (!meant.Type.startsWith('AWS::KMS::')) return `is the ${meant.Type} ${meant.logicalId}`;
  if (referencesOf(value, stack, assembly).length > 0) return undefined;
  return /^(arn:[^:]+:kms:.+|alias\/.+|mrk-[0-9a-f]{32}|[0-9a-f-]{36})$/.test(text)
    ? undefined
    : `is ${shown(value)}, which names no key`;
}
