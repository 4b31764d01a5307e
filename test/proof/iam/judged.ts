import { type JudgedRole, judged, rolesOf } from '../../../scripts/proof/iam/iam-judged';
import type { RecordedCall } from '../../../scripts/proof/iam/recorded-call';
import { assemblyOf, roleWith } from './made-up';

/** A role with statements, beside the calls that were made with it. */
export function judgedWith(statements: readonly object[], calls: readonly RecordedCall[]): JudgedRole {
  const [role] = rolesOf(assemblyOf({ Role: roleWith('lambda.amazonaws.com', ...statements) }));
  if (!role) throw new Error('there is no role');
  return judged(role, calls);
}
