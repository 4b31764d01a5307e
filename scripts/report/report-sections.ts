import type { BinaryRates, BinaryReport } from '../../lib/metrics';
import { confusionChart } from './confusion-chart';
import { calibrationChart, precisionRecallChart, rocChart } from './curve-charts';
import { TONES } from './drawing';
import { CHOSEN, figure, key, missing, section } from './page';
import { histogramChart } from './threshold-charts';
import { html, metric, percent, points, score } from './words';

export function rocSection(report: BinaryReport): string {
  const chart = rocChart(report);
  const { rates, rocAuc } = report;
  return section({
    id: 'roc',
    title: 'Ranking: ROC curve',
    lead: chart
      ? html`Finds <b>${metric(rates.recall, percent)}</b> of the positives while flagging ${metric(rates.falsePositiveRate, percent)} of the negatives.`
      : undefined,
    body: chart
      ? figure(chart, [
          CHOSEN,
          key('line', TONES.model, `all thresholds, AUC ${metric(rocAuc, score)}`),
          key('dash', TONES.quiet, 'guessing'),
        ])
      : missing(`No ROC curve: ${rocAuc.value === null ? rocAuc.reason : 'the report has none'}.`),
  });
}

export function precisionRecallSection(report: BinaryReport): string {
  const chart = precisionRecallChart(report);
  const { rates, averagePrecision } = report;
  return section({
    id: 'precision-recall',
    title: 'Precision and recall',
    lead: chart
      ? rates.precision.value === null
        ? 'Nothing is flagged at the chosen threshold.'
        : html`Of those flagged <b>${percent(rates.precision.value)}</b> are positive.`
      : undefined,
    body: chart
      ? figure(chart, [
          ...(rates.precision.value === null ? [] : [CHOSEN]),
          key('line', TONES.model, `all thresholds, average precision ${metric(averagePrecision, score)}`),
        ])
      : missing(
          `No precision-recall curve: ${averagePrecision.value === null ? averagePrecision.reason : 'the report has none'}.`,
        ),
  });
}

export function calibrationSection(report: BinaryReport): string {
  const chart = calibrationChart(report);
  const { expectedCalibrationError: error } = report;
  return section({
    id: 'calibration',
    title: 'Calibration: are scores probabilities?',
    lead:
      chart && error.value !== null
        ? html`What was promised and what came are <b>${points(error.value)}</b> apart on average.`
        : undefined,
    body: chart
      ? figure(chart, [
          key('dot', TONES.model, 'rows of like scores, larger for more'),
          key('dash', TONES.quiet, 'promise kept'),
        ])
      : missing(`No calibration: ${error.value === null ? error.reason : 'the report has no bins'}.`),
  });
}

export function confusionSection({ confusionMatrix, rates }: BinaryReport): string {
  const { accuracy, balancedAccuracy } = rates;
  const balanced =
    balancedAccuracy.value === null ? '' : `; if both classes counted the same, for ${percent(balancedAccuracy.value)}`;
  return section({
    id: 'confusion',
    title: 'Decisions: confusion matrix',
    lead: html`Right for <b>${metric(accuracy, percent)}</b> of the rows${balanced}.`,
    body: figure(confusionChart(confusionMatrix)) + rateTable(rates),
  });
}

export function histogramSection(report: BinaryReport): string {
  const { scoreHistogram, threshold } = report;
  return section({
    id: 'scores',
    title: 'Scores by class',
    lead: threshold === null ? 'No score reaches the threshold.' : 'Flagged is what stands right of the threshold.',
    body: figure(histogramChart(scoreHistogram, report), [
      key('block', TONES.positive, 'upwards: share of the positives'),
      key('block', TONES.negative, 'downwards: share of the negatives'),
    ]),
  });
}

const RATES: readonly (readonly [keyof BinaryRates, string, string])[] = [
  ['precision', 'Precision', 'of the flagged, positive'],
  ['recall', 'Recall', 'of the positives, found'],
  ['trueNegativeRate', 'Specificity', 'of the negatives, left alone'],
  ['f1', 'F1', 'precision and recall in one'],
  ['matthewsCorrelation', 'MCC', 'correlation, 0 is guessing'],
];

function rateTable(rates: BinaryRates): string {
  const rows = RATES.map(([name, title, meaning]) => {
    const rate = rates[name];
    const [value, words] = rate.value === null ? ['–', `undefined: ${rate.reason}`] : [score(rate.value), meaning];
    return html`<tr><th scope="row">${title}</th><td>${value}</td><td class="words">${words}</td></tr>`;
  });
  return `<table>${rows.join('\n')}</table>`;
}
