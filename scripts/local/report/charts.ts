import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { DriftLook } from '../close-the-loop';
import type { Evidence } from '../evidence';
import type { SideBySide } from '../side-by-side';
import type { StageResult } from '../stages';

/** Drawn without a browser. Text and axes take the page's colour, so that one drawing reads on light and dark. */
const { document } = parseHTML('<html><body></body></html>');
const WIDTH = 560;
const HEIGHT = 320;
const ACCENT = 'var(--accent)';
const QUIET = 'var(--quiet)';
const BASE = {
  document,
  width: WIDTH,
  height: HEIGHT,
  marginLeft: 60,
  marginBottom: 45,
  style: { background: 'transparent', fontSize: '12px' },
} as const;

function svg(options: Plot.PlotOptions): string {
  return Plot.plot({ ...BASE, ...options } as Plot.PlotOptions).outerHTML;
}

type Report = Evidence['report'];

/** True positives won against false positives paid, at every threshold. */
export function rocChart({ rocCurve }: Report): string {
  const points = rocCurve.falsePositiveRates.map((x, at) => ({ x, y: rocCurve.truePositiveRates[at] ?? 0 }));
  return svg({
    x: { label: 'false positive rate', domain: [0, 1] },
    y: { label: 'true positive rate', domain: [0, 1], grid: true },
    marks: [
      Plot.line(
        [
          { x: 0, y: 0 },
          { x: 1, y: 1 },
        ],
        { x: 'x', y: 'y', stroke: QUIET, strokeDasharray: '4 4' },
      ),
      Plot.line(points, { x: 'x', y: 'y', stroke: ACCENT, strokeWidth: 2 }),
    ],
  });
}

/** What the decisions on the test rows are worth at every threshold, and the threshold that was chosen before. */
export function netValueChart({ netValueCurve, threshold, netValue, currency }: Report): string {
  const points = netValueCurve.thresholds.flatMap((x, at) =>
    x === null ? [] : [{ x, y: netValueCurve.netValues[at] ?? 0 }],
  );
  return svg({
    x: { label: 'threshold', domain: [0, 1] },
    y: { label: `value of the decisions, ${currency}`, grid: true },
    marks: [
      Plot.ruleY([0], { stroke: QUIET }),
      Plot.line(points, { x: 'x', y: 'y', stroke: ACCENT, strokeWidth: 2 }),
      Plot.dot([{ x: threshold, y: netValue }], { x: 'x', y: 'y', fill: ACCENT, r: 5 }),
    ],
  });
}

/** The features that move the score most, by mean absolute contribution. */
export function featureChart({ features }: Evidence['explanation']): string {
  const shown = features.slice(0, 12);
  return svg({
    marginLeft: 190,
    x: { label: 'mean absolute contribution to the score (log-odds)', grid: true },
    y: { label: null, domain: shown.map(({ feature }) => feature) },
    marks: [Plot.barX(shown, { x: 'meanAbsoluteShap', y: 'feature', fill: ACCENT }), Plot.ruleX([0])],
  });
}

/** Where the time went. */
export function stageChart(stages: readonly StageResult[]): string {
  return svg({
    marginLeft: 390,
    width: 760,
    height: 40 + 26 * stages.length,
    x: { label: 'seconds', grid: true },
    y: { label: null, domain: stages.map(({ title }) => title) },
    marks: [Plot.barX(stages, { x: 'seconds', y: 'title', fill: ACCENT }), Plot.ruleX([0])],
  });
}

/** How far each feature had moved at each of two looks; the tick is its limit, from where on it is drift. */
export function driftChart(looks: Readonly<Record<string, DriftLook>>): string {
  const rows = Object.entries(looks).flatMap(([when, { versions }]) =>
    (versions.find(({ inService }) => inService)?.features ?? []).map((each) => ({ ...each, when })),
  );
  const names = [...new Set([...rows].sort((a, b) => b.psi - a.psi).map(({ name }) => name))].slice(0, 15);
  const shown = rows.filter(({ name }) => names.includes(name));
  return svg({
    marginLeft: 190,
    height: 60 + 36 * names.length,
    x: { label: 'population stability index', grid: true },
    y: { label: null, axis: null },
    fy: { label: null, domain: names },
    color: { legend: true, domain: Object.keys(looks), range: [QUIET, ACCENT] },
    marks: [
      Plot.barX(shown, { x: 'psi', y: 'when', fy: 'name', fill: 'when' }),
      Plot.tickX(shown, { x: 'limit', y: 'when', fy: 'name', stroke: 'currentColor', strokeWidth: 2 }),
      Plot.ruleX([0]),
    ],
  });
}

/** What deciding by either version is worth on the same records, and what it is worth to ask no model. */
export function worthChart({ former, retrained, policies }: SideBySide, currency: string): string {
  const bars = [
    { who: 'act on nobody', worth: policies.nobody, model: false },
    { who: 'act on everybody', worth: policies.everybody, model: false },
    { who: 'former version', worth: former.netValue, model: true },
    { who: 'retrained version', worth: retrained.netValue, model: true },
  ];
  return svg({
    marginLeft: 130,
    height: 220,
    x: { label: `value of the decisions, ${currency}`, grid: true },
    y: { label: null, domain: bars.map(({ who }) => who) },
    marks: [Plot.barX(bars, { x: 'worth', y: 'who', fill: ({ model }) => (model ? ACCENT : QUIET) }), Plot.ruleX([0])],
  });
}
