import type { Goal } from './goal';
import type { JoinedVersion } from './join-predictions';
import { judgeQuality, type Quality } from './judge-quality';

export interface VersionQuality {
  readonly version: string;
  /** It answered last of all; only its drop asks for a training, the others have been replaced. */
  readonly inService: boolean;
  readonly rows: number;
  readonly positives: number;
  /** Missing when the version was not judged; `reason` says why. */
  readonly quality?: Quality;
  readonly reason?: string;
}

/** Judges each version by what became of its decisions; too few of them, or all of one class, and it is not judged. */
export function judgeVersions(
  versions: readonly JoinedVersion[],
  inService: string | undefined,
  { goal, minimumRows }: { readonly goal: Goal; readonly minimumRows: number },
): VersionQuality[] {
  return versions.map(({ version, rows }) => {
    const count = rows.actual.length;
    const positives = rows.actual.reduce((sum, label) => sum + label, 0);
    const known = { version, inService: version === inService, rows: count, positives };
    if (count < minimumRows)
      return { ...known, reason: `${count} outcomes are too few to judge, ${minimumRows} are needed` };
    const quality = judgeQuality(rows, goal);
    if (!quality) return { ...known, reason: `all ${count} outcomes are ${positives > 0 ? 'positive' : 'negative'}` };
    return { ...known, quality };
  });
}

export type Verdict = 'dropped' | 'holds' | 'not-judged';

/** What a look found about the version in service, in a sentence for operators. */
export function verdictOn(judged: VersionQuality | undefined, goal: Goal): { verdict: Verdict; sentence: string } {
  if (!judged)
    return {
      verdict: 'not-judged',
      sentence: 'Not judged: no outcome of the version in service came since the last look.',
    };
  const { version, quality, reason, rows } = judged;
  const name = `version ${version.split('/').at(-1)}`;
  if (!quality) return { verdict: 'not-judged', sentence: `Not judged: ${name}, which is in service: ${reason}.` };
  const { rocAuc, money, ratio } = quality;
  const ranking = `AUC ${rocAuc.value.toFixed(3)} ± ${rocAuc.standardError.toFixed(3)} (minimum ${goal.minimum})`;
  const worth = `worth ${inMoney(Math.abs(money.gain), goal)} ± ${inMoney(money.standardError, goal)} ${money.gain < 0 ? 'less' : 'more'} than acting on ${money.policy}`;
  return {
    verdict: ratio >= 1 ? 'dropped' : 'holds',
    sentence: `${ratio >= 1 ? 'The quality dropped' : 'The quality holds'}: ${ranking}, ${worth}; ${rows} outcomes, ${name}.`,
  };
}

function inMoney(value: number, { currency }: Goal): string {
  return `${value.toFixed(0)} ${currency}`;
}
