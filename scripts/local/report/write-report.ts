import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatasetDescription } from '../../../lib/config/dataset-description';
import { TONES } from '../../report/drawing';
import { keyNumbers } from '../../report/key-numbers';
import { figure, key, page, section, verdict } from '../../report/page';
import { reportSections } from '../../report/report-page';
import { count, html, money as inMoney, metric, score, text } from '../../report/words';
import type { LoopResult } from '../close-the-loop';
import type { Evidence } from '../evidence';
import type { Judged } from '../side-by-side';
import type { StageResult } from '../stages';
import { driftChart, featureChart, stageChart, worthChart } from './charts';

export interface ReportOptions {
  readonly description: DatasetDescription;
  readonly evidence: Evidence;
  readonly loop?: LoopResult;
  readonly stages: readonly StageResult[];
}

/** Writes the run as one self-contained page: no script, no network, readable on a phone, light and dark. */
export function writeReport(file: string, options: ReportOptions): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, runPage(options));
}

function runPage({ description, evidence, loop, stages }: ReportOptions): string {
  const { report, explanation, disparity, versionArn } = evidence;
  const { currency, linearRocAuc, minimumRocAuc } = report;
  const sections = [
    ...reportSections(report, currency),
    section({ id: 'features', title: 'What the model looks at', body: figure(featureChart(explanation)) }),
    ...(loop ? loopSections(loop, currency) : []),
    section({ id: 'stages', title: 'Where the time went', body: figure(stageChart(stages)) }),
  ];
  return page({
    title: description.title,
    header: html`<p class="soft">One round of the lifecycle, <code>${versionArn}</code></p>`.concat(
      verdict(report),
      html`<p>ROC AUC ${metric(report.rocAuc, score)} on ${count(report.rows)} test rows; the linear baseline reaches ${score(linearRocAuc)}, required are ${score(minimumRocAuc)}. The threshold was chosen on ${count(report.validationRows)} other rows. Disparity: ${disparity.reason}.</p>`,
    ),
    body: `${keyNumbers(report)}\n<main>\n${sections.join('\n')}\n</main>`,
  });
}

/** What happened after the approval: how the world moved, and what the retrained version makes of it. */
function loopSections({ calm, drifted, quality, comparison }: LoopResult, currency: string): string[] {
  const { former, retrained, rows } = comparison;
  const row = (name: string, say: (judged: Judged) => string) =>
    html`<tr><th scope="row">${name}</th><td>${say(former)}</td><td>${say(retrained)}</td></tr>`;
  const outcomes = ['true negatives', 'false positives', 'false negatives', 'true positives'];
  const table = `<table><tr><td></td><th scope="col">former</th><th scope="col">retrained</th></tr>
${row('ROC AUC', ({ rocAuc }) => score(rocAuc))}
${row('value', ({ netValue }) => inMoney(netValue, currency))}
${outcomes.map((name, at) => row(name, ({ confusionMatrix }) => count(confusionMatrix.flat()[at] ?? 0))).join('\n')}</table>`;
  return [
    section({
      id: 'drift',
      title: 'The world moved',
      lead: text(drifted.sentence),
      body: figure(driftChart({ calm, drifted }), [
        key('block', TONES.alarm, 'moved: drift'),
        key('block', TONES.model, 'moved, within the limit'),
        key('block', TONES.quiet, 'as it was'),
        key('tick', TONES.ink, 'limit'),
      ]),
    }),
    section({
      id: 'side-by-side',
      title: 'Old and new on the drifted data',
      lead: text(quality),
      body: `<p>On ${count(rows)} records that neither version was trained on:</p>${table}${figure(worthChart(comparison, currency))}`,
    }),
  ];
}
