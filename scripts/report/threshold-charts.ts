import * as Plot from '@observablehq/plot';
import type { BinaryReport, MoneyReport } from '../../lib/metrics';
import { asPercent, chosenPoint, drawing, type Point, TONES, thinned, WRITTEN } from './drawing';
import { count, decimal, money as inMoney, withMinus } from './words';

/** What the chart of net value needs of a report. */
export type DrawnMoney = Pick<MoneyReport, 'netValue' | 'constantPolicies' | 'best' | 'curve'>;

type ScoreHistogram = BinaryReport['scoreHistogram'];
type Range = readonly [low: number, high: number];

const DASHED = { stroke: TONES.quiet, strokeWidth: 1.5, strokeDasharray: '4 4' } as const;

/** What decisions are worth at every threshold: the chosen one, the best in hindsight, and asking no model at all. */
export function netValueChart(money: DrawnMoney, threshold: number | null, currency: string): string {
  const { curve, constantPolicies, best, netValue } = money;
  const { nobody, everybody } = constantPolicies;
  const points = thinned(curve.thresholds.length).flatMap((place) => {
    const x = curve.thresholds[place] ?? null;
    return x === null ? [] : [{ x, y: curve.netValues[place] as number }];
  });
  const range = rangeOf(
    points.map(({ x }) => x),
    threshold,
  );
  const [low, high] = range;
  // Above the highest score nobody is acted on, from the lowest down everybody.
  const line = [{ x: high, y: nobody }, ...points, { x: low, y: everybody }];
  const values = line.map(({ y }) => y);
  const [least, most] = [Math.min(...values, netValue), Math.max(...values, netValue, best.netValue)];
  const policy = (name: string, value: number, text: { textAnchor: 'start' | 'end'; dy: number }) => [
    Plot.ruleY([value], { ...DASHED, className: name.replaceAll(' ', '-') }),
    Plot.text([name], {
      ...WRITTEN,
      ...text,
      x: text.textAnchor === 'start' ? low : high,
      y: value,
      dx: text.textAnchor === 'start' ? 4 : 0,
    }),
  ];
  const label =
    `Net value by threshold. Chosen: ${inMoney(netValue, currency)}. Best on these rows: ${inMoney(best.netValue, currency)}. ` +
    `Acting on nobody: ${inMoney(nobody, currency)}; on everybody: ${inMoney(everybody, currency)}.`;
  return drawing(label, {
    marginLeft: 52,
    x: { label: 'threshold', labelAnchor: 'center', labelArrow: 'none', domain: range, ticks: 5 },
    y: {
      label: `net value, ${currency}`,
      labelArrow: 'none',
      domain: withHeadroom(least, most),
      grid: true,
      ticks: 6,
      tickFormat: compact,
    },
    marks: [
      threshold === null ? null : thresholdRule(threshold, range),
      // Each name stands at the end where the curve is at the other policy, on the side where it does not pass.
      ...policy('act on nobody', nobody, { textAnchor: 'start', dy: nobody > everybody ? 10 : -9 }),
      ...policy('act on everybody', everybody, { textAnchor: 'end', dy: -9 }),
      Plot.line(line, {
        x: 'x',
        y: 'y',
        curve: 'step-after',
        stroke: TONES.model,
        strokeWidth: 2.5,
        className: 'net-value-curve',
      }),
      best.threshold === null ? null : bestPoint({ x: best.threshold, y: best.netValue }),
      threshold === null ? null : chosenPoint({ x: threshold, y: netValue }),
    ],
  });
}

/** How the scores of each class are spread, positives upwards and negatives downwards, each as shares of its class. */
export function histogramChart(
  histogram: ScoreHistogram,
  { threshold, positives, negatives }: Pick<BinaryReport, 'threshold' | 'positives' | 'negatives'>,
): string {
  const { edges } = histogram;
  const range = rangeOf(edges, threshold);
  const bars = (counts: readonly number[], rows: number, sign: 1 | -1) =>
    counts.flatMap((each, bin) =>
      each === 0 ? [] : [{ x1: edges[bin], x2: edges[bin + 1], y: (sign * each) / rows }],
    );
  const [up, down] = [bars(histogram.positives, positives, 1), bars(histogram.negatives, negatives, -1)];
  const bar = { x1: 'x1', x2: 'x2', y1: 0, y2: 'y', inset: 0.5 };
  const label =
    `Scores by class: ${said(histogram, histogram.positives, positives, 'positive')}; ` +
    `${said(histogram, histogram.negatives, negatives, 'negative')}.`;
  return drawing(label, {
    height: 390,
    x: { label: 'score', labelAnchor: 'center', labelArrow: 'none', domain: range, ticks: 5 },
    y: {
      label: 'share of the rows of a class',
      labelArrow: 'none',
      domain: withHeadroom(Math.min(0, ...down.map(({ y }) => y)), Math.max(0, ...up.map(({ y }) => y))),
      grid: true,
      ticks: 6,
      tickFormat: (share: number) => asPercent(Math.abs(share)),
    },
    marks: [
      Plot.rectY(up, { ...bar, fill: TONES.positive, className: 'positives' }),
      Plot.rectY(down, { ...bar, fill: TONES.negative, className: 'negatives' }),
      Plot.ruleY([0], { stroke: TONES.ink }),
      threshold === null ? null : thresholdRule(threshold, range),
    ],
  });
}

/** From 0 to 1 when all are probabilities; the threshold is always within. */
function rangeOf(scores: readonly number[], threshold: number | null): Range {
  const all = threshold === null ? scores : [...scores, threshold];
  if (all.every((each) => each >= 0 && each <= 1)) return [0, 1];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return low < high ? [low, high] : [low - 0.5, high + 0.5];
}

/** Room above for the name of the threshold. */
function withHeadroom(low: number, high: number): Range {
  return low < high ? [low, high + 0.14 * (high - low)] : [low - 1, high + 1];
}

function bestPoint(point: Point): Plot.Markish {
  return Plot.dot([point], { x: 'x', y: 'y', r: 7, stroke: TONES.ink, strokeWidth: 2, className: 'best-threshold' });
}

function thresholdRule(threshold: number, [low, high]: Range): Plot.Markish {
  const isLeft = threshold < (low + high) / 2;
  return [
    Plot.ruleX([threshold], { stroke: TONES.ink, strokeWidth: 1.5, strokeDasharray: '2 3', className: 'threshold' }),
    Plot.text([`threshold ${decimal(threshold)}`], {
      ...WRITTEN,
      x: threshold,
      frameAnchor: 'top',
      textAnchor: isLeft ? 'start' : 'end',
      dx: isLeft ? 6 : -6,
      dy: 4,
    }),
  ];
}

function said({ edges }: ScoreHistogram, counts: readonly number[], rows: number, name: string): string {
  if (rows === 0) return `no ${name} row`;
  const bin = counts.indexOf(Math.max(...counts));
  return `${count(rows)} ${name} rows, most of them from ${decimal(edges[bin] as number)} to ${decimal(edges[bin + 1] as number)}`;
}

function compact(value: number): string {
  return withMinus(value.toLocaleString('en-US', { notation: 'compact', maximumFractionDigits: 1 }));
}
