import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatasetDescription } from '../../../lib/config/dataset-description';
import type { LoopResult } from '../close-the-loop';
import type { Evidence } from '../evidence';
import type { Judged } from '../side-by-side';
import type { StageResult } from '../stages';
import { driftChart, featureChart, netValueChart, rocChart, stageChart, worthChart } from './charts';

export interface ReportOptions {
  readonly description: DatasetDescription;
  readonly evidence: Evidence;
  readonly loop?: LoopResult;
  readonly stages: readonly StageResult[];
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1c2330; --paper: #fff; --accent: #0b6bcb; --quiet: #8a93a3; --line: #d9dee7; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ef; --paper: #12161d; --accent: #63b3ff; --quiet: #7d8797; --line: #2b3340; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto; max-width: 1200px; padding: 1rem; }
h1 { font-size: 1.5rem; margin: .5rem 0; } h2 { font-size: 1.1rem; margin: 0 0 .5rem; }
main { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 480px), 1fr)); }
section { border-top: 1px solid var(--line); padding-top: .75rem; min-width: 0; } section.wide { grid-column: 1 / -1; }
svg { width: 100%; max-width: 760px; height: auto; } table { border-collapse: collapse; } th, td { padding: .3rem .7rem; text-align: right; border-bottom: 1px solid var(--line); }
th:first-child { text-align: left; } .big { font-size: 1.8rem; font-weight: 600; } code { overflow-wrap: anywhere; }`;

/** Writes the run as one self-contained page: no script, no network, readable on a phone, light and dark. */
export function writeReport(file: string, options: ReportOptions): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, page(options));
}

function page({ description, evidence, loop, stages }: ReportOptions): string {
  const { report, explanation, disparity, versionArn } = evidence;
  const money = (amount: number) => `${Math.round(amount).toLocaleString('en-US')} ${text(report.currency)}`;
  const policies = report.constantPolicies;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(description.name)}: one round of the lifecycle</title><style>${STYLE}</style></head><body>
<h1>${text(description.title)}</h1>
<p><code>${text(versionArn)}</code> ${text(report.reason)}</p>
<main>
${section('Ranking', `<p class="big">ROC AUC ${report.rocAuc.toFixed(3)}</p><p>Linear baseline ${report.linearRocAuc.toFixed(3)}, required ${report.minimumRocAuc}; on ${report.rows.test.toLocaleString('en-US')} test rows.</p>${rocChart(report)}`)}
${section('Money', `<p class="big">${money(report.netValue)}</p><p>At threshold ${report.threshold.toFixed(3)}, chosen on other rows. Acting on nobody: ${money(policies.nobody)}; on everybody: ${money(policies.everybody)}.</p>${netValueChart(report)}`)}
${section('Decisions', `${confusionTable(report.confusionMatrix)}<p>Disparity: ${text(disparity.reason)}.</p>`)}
${section('What the model looks at', featureChart(explanation))}
${loop ? loopSections(loop, report.currency) : ''}
${section('Where the time went', stageChart(stages), 'wide')}
</main></body></html>
`;
}

/** What happened after the approval: how the world moved, and what the retrained version makes of it. */
function loopSections({ calm, drifted, quality, comparison }: LoopResult, currency: string): string {
  const { former, retrained, rows } = comparison;
  const money = (amount: number) => `${Math.round(amount).toLocaleString('en-US')} ${text(currency)}`;
  const row = (name: string, { rocAuc, netValue, confusionMatrix }: Judged) =>
    `<tr><th>${name}</th><td>${rocAuc.toFixed(3)}</td><td>${money(netValue)}</td><td>${confusionMatrix.flat().join(' / ')}</td></tr>`;
  const table = `<table><tr><th></th><th>ROC AUC</th><th>value</th><th>TN / FP / FN / TP</th></tr>
${row('former version', former)}${row('retrained version', retrained)}</table>`;
  return [
    section('The world moved', `<p>${text(drifted.sentence)}</p>${driftChart({ 'as it was': calm, moved: drifted })}`),
    section(
      'Old and new on the drifted data',
      `<p>${text(quality)}</p><p>On ${rows.toLocaleString('en-US')} records that neither version was trained on:</p>${table}${worthChart(comparison, currency)}`,
    ),
  ].join('\n');
}

function section(title: string, body: string, kind = ''): string {
  return `<section class="${kind}"><h2>${text(title)}</h2>${body}</section>`;
}

function confusionTable([
  [trueNegatives, falsePositives],
  [falseNegatives, truePositives],
]: Evidence['report']['confusionMatrix']): string {
  const row = (title: string, no: number, yes: number) =>
    `<tr><th>${title}</th><td>${no.toLocaleString('en-US')}</td><td>${yes.toLocaleString('en-US')}</td></tr>`;
  return `<table><tr><th></th><th>predicted no</th><th>predicted yes</th></tr>
${row('actually no', trueNegatives, falsePositives)}${row('actually yes', falseNegatives, truePositives)}</table>`;
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
