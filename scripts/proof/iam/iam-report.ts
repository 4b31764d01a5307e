import type { Assembly } from '../assembly';
import { redundantIn } from './deletion';
import { type JudgedRole, judged, type OpenRole, rolesOf } from './iam-judged';
import { keyCalls, keyUses } from './iam-keys';
import { type Known, knownIn } from './iam-known';
import { recordedIn } from './iam-recording';
import { refusalsOf } from './iam-refused';
import { type Unused, unusedBy } from './minimal';
import type { Recording } from './record/read-record';
import type { RecordedCall } from './recorded-call';
import { serviceCalls } from './service-calls';
import { insufficient } from './sufficient';
import { reasonFor, UNUSED_WITH_REASON, type UnusedWithReason } from './unused-with-reason';
import { matches } from './wildcard';

/** What came of one role. */
export interface RoleReport {
  readonly role: JudgedRole;
  /** Calls that are not allowed, and requests that must be refused and are not. */
  readonly insufficient: readonly string[];
  readonly tooMuch: readonly string[];
  readonly unused: readonly Unused[];
  readonly withReason: readonly (Unused & { readonly reason: UnusedWithReason })[];
}

export interface IamReport {
  readonly roles: readonly RoleReport[];
  /** Reasons that nothing needs any more. */
  readonly stale: readonly UnusedWithReason[];
}

interface Finding {
  /** Stack and logical id. */
  readonly role: string;
  readonly message: string;
}

/** Holds the roles of assemblies against one record of calls, each role anew only if its statements or calls are others. */
export class IamProof {
  private readonly recorded: ReturnType<typeof recordedIn>;
  private readonly byRole: ReadonlyMap<string, RecordedCall[]>;
  private readonly keyUses: readonly RecordedCall[];
  private readonly memory = new Map<string, RoleReport>();

  public constructor(
    recording: Recording,
    environment: string,
    private readonly reasons: readonly UnusedWithReason[] = UNUSED_WITH_REASON,
  ) {
    this.recorded = recordedIn(recording, environment);
    this.byRole = byRole(this.recorded.calls);
    this.keyUses = keyUses(this.recorded.calls);
  }

  /** Every role of an assembly beside the calls that were recorded and those that services make. */
  public report(assembly: Assembly): IamReport {
    const { nameOf } = this.recorded;
    const open = rolesOf(assembly, nameOf);
    const derived = byRole([...serviceCalls(assembly, nameOf), ...keyCalls(this.keyUses, open, assembly, nameOf)]);
    const known = knownIn(assembly, nameOf);
    const roles = open.map((role) => this.reportOf(role, derived.get(role.id) ?? [], known));
    const used = new Set(roles.flatMap(({ withReason }) => withReason.map(({ reason }) => reason)));
    const stale = this.reasons.filter(
      (entry) => !used.has(entry) && roles.some(({ role }) => matches(entry.role, role.id)),
    );
    return { roles, stale };
  }

  private reportOf(role: OpenRole, derived: readonly RecordedCall[], known: Known): RoleReport {
    const key = JSON.stringify([role.id, role.elsewhere, derived, role.statements.map(withoutHolder)]);
    const found =
      this.memory.get(key) ??
      report(judged(role, [...(this.byRole.get(role.id) ?? []), ...derived]), known, this.reasons);
    this.memory.set(key, found);
    return found;
  }
}

/** What is wrong with the roles of an assembly: too few rights, too many, and reasons that hold no longer. */
export function findingsOf({ roles, stale }: IamReport): Finding[] {
  return [
    ...roles.flatMap(({ role: { id }, insufficient: few, tooMuch, unused }) =>
      [...few, ...tooMuch, ...unused.map(({ message }) => message)].map((message) => ({ role: id, message })),
    ),
    ...stale.map(({ role, what, reason }) => ({ role, message: `stale reason for ${what}: ${reason}` })),
  ];
}

/** As `findingsOf`, for the proof: what a role of an assembly may do too little or too much. */
export function iamFindings(assembly: Assembly, recording: Recording, environment: string): Finding[] {
  return findingsOf(new IamProof(recording, environment).report(assembly));
}

function report(role: JudgedRole, known: Known, reasons: readonly UnusedWithReason[]): RoleReport {
  const all = [...unusedBy(role, known), ...redundantIn(role)];
  const withReason = all.flatMap((each) => {
    const reason = reasonFor(each, reasons);
    return reason ? [{ ...each, reason }] : [];
  });
  return {
    role,
    insufficient: insufficient(role),
    tooMuch: refusalsOf(role),
    unused: all.filter((each) => reasonFor(each, reasons) === undefined),
    withReason,
  };
}

function byRole(calls: readonly RecordedCall[]): ReadonlyMap<string, RecordedCall[]> {
  const found = new Map<string, RecordedCall[]>();
  for (const call of calls) {
    const others = found.get(call.role);
    if (others) others.push(call);
    else found.set(call.role, [call]);
  }
  return found;
}

function withoutHolder({ holder: _, ...statement }: OpenRole['statements'][number]): object {
  return statement;
}
