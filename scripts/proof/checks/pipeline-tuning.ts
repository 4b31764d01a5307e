import type { Check } from '../check';
import { listAt, repeated, textAt, valueAt } from '../json-at';
import { findInSteps, type PipelineStep } from '../pipeline-definition';
import { hyperParametersOf, jobsOf } from '../pipeline-jobs';

const NUMBERS = ['IntegerParameterRanges', 'ContinuousParameterRanges'];

export const pipelineTuning: Check = {
  id: 'pipeline-tuning',
  rule: 'A search varies what it does not fix, between bounds in their order, and within a number of jobs.',
  find: (assembly) =>
    findInSteps(assembly, (step) => (step.type === 'Tuning' ? [...rangesProblems(step), ...jobProblems(step)] : [])),
};

function rangesProblems(step: PipelineStep): readonly string[] {
  const ranges = [
    valueAt(step.args, 'HyperParameterTuningJobConfig', 'ParameterRanges'),
    ...jobsOf(step).map((job) => valueAt(job, 'HyperParameterRanges')),
  ];
  const numbers = NUMBERS.flatMap((kind) =>
    ranges.flatMap((each) => listAt(each, kind).map((range) => ({ kind, range }))),
  );
  const choices = ranges.flatMap((each) => listAt(each, 'CategoricalParameterRanges'));
  const names = [...numbers.map(({ range }) => range), ...choices].map((range) => textAt(range, 'Name'));
  const fixed = hyperParametersOf(step).map(([name]) => name);
  const ofAws =
    ranges.some((each) => listAt(each, 'AutoParameters').length > 0) || valueAt(step.args, 'Autotune') !== undefined;
  return [
    ...(names.length === 0 && !ofAws ? ['searches no range'] : []),
    ...(names.length > 30 ? [`searches ${names.length} ranges of at most 30`] : []),
    ...repeated(names).map((name) => `searches ${name} twice`),
    ...names.filter((name) => fixed.includes(name)).map((name) => `both fixes and searches ${name}`),
    ...choices
      .filter((range) => new Set(listAt(range, 'Values')).size < 2)
      .map((range) => `searches ${textAt(range, 'Name')} among fewer than two values`),
    ...numbers.flatMap(({ kind, range }) => boundProblems(range, kind)),
  ];
}

function boundProblems(range: unknown, kind: string): readonly string[] {
  const [name, least, most, scale] = ['Name', 'MinValue', 'MaxValue', 'ScalingType'].map((key) => textAt(range, key));
  const [low, high] = [Number(least || Number.NaN), Number(most || Number.NaN)];
  const isWhole = kind !== 'IntegerParameterRanges' || (Number.isInteger(low) && Number.isInteger(high));
  return [
    ...(low < high ? [] : [`searches ${name} from ${least} to ${most}, which is no range`]),
    ...(isWhole ? [] : [`searches the whole number ${name} from ${least} to ${most}`]),
    ...(scale === 'Logarithmic' && low <= 0 ? [`searches ${name} on a logarithmic scale from ${least}`] : []),
    ...(scale === 'ReverseLogarithmic' && (low < 0 || high >= 1 || kind !== 'ContinuousParameterRanges')
      ? [`searches ${name} on a reverse logarithmic scale, which goes from 0 to below 1`]
      : []),
  ];
}

/** What the API takes as optional, a search of ours needs. */
function jobProblems(step: PipelineStep): readonly string[] {
  const config = valueAt(step.args, 'HyperParameterTuningJobConfig');
  const [all, parallel] = ['MaxNumberOfTrainingJobs', 'MaxParallelTrainingJobs'].map((key) =>
    valueAt(config, 'ResourceLimits', key),
  );
  const strategy = textAt(config, 'Strategy');
  const stopsEarly = textAt(config, 'TrainingJobEarlyStoppingType') === 'Auto';
  return [
    ...(jobsOf(step).length === 0 ? ['has no TrainingJobDefinition'] : []),
    ...(all === undefined && strategy !== 'Grid' ? ['has no MaxNumberOfTrainingJobs'] : []),
    ...(Number(parallel) > Number(all) ? [`runs ${String(parallel)} jobs at a time of ${String(all)} in all`] : []),
    ...(stopsEarly && strategy === 'Hyperband' ? ['stops jobs early, which Hyperband does itself'] : []),
  ];
}
