import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { decimal } from './words';

/** Drawn without a browser; colours are the page's (see style.ts), so that one drawing reads on light and dark. */
const { document } = parseHTML('<html><body></body></html>');

/** A phone's width less its margins: drawn larger, text would shrink below reading there. */
const WIDTH = 320;
/** What a chart is made of. */
export const TONES = {
  ink: 'var(--ink)',
  soft: 'var(--soft)',
  card: 'var(--card)',
  line: 'var(--line)',
  model: 'var(--model)',
  positive: 'var(--positive)',
  negative: 'var(--negative)',
  quiet: 'var(--quiet)',
  alarm: 'var(--alarm)',
} as const;

const BASE = {
  document,
  width: WIDTH,
  height: 290,
  marginTop: 26,
  marginRight: 18,
  marginBottom: 40,
  marginLeft: 46,
  className: 'chart',
  style: { background: 'transparent', color: TONES.soft, fontSize: '12px', fontFamily: 'inherit', overflow: 'visible' },
};

/** Draws a chart as SVG; `label` says in words and numbers what it shows to whoever does not see it. */
export function drawing(label: string, options: Plot.PlotOptions): string {
  const svg = Plot.plot({ ...BASE, ariaLabel: label, ...options } as Plot.PlotOptions);
  svg.setAttribute('role', 'img');
  // Said once for all charts in the page's style.
  svg.querySelector('style')?.remove();
  return svg.outerHTML;
}

/** Text on a chart: the ground's colour around it keeps lines from running through. */
export const WRITTEN = { fill: TONES.ink, stroke: TONES.card, strokeWidth: 4, strokeOpacity: 0.9 } as const;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The sign of the chosen threshold, the same on every chart. */
export function chosenPoint(point: Point): Plot.Markish {
  return Plot.dot([point], {
    x: 'x',
    y: 'y',
    symbol: 'diamond',
    r: 6,
    fill: TONES.ink,
    stroke: TONES.card,
    strokeWidth: 1.5,
    className: 'chosen-threshold',
  });
}

/** Of an axis, which has the room for no more than it needs. */
export const asPercent = (share: number): string => `${decimal(100 * share)} %`;

/** At most `maximum` of the places 0 to `length` - 1, evenly taken, the first and the last among them. */
export function thinned(length: number, maximum = 200): number[] {
  if (length <= maximum) return Array.from({ length }, (_, place) => place);
  return Array.from({ length: maximum }, (_, step) => Math.round((step * (length - 1)) / (maximum - 1)));
}
