import * as Plot from '@observablehq/plot';
import type { ConfusionMatrix } from '../../lib/metrics';
import { drawing, TONES } from './drawing';
import { count, percent } from './words';

const FAINTEST = 0.06;
const STRONGEST = 0.38;

/** Counts of the four outcomes as a heat table: the more of its row a cell holds the stronger it is, right and wrong apart. */
export function confusionChart(matrix: ConfusionMatrix): string {
  const [[trueNegatives, falsePositives], [falseNegatives, truePositives]] = matrix;
  const cell = (actual: string, predicted: string, name: string, rows: number, [first, second]: readonly number[]) => {
    const ofClass = (first as number) + (second as number);
    const share = ofClass === 0 ? 0 : rows / ofClass;
    return { actual, predicted, name, rows, share, isRight: name.startsWith('true') };
  };
  const cells = [
    cell('negative', 'left alone', 'true negatives', trueNegatives, matrix[0]),
    cell('negative', 'flagged', 'false positives', falsePositives, matrix[0]),
    cell('positive', 'left alone', 'false negatives', falseNegatives, matrix[1]),
    cell('positive', 'flagged', 'true positives', truePositives, matrix[1]),
  ];
  const label = `Confusion matrix. ${cells
    .map(({ name, rows, share, actual }) => `${count(rows)} ${name}, ${percent(share)} of the ${actual} rows`)
    .join('; ')}.`;
  const at = { x: 'predicted', y: 'actual' } as const;
  const written = { ...at, fill: TONES.ink };
  return drawing(label, {
    height: 280,
    marginTop: 26,
    marginBottom: 6,
    marginLeft: 66,
    marginRight: 2,
    x: { label: null, axis: 'top', domain: ['left alone', 'flagged'], tickSize: 0, padding: 0.03 },
    y: {
      label: null,
      domain: ['negative', 'positive'],
      tickFormat: (actual: string) => `actually\n${actual}`,
      tickSize: 0,
      padding: 0.03,
    },
    marks: [
      Plot.cell(cells, {
        ...at,
        fill: ({ isRight }: (typeof cells)[number]) => (isRight ? TONES.model : TONES.positive),
        fillOpacity: ({ share }: (typeof cells)[number]) => FAINTEST + (STRONGEST - FAINTEST) * share,
        rx: 6,
        className: 'outcomes',
      }),
      Plot.text(cells, { ...written, text: 'name', dy: -26 }),
      Plot.text(cells, {
        ...written,
        text: ({ rows }: (typeof cells)[number]) => count(rows),
        fontSize: 22,
        fontWeight: 650,
        className: 'counts',
      }),
      Plot.text(cells, {
        ...written,
        text: ({ share, actual }: (typeof cells)[number]) => `${percent(share)} of ${actual}s`,
        dy: 26,
      }),
    ],
  });
}
