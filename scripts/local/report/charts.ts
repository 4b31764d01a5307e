import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Evidence } from '../evidence';
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
    marginLeft: 320,
    width: 700,
    height: 40 + 26 * stages.length,
    x: { label: 'seconds', grid: true },
    y: { label: null, domain: stages.map(({ title }) => title) },
    marks: [Plot.barX(stages, { x: 'seconds', y: 'title', fill: ACCENT }), Plot.ruleX([0])],
  });
}
