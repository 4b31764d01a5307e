import type { Way } from './iam-judged';
import type { findingsOf, IamReport, RoleReport } from './iam-report';
import { inWords } from './statement';

const HEAD = ['role', 'calls', 'statements', 'unused with reason', 'unused'];

/** A line for each role. */
export function tableText(reports: readonly RoleReport[]): string {
  const rows = reports.map(({ role, withReason, unused }) => [
    role.id,
    ...[role.calls.length, role.statements.length, withReason.length, unused.length].map(String),
  ]);
  const widths = HEAD.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [HEAD, ...rows]
    .map((row) => row.map((cell, column) => pad(cell, widths[column] ?? 0, column > 0)).join('  '))
    .join('\n');
}

/** Every call of a role with what allows it, then what nothing uses. */
export function callsText({ role, unused, withReason }: RoleReport): string {
  const calls = role.calls.map(({ call, ways, denied }) => {
    const by = denied ? `denied by ${inWords(denied)}` : ways[0] ? allowedBy(ways[0], role.statements) : 'refused';
    return `  ${call.action} ${call.resource ?? '(name not known)'}  [${call.from}]  ${by}`;
  });
  return [
    `\n${role.id}`,
    ...new Set(calls),
    ...unused.map(({ message }) => `  unused: ${message}`),
    ...withReason.map(({ message, reason }) => `  unused with reason: ${message}; ${reason.reason}`),
  ].join('\n');
}

function allowedBy({ statement, action }: Way, statements: RoleReport['role']['statements']): string {
  const meant = statement === undefined ? undefined : statements[statement];
  if (!meant) return 'by a policy of the resource or of AWS';
  return `by ${inWords(meant)} of ${meant.holder.logicalId}${action === undefined ? '' : ` (${action})`}`;
}

export function findingsText(findings: ReturnType<typeof findingsOf>): string {
  return findings.map(({ role, message }) => `${role}: ${message}\n`).join('');
}

/** What was counted, in one line. */
export function figuresText({ roles, stale }: IamReport): string {
  const sum = (count: (report: RoleReport) => number) => roles.reduce((all, each) => all + count(each), 0);
  return [
    `${roles.length} roles`,
    `${sum(({ role }) => role.calls.length)} calls`,
    `${sum(({ role }) => role.statements.length)} statements`,
    `${sum(({ insufficient }) => insufficient.length)} insufficient`,
    `${sum(({ tooMuch }) => tooMuch.length)} not refused`,
    `${sum(({ withReason }) => withReason.length)} unused with reason`,
    `${sum(({ unused }) => unused.length)} unused`,
    `${stale.length} stale reasons`,
  ].join(', ');
}

function pad(cell: string, width: number, right: boolean): string {
  return right ? cell.padStart(width) : cell.padEnd(width);
}
