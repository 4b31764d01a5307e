import type { DescribeModelPackageCommandOutput } from '@aws-sdk/client-sagemaker';
import type { DatasetDescription } from '../../lib/config/dataset-description';
import type { MoneyReport } from '../../lib/metrics';
import type { LoopResult } from './close-the-loop';
import type { Evidence } from './evidence';
import type { Judged } from './side-by-side';
import type { StageResult } from './stages';

export interface SummaryOptions {
  readonly description: DatasetDescription;
  readonly evidence: Evidence;
  readonly loop?: LoopResult;
  readonly versions: readonly DescribeModelPackageCommandOutput[];
  readonly stages: readonly StageResult[];
  readonly totalSeconds: number;
  /** Path of the page. */
  readonly report: string;
}

/** What a person wants to read at the end of a run: how long each stage took, how good the model is, and what it earns. */
export function summary(options: SummaryOptions): string {
  const { description, evidence, loop, versions, stages, totalSeconds, report } = options;
  return [
    '',
    description.title,
    ...stageLines(stages, totalSeconds),
    '',
    ...modelLines(evidence),
    '',
    ...(loop ? [...loopLines(loop, evidence.report.currency), ''] : []),
    ...versions.map(({ ModelPackageArn, ModelApprovalStatus }) => `${ModelPackageArn}: ${ModelApprovalStatus}`),
    `report: ${report}`,
  ].join('\n');
}

function stageLines(stages: readonly StageResult[], totalSeconds: number): string[] {
  const lines = [...stages, { title: 'All', seconds: totalSeconds }];
  return lines.map(({ title, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${title}`);
}

function modelLines({ report, explanation, disparity }: Evidence): string[] {
  const { confusionMatrix, currency } = report;
  const [[trueNegatives, falsePositives], [falseNegatives, truePositives]] = confusionMatrix;
  const money = (amount: number) => `${Math.round(amount).toLocaleString('en-US')} ${currency}`;
  const count = (value: number) => value.toLocaleString('en-US').padStart(9);
  // Nothing is registered without both classes and without money.
  const auc = report.rocAuc.value ?? NaN;
  const { netValue, constantPolicies: policies } = report.money as MoneyReport;
  return [
    `ROC AUC on ${report.rows.toLocaleString('en-US')} test rows  ${auc.toFixed(4)} (linear baseline ${report.linearRocAuc.toFixed(4)}, the trees add ${(auc - report.linearRocAuc).toFixed(4)}; required ${report.minimumRocAuc})`,
    `threshold with the most value    ${report.threshold?.toFixed(4) ?? 'acting on nobody'}`,
    '                        predicted no  predicted yes',
    `          actually no   ${count(trueNegatives)}      ${count(falsePositives)}`,
    `          actually yes  ${count(falseNegatives)}      ${count(truePositives)}`,
    `value of these decisions         ${money(netValue)} (acting on nobody ${money(policies.nobody)}, on everybody ${money(policies.everybody)})`,
    `what counts most                 ${explanation.features
      .slice(0, 5)
      .map(({ feature }) => feature)
      .join(', ')}`,
    `disparity                        ${disparity.reason}`,
  ];
}

function loopLines({ comparison, calm, drifted, quality }: LoopResult, currency: string): string[] {
  const { former, retrained, policies, rows } = comparison;
  const money = (amount: number) => `${Math.round(amount).toLocaleString('en-US')} ${currency}`;
  const line = (name: string, { rocAuc, netValue }: Judged) =>
    `${name}  ROC AUC ${rocAuc.toFixed(4)}, value ${money(netValue)}`;
  return [
    'The world as it was',
    `  ${calm.sentence}`,
    'The world after it moved',
    `  ${drifted.sentence}`,
    `  ${quality}`,
    `On ${rows.toLocaleString('en-US')} drifted records that neither was trained on`,
    line('  the former version   ', former),
    line('  the retrained version', retrained),
    `  without a model        acting on nobody ${money(policies.nobody)}, on everybody ${money(policies.everybody)}`,
  ];
}
