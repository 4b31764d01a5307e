import { hyperParameters } from './hyper-parameters';
import type { PlacedStep } from './placed-step';
import { listAt, textAt, valueAt } from './read-json';
import { forEachStep } from './rule';

const CONFIG = ['Arguments', 'HyperParameterTuningJobConfig'] as const;
const RANGES = ['IntegerParameterRanges', 'ContinuousParameterRanges', 'CategoricalParameterRanges'];

/** A search varies what it does not fix, within bounds that are strings, for a metric that its jobs report. */
export const tuning = forEachStep((step) => {
  if (step.type !== 'Tuning') return [];
  return [...rangeProblems(step), ...objectiveProblems(step), ...countProblems(step)];
});

function rangeProblems(step: PlacedStep): readonly string[] {
  const fixed = hyperParameters(step).map(([name]) => name);
  const ranges = RANGES.flatMap((kind) => listAt(step.own, ...CONFIG, 'ParameterRanges', kind));
  if (ranges.length === 0) return [`Step ${step.name} has no range to search.`];
  return ranges.flatMap((range) => {
    const name = textAt(range, 'Name');
    const bounds = [valueAt(range, 'MinValue'), valueAt(range, 'MaxValue')].filter((bound) => bound !== undefined);
    return [
      ...(fixed.includes(name) ? [`Step ${step.name} both fixes and searches the hyperparameter ${name}.`] : []),
      ...(bounds.every((bound) => typeof bound === 'string')
        ? []
        : [`Step ${step.name} searches ${name} between bounds that are not strings.`]),
    ];
  });
}

function objectiveProblems({ name, own }: PlacedStep): readonly string[] {
  const metric = textAt(own, ...CONFIG, 'HyperParameterTuningJobObjective', 'MetricName');
  const algorithm = ['Arguments', 'TrainingJobDefinition', 'AlgorithmSpecification'];
  const defined = listAt(own, ...algorithm, 'MetricDefinitions').map((definition) => textAt(definition, 'Name'));
  return defined.includes(metric) ? [] : [`Step ${name} searches by the metric ${metric}, which no job of it reports.`];
}

function countProblems({ name, own }: PlacedStep): readonly string[] {
  const jobs = Number(valueAt(own, ...CONFIG, 'ResourceLimits', 'MaxNumberOfTrainingJobs'));
  const atATime = Number(valueAt(own, ...CONFIG, 'ResourceLimits', 'MaxParallelTrainingJobs'));
  const fits = jobs >= 1 && atATime >= 1 && atATime <= jobs;
  return fits ? [] : [`Step ${name} has no limit of jobs, or runs more at a time than in all.`];
}
