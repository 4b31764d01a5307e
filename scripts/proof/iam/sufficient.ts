import type { JudgedCall, JudgedRole } from './iam-judged';
import { inWords } from './statement';

/** Calls that a role makes and its policies do not allow, each in a sentence; many calls of one kind in one. */
export function insufficient({ calls }: JudgedRole): string[] {
  return [...new Set(calls.filter(isRefused).map(inOneSentence))];
}

function isRefused({ ways, denied }: JudgedCall): boolean {
  return denied !== undefined || ways.length === 0;
}

function inOneSentence({ call, denied }: JudgedCall): string {
  const { action, resource, from, context } = call;
  const on = resource === undefined ? '' : ` on ${shortened(resource)}`;
  const said = Object.entries(context).map(([key, value]) => `${key} ${String(value)}`);
  const saying = said.length === 0 ? '' : ` with ${said.filter((each) => !each.startsWith('s3:prefix')).join(', ')}`;
  const why = denied ? `is denied by ${inWords(denied)}` : 'is allowed by no statement';
  return `${action}${on}${saying === ' with ' ? '' : saying} ${why} (${from})`;
}

/** Objects of one folder are one finding. */
function shortened(arn: string): string {
  return /^(arn:aws:s3:::[^/]+\/[^/]+\/[^/]+\/).+/.exec(arn)?.[1]?.concat('…') ?? arn;
}
