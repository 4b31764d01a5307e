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
/** In pixels, as all that follow. */
const LINE = 15;
const ABOVE_BAR = 9;
const BAR = 11;
const THIN_BAR = 5;
const BELOW_BAR = 11;
const AXIS = 40;

/** Bars under one another, in the order given; `axis` says what they measure. */
export function barsChart(label: string, bars: readonly Bar[], axis: string): string {
  let end = 0;
  const drawn = bars.map((bar) => {
    const lines = wrapped(bar.name, LINE_LENGTH - bar.said.length);
    const top = end + LINE * lines.length + ABOVE_BAR;
    end = top + BAR + (bar.former === undefined ? 0 : THIN_BAR) + BELOW_BAR;
    return { ...bar, name: lines.join('\n'), top, bottom: top + BAR };
  });
  type Drawn = (typeof drawn)[number];
  const values = bars.flatMap(({ value, limit = 0, former = 0 }) => [value, limit, former, 0]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const rows = { y1: 'top', y2: 'bottom' } as const;
  const written = { y: ({ top }: Drawn) => top - ABOVE_BAR + 1, lineAnchor: 'bottom', lineHeight: 1.2 } as const;
  return drawing(label, {
    height: end + AXIS,
    marginTop: 0,
    marginRight: 2,
    marginBottom: AXIS,
    marginLeft: 2,
    x: { domain: [low, low < high ? high : low + 1], label: axis, labelAnchor: 'center', labelArrow: 'none', ticks: 4 },
    y: { axis: null, domain: [0, end], range: [0, end] },
    marks: [
      Plot.rectX(drawn, {
        ...rows,
        x1: 0,
        x2: 'value',
        fill: ({ tone }: Bar) => tone ?? TONES.model,
        className: 'bars',
      }),
      Plot.rectX(drawn, {
        y1: 'bottom',
        y2: ({ bottom }: Drawn) => bottom + THIN_BAR,
        x1: 0,
        x2: 'former',
        fill: TONES.quiet,
        className: 'formers',
      }),
      Plot.ruleX([0], { stroke: TONES.soft }),
      Plot.ruleX(drawn, { ...rows, x: 'limit', stroke: TONES.ink, strokeWidth: 2.5, inset: -3, className: 'limits' }),
      Plot.text(drawn, { ...written, text: 'name', frameAnchor: 'left', textAnchor: 'start', dx: 1, fill: TONES.ink }),
      Plot.text(drawn, { ...written, text: 'said', frameAnchor: 'right', textAnchor: 'end', dx: -1, fill: TONES.soft }),
    ],
  });
}

/** A name on as many lines as it may have, parted between words where it can be; what is left over is cut. */
function wrapped(name: string, length: number): string[] {
  const lines: string[] = [];
  for (let rest = name; rest !== ''; ) {
    const isLast = lines.length === MOST_LINES - 1;
    if (rest.length <= length || isLast) {
      lines.push(rest.length <= length ? rest : `${rest.slice(0, length - 1)}…`);
      break;
    }
    const parting = /^.*[ _=./-]/.exec(rest.slice(0, length))?.[0].length ?? 0;
    const end = parting > length / 3 ? parting : length;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end);
  }
  return lines;
}
