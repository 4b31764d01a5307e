import * as Plot from '@observablehq/plot';
import type { BinaryReport } from '../../lib/metrics';
import { asPercent, chosenPoint, drawing, type Point, TONES, thinned, WRITTEN } from './drawing';
import { metric, percent, score } from './words';

const DIAGONAL = [
  { x: 0, y: 0 },
  { x: 1, y: 1 },
];
const SHARE = { domain: [0, 1], ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], tickFormat: asPercent };

/** Positives found against false alarms at every threshold, and where the chosen one stands. Null when a class is absent. */
export function rocChart({
  rocCurve,
  rocAuc,
  confusionMatrix,
}: Pick<BinaryReport, 'rocCurve' | 'rocAuc' | 'confusionMatrix'>): string | null {
  if (!rocCurve) return null;
  const { falsePositiveRates, truePositiveRates } = rocCurve;
  const points = pointsOf(falsePositiveRates, truePositiveRates);
  const [[trueNegatives, falsePositives], [falseNegatives, truePositives]] = confusionMatrix;
  const chosen = {
    x: falsePositives / (trueNegatives + falsePositives),
    y: truePositives / (falseNegatives + truePositives),
  };
  const label =
    `ROC curve. Area under it: ${metric(rocAuc, score)}, guessing has 0.500. ` +
    `The chosen threshold finds ${percent(chosen.y)} of the positives and flags ${percent(chosen.x)} of the negatives.`;
  return drawing(label, {
    x: { label: 'negatives flagged (false positive rate)', labelAnchor: 'center', labelArrow: 'none', ...SHARE },
    y: { label: 'positives found (true positive rate)', labelArrow: 'none', grid: true, ...SHARE },
    marks: [
      Plot.areaY(points, {
        x: 'x',
        y1: 0,
        y2: 'y',
        fill: TONES.model,
        fillOpacity: 0.1,
        className: 'area-under-the-curve',
      }),
      Plot.line(DIAGONAL, { x: 'x', y: 'y', stroke: TONES.quiet, strokeDasharray: '4 4', className: 'guessing' }),
      Plot.line(points, { x: 'x', y: 'y', stroke: TONES.model, strokeWidth: 2.5, className: 'roc-curve' }),
      chosenPoint(chosen),
    ],
  });
}

/** Precision against recall, in the steps that average precision sums. Null without positives. */
export function precisionRecallChart({
  precisionRecallCurve,
  averagePrecision,
  rates: { precision, recall },
  positives,
  rows,
}: Pick<BinaryReport, 'precisionRecallCurve' | 'averagePrecision' | 'rates' | 'positives' | 'rows'>): string | null {
  if (!precisionRecallCurve) return null;
  const points = pointsOf(precisionRecallCurve.recalls, precisionRecallCurve.precisions);
  const prevalence = positives / rows;
  const chosen = precision.value === null || recall.value === null ? null : { x: recall.value, y: precision.value };
  const label =
    `Precision-recall curve. Average precision: ${metric(averagePrecision, score)}, guessing has ${score(prevalence)}. ` +
    (chosen
      ? `At the chosen threshold ${percent(chosen.y)} of those flagged are positive, and ${percent(chosen.x)} of the positives are found.`
      : 'At the chosen threshold nothing is flagged.');
  return drawing(label, {
    x: { label: 'positives found (recall)', labelAnchor: 'center', labelArrow: 'none', ...SHARE },
    y: { label: 'of the flagged, positive (precision)', labelArrow: 'none', grid: true, ...SHARE },
    marks: [
      Plot.line(points, {
        x: 'x',
        y: 'y',
        curve: 'step-before',
        stroke: TONES.model,
        strokeWidth: 2.5,
        className: 'precision-recall-curve',
      }),
      Plot.ruleY([prevalence], {
        stroke: TONES.quiet,
        strokeWidth: 1.5,
        strokeDasharray: '4 4',
        className: 'prevalence',
      }),
      Plot.text([`guessing: ${percent(prevalence)}`], {
        ...WRITTEN,
        x: 0.01,
        y: prevalence,
        textAnchor: 'start',
        dy: prevalence < 0.5 ? -9 : 10,
      }),
      ...(chosen ? [chosenPoint(chosen)] : []),
    ],
  });
}

/** What the model promised against what came, bin by bin. Null without bins. */
export function calibrationChart({
  calibrationBins,
  expectedCalibrationError,
}: Pick<BinaryReport, 'calibrationBins' | 'expectedCalibrationError'>): string | null {
  if (calibrationBins.length === 0) return null;
  const furthest = Math.max(...calibrationBins.flatMap(({ meanScore, positiveShare }) => [meanScore, positiveShare]));
  // Rare positives would all stand in one corner of the whole square.
  const end = Math.min(Math.max(Math.ceil(furthest * 10.5) / 10, 0.1), 1);
  const scale = { domain: [0, end], ticks: 5, tickFormat: asPercent };
  const perfect = DIAGONAL.map(({ x, y }) => ({ x: x * end, y: y * end }));
  const label =
    `Calibration in ${calibrationBins.length} bins: expected calibration error ${metric(expectedCalibrationError, score)}. ` +
    calibrationBins
      .map(({ meanScore, positiveShare }) => `${percent(meanScore)} promised, ${percent(positiveShare)} came`)
      .join('; ');
  return drawing(`${label}.`, {
    x: { label: 'promised (mean score)', labelAnchor: 'center', labelArrow: 'none', ...scale },
    y: { label: 'came (share of positives)', labelArrow: 'none', grid: true, ...scale },
    r: { domain: [0, Math.max(...calibrationBins.map(({ rows }) => rows))], range: [0, 7] },
    marks: [
      Plot.line(perfect, { x: 'x', y: 'y', stroke: TONES.quiet, strokeDasharray: '4 4', className: 'promise-kept' }),
      Plot.line(calibrationBins, { x: 'meanScore', y: 'positiveShare', stroke: TONES.model, strokeOpacity: 0.5 }),
      Plot.dot(calibrationBins, {
        x: 'meanScore',
        y: 'positiveShare',
        r: 'rows',
        fill: TONES.model,
        stroke: TONES.card,
        className: 'bins',
      }),
    ],
  });
}

function pointsOf(xs: readonly number[], ys: readonly number[]): Point[] {
  return thinned(xs.length).map((place) => ({ x: xs[place] as number, y: ys[place] as number }));
}
