import { randomBytes } from 'node:crypto';
import type { CreateHyperParameterTuningJobRequest } from '@aws-sdk/client-sagemaker';
import { inParallel } from '../in-parallel';
import { drawHyperparameters, seededNumbers } from './draw-hyperparameters';
import { JobFailure, JobStopped } from './job-failure';
import type { Machine } from './machine';
import { runTrainingJob, type TrainingJob } from './run-training-job';

export type TuningJob = Omit<CreateHyperParameterTuningJobRequest, 'HyperParameterTuningJobName'>;

/** A finished job as DescribeHyperParameterTuningJob lists it, as far as others refer to it. */
export type TrialSummary = ReturnType<typeof summary>;

interface Trial {
  readonly job: string;
  readonly tuned: Record<string, string>;
  readonly value: number;
}

/** What the tuner adds to every job's hyperparameters; the toolkit keeps it from the script. */
const OBJECTIVE = '_tuning_objective_metric';

/**
 * Searches the ranges at random, with a seed taken from them (so the same definition tries the same points), and
 * returns the finished jobs, best objective first. A failed job is passed over; only when all fail does the tuning
 * job. Strategies other than Random and Bayesian, for which random search stands in, are refused.
 */
export async function runTuningJob(
  machine: Machine,
  name: string,
  tuning: TuningJob,
  signal: AbortSignal,
): Promise<readonly TrialSummary[]> {
  const { Strategy, HyperParameterTuningJobObjective, ResourceLimits, ParameterRanges, RandomSeed } =
    tuning.HyperParameterTuningJobConfig ?? {};
  if (Strategy !== 'Random' && Strategy !== 'Bayesian')
    throw new JobFailure(`ClientError: strategy ${Strategy} does not run here`);
  const metric = HyperParameterTuningJobObjective?.MetricName ?? '';
  const next = seededNumbers(JSON.stringify([ParameterRanges, RandomSeed]));
  const points = Array.from({ length: ResourceLimits?.MaxNumberOfTrainingJobs ?? 1 }, (_, index) => ({
    job: `${name}-${String(index + 1).padStart(3, '0')}-${randomBytes(4).toString('hex')}`,
    tuned: drawHyperparameters(ParameterRanges ?? {}, next),
  }));
  const trials = await inParallel(points, ResourceLimits?.MaxParallelTrainingJobs ?? 1, async ({ job, tuned }) => {
    const value = await objectiveOf(machine, job, trainingJob(tuning, metric, tuned), metric, signal);
    return value === undefined ? [] : [{ job, tuned, value }];
  });
  const sign = HyperParameterTuningJobObjective?.Type === 'Minimize' ? 1 : -1;
  const finished = trials.flat().toSorted((a, b) => sign * (a.value - b.value));
  if (finished.length === 0) throw new JobFailure(ALL_FAILED);
  return finished.map((trial) => summary(trial, metric));
}

async function objectiveOf(
  machine: Machine,
  job: string,
  training: TrainingJob,
  metric: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  try {
    const { metrics } = await runTrainingJob(machine, job, training, signal);
    return metrics.find(({ MetricName }) => MetricName === metric)?.Value;
  } catch (error) {
    if (error instanceof JobStopped || !(error instanceof JobFailure)) throw error;
    return undefined;
  }
}

function trainingJob(tuning: TuningJob, metric: string, tuned: Record<string, string>): TrainingJob {
  const { StaticHyperParameters, HyperParameterRanges: _, ...definition } = tuning.TrainingJobDefinition ?? {};
  return {
    ...(definition as unknown as TrainingJob),
    HyperParameters: { ...StaticHyperParameters, ...tuned, [OBJECTIVE]: metric },
  };
}

function summary({ job, tuned, value }: Trial, metric: string) {
  return {
    TrainingJobName: job,
    TrainingJobStatus: 'Completed' as const,
    TunedHyperParameters: tuned,
    FinalHyperParameterTuningJobObjectiveMetric: { MetricName: metric, Value: value },
  };
}

const ALL_FAILED =
  'No training job succeeded after 5 attempts. For additional details, please take a look at the training job failures ' +
  'by listing training jobs for the hyperparameter tuning job.';
