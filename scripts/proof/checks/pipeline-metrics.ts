import type { Check } from '../check';
import { listAt, repeated, textAt, valueAt } from '../json-at';
import { findInSteps, type PipelineStep } from '../pipeline-definition';
import { jobsOf } from '../pipeline-jobs';

// What a name says about the better direction, as whole words.
const HIGHER = /(^|[^a-z])(auc|auroc|aucpr|accuracy|f1|f05|f2|precision|recall|r2|ndcg|map|mcc|score)([^a-z]|$)/i;
const LOWER = /(^|[^a-z])(error|err|merror|loss|logloss|rmse|mae|mse|mape|brier|perplexity)([^a-z]|$)/i;

export const pipelineMetrics: Check = {
  id: 'pipeline-metrics',
  rule: 'A metric is read from the log by an expression with one group, and a search goes by one that its jobs report, in its better direction.',
  find: (assembly) =>
    findInSteps(assembly, (step) => [
      ...jobsOf(step).flatMap(definitionProblems),
      ...(step.type === 'Tuning' ? objectiveProblems(step) : []),
    ]),
};

const metricsOf = (job: unknown): readonly unknown[] => listAt(job, 'AlgorithmSpecification', 'MetricDefinitions');

function definitionProblems(job: unknown): readonly string[] {
  const names = metricsOf(job).map((metric) => textAt(metric, 'Name'));
  return [
    ...repeated(names).map((name) => `defines the metric ${name} twice`),
    ...metricsOf(job).flatMap((metric) => {
      const groups = groupsOf(textAt(metric, 'Regex'));
      const name = textAt(metric, 'Name');
      if (groups === undefined) return [`reads ${name} by ${textAt(metric, 'Regex')}, which is no expression`];
      return groups === 1 ? [] : [`reads ${name} by an expression with ${groups} groups, and takes the value from one`];
    }),
  ];
}

function groupsOf(expression: string): number | undefined {
  try {
    return (new RegExp(`${expression}|`).exec('')?.length ?? 1) - 1;
  } catch {
    return undefined;
  }
}

function objectiveProblems(step: PipelineStep): readonly string[] {
  const config = valueAt(step.args, 'HyperParameterTuningJobConfig', 'HyperParameterTuningJobObjective');
  return jobsOf(step).flatMap((job) => {
    const objective = valueAt(job, 'TuningObjective') ?? config;
    const [name, type] = ['MetricName', 'Type'].map((key) => textAt(objective, key));
    const isReported = metricsOf(job).some((metric) => textAt(metric, 'Name') === name);
    const isTurned =
      (type === 'Minimize' && HIGHER.test(name ?? '')) || (type === 'Maximize' && LOWER.test(name ?? ''));
    return [
      ...(isReported ? [] : [`searches by the metric ${name || 'of no name'}, which its jobs do not report`]),
      ...(isTurned ? [`has the objective ${type} for ${name}`] : []),
    ];
  });
}
