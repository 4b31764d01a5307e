import * as Plot from '@observablehq/plot';
import { drawing, TONES } from './drawing';

/** One bar with its name above it on the left and its number in words on the right: long names need no margin. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly said: string;
  /** @default - the model's colour */
  readonly tone?: string;
  /** A tick across the bar. @default - none */
  readonly limit?: number;
  /** A thin bar below: what it was before. @default - none */
  readonly former?: number;
}

/** A name has a line less its number; this many characters are sure to fit. */
const LINE_LENGTH = 44;
const MOST_LINES = 2;
const LINE_HEIGHT = 15;
const BAR = 11;
const THIN_BAR = 5;
const GAP = 13;

/** Bars under one another, in the order given; `axis` says what they measure. */
export function barsChart(label: string, bars: readonly Bar[], axis: string): string {
  const named = bars.map((bar, place) => ({ ...bar, place, lines: wrapped(bar.name, LINE_LENGTH - bar.said.length) }));
  const limits = named.filter(({ limit }) => limit !== undefined);
  const formers = named.filter(({ former }) => former !== undefined);
  const top = LINE_HEIGHT * Math.max(...named.map(({ lines }) => lines.length)) + 6;
  const height = top + BAR + (formers.length > 0 ? THIN_BAR : 0) + GAP;
  const values = bars.flatMap(({ value, limit = 0, former = 0 }) => [value, limit, former, 0]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const row = { y: 'place', insetTop: top } as const;
  // Text stands in the middle of its row unless moved: here just above its bar.
  const written = { y: 'place', dy: top - 5 - height / 2, lineAnchor: 'bottom', lineHeight: 1.2 } as const;
  return drawing(label, {
    height: height * bars.length + 40,
    marginLeft: 2,
    marginRight: 2,
    marginTop: 2,
    marginBottom: 38,
    x: {
      domain: [low, low < high ? high : low + 1],
      label: axis,
      labelAnchor: 'center',
      labelArrow: 'none',
      ticks: 4,
      insetRight: 2,
    },
    y: { axis: null, type: 'band', domain: named.map(({ place }) => place), padding: 0 },
    marks: [
      Plot.barX(named, {
        ...row,
        x: 'value',
        insetBottom: height - top - BAR,
        fill: ({ tone }: Bar) => tone ?? TONES.model,
        rx: 2,
        className: 'bars',
      }),
      formers.length === 0
        ? null
        : Plot.barX(formers, {
            y: 'place',
            x: 'former',
            insetTop: top + BAR,
            insetBottom: GAP,
            fill: TONES.quiet,
            rx: 2,
            className: 'formers',
          }),
      Plot.ruleX([0], { stroke: TONES.soft }),
      limits.length === 0
        ? null
        : Plot.tickX(limits, {
            x: 'limit',
            y: 'place',
            stroke: TONES.ink,
            strokeWidth: 2.5,
            insetTop: top - 3,
            insetBottom: height - top - BAR - 3,
            className: 'limits',
          }),
      Plot.text(named, {
        ...written,
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: 1,
        text: ({ lines }: (typeof named)[number]) => lines.join('\n'),
        fill: TONES.ink,
        className: 'names',
      }),
      Plot.text(named, {
        ...written,
        frameAnchor: 'right',
        textAnchor: 'end',
        dx: -1,
        text: 'said',
        fill: TONES.soft,
        className: 'amounts',
      }),
    ],
  });
}

/** A name on as many lines as it may have, parted at spaces and underscores where it can be; what is left over is cut. */
function wrapped(name: string, length: number): string[] {
  const lines: string[] = [];
  for (let rest = name; rest !== ''; ) {
    const isLast = lines.length === MOST_LINES - 1;
    if (rest.length <= length || isLast) {
      lines.push(rest.length <= length ? rest : `${rest.slice(0, length - 1)}…`);
      break;
    }
    const parting = Math.max(rest.lastIndexOf(' ', length), rest.lastIndexOf('_', length - 1));
    const end = parting > length / 3 ? parting + 1 : length;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end);
  }
  return lines;
}
