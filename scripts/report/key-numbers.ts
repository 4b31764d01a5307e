import type { BinaryReport, MetricValue } from '../../lib/metrics';
import { count, html, percent, points, score } from './words';

/** The numbers to know first, each with what it means; an undefined one says why. */
export function keyNumbers(report: BinaryReport): string {
  const { rows, positives, negatives, rocAuc, averagePrecision, logLoss, brierScore, expectedCalibrationError } =
    report;
  const share = positives / rows;
  // What a model scores that tells every row apart from no other.
  const ignorant = { logLoss: entropy(share), brier: share * (1 - share) };
  return `<dl class="numbers">
${tile('Rows', count(rows), `${count(positives)} positive (${percent(share)}), ${count(negatives)} negative`)}
${defined('ROC AUC', rocAuc, (auc) => `in ${percent(auc)} of pairs the positive row scores higher; guessing has 0.500`)}
${defined('Average precision', averagePrecision, () => `precision averaged over recall; guessing has ${score(share)}`)}
${defined('Log loss', logLoss, () => `nats a row, lower is better; a constant ${percent(share)} has ${score(ignorant.logLoss)}`)}
${defined('Brier score', brierScore, () => `squared error, lower is better; a constant ${percent(share)} has ${score(ignorant.brier)}`)}
${defined('Calibration error', expectedCalibrationError, (ece) => `${points(ece)} between promised and actual shares, on average`)}
</dl>`;
}

function defined(name: string, metric: MetricValue, explain: (value: number) => string): string {
  if (metric.value === null) return tile(name, '–', `undefined: ${metric.reason}`);
  return tile(name, score(metric.value), explain(metric.value));
}

function tile(name: string, value: string, explanation: string): string {
  return html`<div><dt>${name}</dt><dd class="big">${value}</dd><dd class="soft">${explanation}</dd></div>`;
}

/** Of one yes-or-no question, in nats. */
function entropy(share: number): number {
  return [share, 1 - share].reduce((sum, each) => (each === 0 ? sum : sum - each * Math.log(each)), 0);
}
