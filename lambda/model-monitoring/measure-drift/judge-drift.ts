import { type ColumnDrift, driftOf, worstColumn } from '../../../lib/metrics';
import type { VersionTally } from './version-tally';

/**
 * How often a look may call undrifted data drifted, all columns together: once in about three years of daily looks.
 */
const FALSE_ALARM_RATE = 0.001;

export interface VersionDrift {
  readonly version: string;
  /** It answered last of all; only its drift asks for a training, the others have been replaced. */
  readonly inService: boolean;
  readonly records: number;
  /** Missing when the version was not judged; `reason` says why. */
  readonly score?: ColumnDrift;
  readonly features?: readonly ColumnDrift[];
  readonly reason?: string;
}

export interface DriftRules {
  readonly minimumRows: number;
  readonly smallestDrift: number;
}

/** Compares each version's records, newest answer first, with its own baseline; too few, or no baseline, is not judged. */
export function judgeVersions(tallies: readonly VersionTally[], rules: DriftRules): VersionDrift[] {
  return tallies.map((tally, index) => {
    const { version, baseline, records, columns } = tally;
    const known = { version, inService: index === 0, records };
    if (baseline instanceof Error) return { ...known, reason: baseline.message };
    if (!baseline) return { ...known, reason: 'the registry no longer has it, so there is nothing to compare with' };
    if (records < rules.minimumRows)
      return { ...known, reason: `${records} records are too few to judge, ${rules.minimumRows} are needed` };
    const drift = driftOf({
      baseline: columns,
      now: tally.counts(),
      rules: { smallestDrift: rules.smallestDrift, falseAlarmRate: FALSE_ALARM_RATE },
    });
    const [score, ...features] = drift.columns;
    return { ...known, score, features };
  });
}

/** What a look found about the version in service, in a sentence for operators. */
export function verdictOn(inService: VersionDrift | undefined): { verdict: Verdict; sentence: string } {
  if (!inService) return { verdict: 'not-judged', sentence: 'Not judged: nothing was predicted since the last look.' };
  const { version, reason, score, features = [], records } = inService;
  const name = `version ${version.split('/').at(-1)}`;
  if (!score) return { verdict: 'not-judged', sentence: `Not judged: ${name}, which is in service: ${reason}.` };
  const worst = worstColumn(features) ?? score;
  const isDrift = worst.ratio >= 1 || score.ratio >= 1;
  const moved = worst.ratio >= 1 ? 'The data drifted' : isDrift ? 'The scores drifted, the data did not' : 'No drift';
  const sentence = `${moved}: of ${records} records, ${inWords(worst)} (the worst feature); ${inWords(score)}; ${name}.`;
  return { verdict: isDrift ? 'drift' : 'no-drift', sentence };
}

export type Verdict = 'drift' | 'no-drift' | 'not-judged';

function inWords({ name, psi, limit, ratio }: ColumnDrift): string {
  return `${name} has a PSI of ${psi.toFixed(3)}, ${ratio.toFixed(2)} of its limit ${limit.toFixed(3)}`;
}
