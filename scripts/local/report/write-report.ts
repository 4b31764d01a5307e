import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatasetDescription } from '../../../lib/config/dataset-description';
import { confusionChart } from '../../report/confusion-chart';
import { rocChart } from '../../report/curve-charts';
import { TONES } from '../../report/drawing';
import { CHOSEN, figure, key, page, section, verdict } from '../../report/page';
import { netValueChart } from '../../report/threshold-charts';
import { count, decimal, html, money as inMoney, score, text } from '../../report/words';
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
  const { report, explanation, versionArn } = evidence;
  const sections = [
    rankingSection(report),
    moneySection(report),
    decisionsSection(evidence),
    section({ id: 'features', title: 'What the model looks at', body: figure(featureChart(explanation)) }),
    ...(loop ? loopSections(loop, report.currency) : []),
    section({ id: 'stages', title: 'Where the time went', body: figure(stageChart(stages)) }),
  ];
  return page({
    title: description.title,
    header: html`<p class="soft">One round of the lifecycle, <code>${versionArn}</code></p>`.concat(verdict(report)),
    body: `<main>\n${sections.join('\n')}\n</main>`,
  });
}

function rankingSection(report: Evidence['report']): string {
  const chart = rocChart({ ...report, rocAuc: { value: report.rocAuc } }) ?? '';
  return section({
    id: 'roc',
    title: 'Ranking',
    lead: html`<span class="big">ROC AUC ${score(report.rocAuc)}</span><br>Linear baseline ${score(report.linearRocAuc)}, required ${score(report.minimumRocAuc)}; on ${count(report.rows.test)} test rows.`,
    body: figure(chart, [CHOSEN, key('line', TONES.model, 'all thresholds'), key('dash', TONES.quiet, 'guessing')]),
  });
}

function moneySection({ netValue, netValueCurve, constantPolicies, currency, ...report }: Evidence['report']): string {
  const { thresholds, netValues } = netValueCurve;
  const bestAt = netValues.indexOf(Math.max(...netValues));
  const best = { threshold: thresholds[bestAt] ?? null, netValue: netValues[bestAt] ?? netValue };
  // A threshold that no score reaches is that number in place of infinity, which JSON lacks.
  const threshold = report.threshold === Number.MAX_VALUE ? null : report.threshold;
  const money = (amount: number) => inMoney(amount, currency);
  return section({
    id: 'net-value',
    title: 'Money',
    lead: html`<span class="big">${money(netValue)}</span><br>${threshold === null ? 'Acting on nobody' : `At threshold ${decimal(threshold)}`}, chosen on other rows. Acting on nobody: ${money(constantPolicies.nobody)}; on everybody: ${money(constantPolicies.everybody)}.`,
    body: figure(netValueChart({ netValue, constantPolicies, best, curve: netValueCurve }, threshold, currency), [
      ...(threshold === null ? [] : [CHOSEN]),
      key('ring', TONES.ink, `best on these rows: ${inMoney(best.netValue, currency)}`),
    ]),
  });
}

function decisionsSection({ report, disparity }: Evidence): string {
  return section({
    id: 'confusion',
    title: 'Decisions',
    lead: html`Disparity: ${disparity.reason}.`,
    body: figure(confusionChart(report.confusionMatrix)),
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
