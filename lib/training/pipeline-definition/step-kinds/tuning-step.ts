import { get, type Join, join } from '../expression';
import { type RetryPolicy, TUNING_RETRIES } from '../retry-policies';
import { type Tag, tagList } from '../tag-list';
import { type TrainingJob, type TrainingJobArguments, trainingJobArguments } from './training-job';
import type { HyperParameters } from './training-step';

/** Where a hyperparameter is searched: both ends included, evenly or by orders of magnitude. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly scale: 'Linear' | 'Logarithmic';
}

export interface TuningStepProps extends TrainingJob {
  readonly name: string;
  /** Name of the metric to maximise, one of `metrics`. The tuner takes the last value that a job prints. */
  readonly objective: string;
  readonly staticHyperParameters: HyperParameters;
  readonly integerRanges: Readonly<Record<string, Range>>;
  readonly continuousRanges: Readonly<Record<string, Range>>;
  readonly jobs: number;
  readonly parallelJobs: number;
  readonly tags: Readonly<Record<string, string>>;
}

interface ParameterRange {
  readonly Name: string;
  readonly MinValue: string;
  readonly MaxValue: string;
  readonly ScalingType: Range['scale'];
}

/** A search for the hyperparameters that maximise one metric; its tags reach its training jobs. */
export interface TuningStep {
  readonly Name: string;
  readonly Type: 'Tuning';
  readonly RetryPolicies: readonly RetryPolicy[];
  readonly Arguments: {
    readonly HyperParameterTuningJobConfig: {
      readonly Strategy: 'Bayesian';
      readonly HyperParameterTuningJobObjective: { readonly Type: 'Maximize'; readonly MetricName: string };
      readonly ResourceLimits: { readonly MaxNumberOfTrainingJobs: number; readonly MaxParallelTrainingJobs: number };
      readonly ParameterRanges: {
        readonly IntegerParameterRanges: readonly ParameterRange[];
        readonly ContinuousParameterRanges: readonly ParameterRange[];
      };
      readonly TrainingJobEarlyStoppingType: 'Off';
    };
    readonly TrainingJobDefinition: TrainingJobArguments & { readonly StaticHyperParameters: HyperParameters };
    readonly Tags: readonly Tag[];
  };
}

/** A Bayesian search; no job is stopped early, since a script that prints its objective once gives no reason to. */
export function tuningStep(props: TuningStepProps): TuningStep {
  return {
    Name: props.name,
    Type: 'Tuning',
    RetryPolicies: TUNING_RETRIES,
    Arguments: {
      HyperParameterTuningJobConfig: {
        Strategy: 'Bayesian',
        HyperParameterTuningJobObjective: { Type: 'Maximize', MetricName: props.objective },
        ResourceLimits: { MaxNumberOfTrainingJobs: props.jobs, MaxParallelTrainingJobs: props.parallelJobs },
        ParameterRanges: {
          IntegerParameterRanges: parameterRanges(props.integerRanges),
          ContinuousParameterRanges: parameterRanges(props.continuousRanges),
        },
        TrainingJobEarlyStoppingType: 'Off',
      },
      TrainingJobDefinition: { ...trainingJobArguments(props), StaticHyperParameters: props.staticHyperParameters },
      Tags: tagList(props.tags),
    },
  };
}

function parameterRanges(ranges: Readonly<Record<string, Range>>): readonly ParameterRange[] {
  return Object.entries(ranges).map(([Name, { from, to, scale }]) => ({
    Name,
    MinValue: String(from),
    MaxValue: String(to),
    ScalingType: scale,
  }));
}

/** S3 URI of the best job's `model.tar.gz`; a tuning job names its best job but not that job's artifact. */
export function bestModelArtifact(step: TuningStep): Join {
  const folder = step.Arguments.TrainingJobDefinition.OutputDataConfig.S3OutputPath;
  const job = get(`Steps.${step.Name}.BestTrainingJob.TrainingJobName`);
  return join('/', [folder, job, 'output', 'model.tar.gz']);
}
