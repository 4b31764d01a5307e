import * as Plot from '@observablehq/plot';
import { drawing, TONES, WRITTEN } from '../report/drawing';
import { type EndpointCost, perThousand } from './endpoint-costs';
import type { BreakEven } from './estimate';
import { isWithin } from './in-words';
import { type Quantity, rounded } from './quantity';

/** Predictions a month, evenly on a logarithmic axis. */
const LOADS = Array.from({ length: 49 }, (_, step) => BigInt(Math.round(10 ** (4 + step / 12))));

/** Cost of 1,000 predictions by load, a line for each endpoint, and a sign where two lines cross. */
export function loadChart(
  endpoints: readonly EndpointCost[],
  breakEvens: readonly BreakEven[],
  currency: string,
): string {
  const points = endpoints.flatMap((endpoint) =>
    LOADS.filter((load) => isWithin(endpoint, load)).map((load) => ({
      x: Number(load),
      y: drawn(perThousand(endpoint, load)),
      what: endpoint.what,
      kind: endpoint.kind,
    })),
  );
  const crossings = breakEvens.flatMap(({ standing, predictionsAMonth: load }) =>
    load ? [{ x: drawn(load), y: drawn(perThousand(standing, load)) }] : [],
  );
  const said = breakEvens.map(({ standing, byUse, predictionsAMonth }) =>
    predictionsAMonth
      ? `${standing.what} is cheaper than ${byUse.what} from ${rounded(predictionsAMonth, 0)} predictions a month.`
      : `${standing.what} is never cheaper than ${byUse.what}.`,
  );
  return drawing(`Cost of 1,000 predictions by predictions a month. ${said.join(' ')}`, {
    marginLeft: 52,
    x: {
      type: 'log',
      label: 'predictions a month',
      labelAnchor: 'center',
      labelArrow: 'none',
      ticks: 5,
      tickFormat: '~s',
    },
    y: { type: 'log', label: `${currency} for 1,000`, labelArrow: 'none', grid: true, ticks: 6, tickFormat: '~g' },
    marks: [
      Plot.line(points, {
        x: 'x',
        y: 'y',
        z: 'what',
        stroke: ({ kind }: { kind: EndpointCost['kind'] }) => TONE_OF[kind],
        strokeWidth: 2.5,
        className: 'costs',
      }),
      Plot.dot(crossings, { x: 'x', y: 'y', r: 5, fill: TONES.ink, stroke: TONES.card, className: 'break-evens' }),
      Plot.text(crossings, { ...WRITTEN, x: 'x', y: 'y', text: () => 'break-even', dy: -12, textAnchor: 'middle' }),
    ],
  });
}

/** The colour of each kind of endpoint. */
export const TONE_OF = { serverless: TONES.model, 'real-time': TONES.positive } as const;

/** Only to place a sign on a chart: money itself is never floating. */
function drawn(value: Quantity): number {
  return Number(rounded(value, 12));
}
