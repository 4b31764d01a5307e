import { type Bar, barsChart } from '../../report/bars-chart';
import { TONES } from '../../report/drawing';
import { count, decimal, money, percent } from '../../report/words';
import type { DriftLook } from '../close-the-loop';
import type { Evidence } from '../evidence';
import type { SideBySide } from '../side-by-side';
import type { StageResult } from '../stages';

/** More bars than this are no overview. */
const MOST_BARS = 12;

/** The features that move the score most, by mean absolute contribution. */
export function featureChart({ features }: Evidence['explanation']): string {
  const bars = features.slice(0, MOST_BARS).map(({ feature, meanAbsoluteShap, share }) => ({
    name: feature,
    value: meanAbsoluteShap,
    said: `${decimal(meanAbsoluteShap)}, ${percent(share)}`,
  }));
  return barsChart(labelOf('What moves the score most', bars), bars, 'mean absolute contribution (log-odds)');
}

/** Where the time went. */
export function stageChart(stages: readonly StageResult[]): string {
  const bars = stages.map(({ title, seconds }) => ({ name: title, value: seconds, said: `${seconds.toFixed(1)} s` }));
  return barsChart(labelOf('Time of each stage', bars), bars, 'seconds');
}

/** How far each feature had moved at each of two looks; the tick is its limit, from where on it is drift. */
export function driftChart({ calm, drifted }: { readonly calm: DriftLook; readonly drifted: DriftLook }): string {
  const before = new Map(featuresOf(calm).map(({ name, psi }) => [name, psi]));
  const bars = [...featuresOf(drifted)]
    .sort((a, b) => b.psi - a.psi)
    .slice(0, MOST_BARS)
    .map(({ name, psi, limit }) => ({
      name,
      value: psi,
      limit,
      former: before.get(name),
      said: `${decimal(psi)}, limit ${decimal(limit)}`,
      tone: psi >= limit ? TONES.alarm : TONES.model,
    }));
  return barsChart(labelOf('Drift by feature', bars), bars, 'population stability index');
}

function featuresOf({ versions }: DriftLook) {
  return versions.find(({ inService }) => inService)?.features ?? [];
}

/** What deciding by either version is worth on the same records, and what it is worth to ask no model. */
export function worthChart({ former, retrained, policies, rows }: SideBySide, currency: string): string {
  const bar = (name: string, worth: number, tone: string) => ({
    name,
    value: worth,
    said: money(worth, currency),
    tone,
  });
  const bars = [
    bar('act on nobody', policies.nobody, TONES.quiet),
    bar('act on everybody', policies.everybody, TONES.quiet),
    bar('former version', former.netValue, TONES.model),
    bar('retrained version', retrained.netValue, TONES.model),
  ];
  return barsChart(labelOf(`Value on ${count(rows)} records`, bars), bars, `value of the decisions, ${currency}`);
}

function labelOf(what: string, bars: readonly Bar[]): string {
  return `${what}. ${bars.map(({ name, said }) => `${name}: ${said}`).join('; ')}.`;
}
