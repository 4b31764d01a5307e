import * as Plot from '@observablehq/plot';
import type { ColumnDrift } from '../../lib/metrics';
import { barsChart } from './bars-chart';
import { asPercent, drawing, TONES } from './drawing';
import { decimal, percent } from './words';

/** How far one feature has moved; its bins are needed only where they shall be drawn. */
export type FeatureDrift = Pick<ColumnDrift, 'name' | 'psi' | 'limit' | 'ratio'> & {
  readonly counts?: ColumnDrift['counts'];
  readonly edges?: readonly number[];
  readonly categories?: readonly (string | number | boolean)[];
};

/** More bars than this are no overview. */
export const MOST_BARS = 12;

/** The features furthest beyond their limits, or nearest to them, first. */
export function worstFirst<T extends Pick<FeatureDrift, 'name' | 'ratio'>>(drift: readonly T[]): T[] {
  return [...drift].sort((a, b) => b.ratio - a.ratio || (a.name < b.name ? -1 : 1));
}

/** A bar for each of the worst features, and its limit. */
export function driftChart(drift: readonly Omit<FeatureDrift, 'counts'>[]): string {
  const shown = worstFirst(drift).slice(0, MOST_BARS);
  const said = shown.map(({ name, psi, limit }) => `${name} ${decimal(psi)}, its limit ${decimal(limit)}`).join('; ');
  const bars = shown.map(({ name, psi, limit, ratio }) => ({
    name,
    value: psi,
    limit,
    said: `${decimal(psi)}, ${times(ratio)}`,
    tone: ratio >= 1 ? TONES.alarm : TONES.quiet,
  }));
  return barsChart(`Population stability index by feature: ${said}.`, bars, 'population stability index');
}

/** Never "1 × limit" of what is within it. */
export function times(ratio: number): string {
  return `${decimal(ratio < 1 ? Math.floor(100 * ratio) / 100 : ratio)} × limit`;
}

interface Bin {
  readonly name: string;
  readonly training: number;
  readonly now: number;
  /** Where it stands: what is no value stands apart from the scale. */
  readonly from: number;
}

/** A feature's rows by bin: what the model was trained on, wide, and what comes now, narrow. Null without bins. */
export function shiftChart(feature: FeatureDrift): string | null {
  const bins = binsOf(feature);
  if (bins.length === 0) return null;
  const moved = (bin: Bin) => Math.abs(bin.now - bin.training);
  const most = bins.reduce((worst, bin) => (moved(bin) > moved(worst) ? bin : worst));
  const label =
    `${feature.name}, training against now in ${bins.length} bins. ` +
    `Moved most: ${most.name}, from ${percent(most.training)} to ${percent(most.now)} of the rows.`;
  const end = (bins.at(-1) as Bin).from + 1;
  const ticks = ticksOf(feature, bins);
  const bar = (share: 'training' | 'now', inset: number) => ({
    x1: ({ from }: Bin) => from + inset,
    x2: ({ from }: Bin) => from + 1 - inset,
    y1: 0,
    y2: share,
    className: share,
  });
  return drawing(label, {
    height: 132,
    marginTop: 8,
    marginBottom: 22,
    marginLeft: 40,
    marginRight: 14,
    x: {
      label: null,
      domain: [0, end],
      ticks: ticks.map(({ at }) => at),
      tickFormat: (at: number) => ticks.find((tick) => tick.at === at)?.name ?? '',
      tickSize: 'edges' in feature ? 6 : 0,
    },
    y: { label: null, grid: true, ticks: 3, tickFormat: asPercent },
    marks: [
      Plot.rectY(bins, { ...bar('training', 0.05), fill: TONES.quiet, fillOpacity: 0.55 }),
      Plot.rectY(bins, { ...bar('now', 0.28), fill: TONES.model }),
      Plot.ruleY([0], { stroke: TONES.soft }),
    ],
  });
}

function binsOf({ counts, edges, categories }: FeatureDrift): Bin[] {
  if (!counts || !(edges || categories)) return [];
  const [training, now] = [sharesOf(counts.training), sharesOf(counts.now)];
  const ends = [...(categories ? ['others'] : []), 'missing'];
  const named = edges ? Array.from({ length: edges.length + 1 }, (_, bin) => rangeOf(edges, bin)) : (categories ?? []);
  return [...named.map(String), ...ends].flatMap((name, bin) => {
    const isApart = bin >= named.length;
    const share = { training: training[bin] ?? 0, now: now[bin] ?? 0 };
    // What is in no bin on either side needs no place.
    if (isApart && share.training === 0 && share.now === 0) return [];
    return [{ name, ...share, from: isApart ? bin + 0.4 : bin }];
  });
}

function sharesOf(counts: readonly number[]): number[] {
  const rows = counts.reduce((total, each) => total + each, 0);
  return counts.map((each) => (rows === 0 ? 0 : each / rows));
}

function rangeOf(edges: readonly number[], bin: number): string {
  if (edges.length === 0) return 'all values';
  if (bin === 0) return `below ${decimal(edges[0] as number)}`;
  if (bin === edges.length) return `from ${decimal(edges.at(-1) as number)}`;
  return `${decimal(edges[bin - 1] as number)} to ${decimal(edges[bin] as number)}`;
}

/** At most so many edges are named, and categories as far as their names fit. */
const MOST_EDGES = 4;
const CHARACTERS = 42;

function ticksOf({ edges }: FeatureDrift, bins: readonly Bin[]): { at: number; name: string }[] {
  const apart = bins.filter(({ from }) => !Number.isInteger(from));
  const named = edges ? apart : bins;
  const room = Math.floor(CHARACTERS / bins.length);
  const names = named.map(({ from, name }) => ({
    at: from + 0.5,
    name: edges || name.length <= room ? name : room < 3 ? '' : `${name.slice(0, room - 1)}…`,
  }));
  if (!edges) return names;
  const step = Math.ceil(edges.length / MOST_EDGES);
  const first = Math.floor(((edges.length - 1) % step) / 2);
  const shown = edges.map((edge, place) => ({ at: place + 1, name: decimal(edge), place }));
  return [...shown.filter(({ place }) => (place - first) % step === 0), ...names];
}
