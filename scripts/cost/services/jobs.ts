import type { Placed } from '../../proof/assembly';
import { numeric, record } from '../../proof/json';
import { valueAt } from '../../proof/json-at';
import type { PipelineStep } from '../../proof/pipeline-definition';
import { machinesOf } from '../../proof/pipeline-jobs';
import type { Unpriced, Usage } from '../line';
import { assumed } from '../pass-usage';
import { placeOf } from '../placed';
import { dividedBy, type Quantity, quantity, smaller, times } from '../quantity';

/** Data processing units of a worker (Glue developer guide, worker types). */
const WORKER_UNITS: Readonly<Record<string, bigint>> = { 'G.1X': 1n, 'G.2X': 2n, 'G.4X': 4n, 'G.8X': 8n };

/** One run of a Glue job on the workers of its template, no longer than its time limit. */
export function glueRun(job: Placed): Usage | Unpriced {
  const { WorkerType, NumberOfWorkers, Timeout } = job.Properties;
  const units = WORKER_UNITS[String(WorkerType)];
  const workers = numeric(NumberOfWorkers);
  const what = `${workers} × ${String(WorkerType)}`;
  if (units === undefined || workers === undefined)
    return { what, from: placeOf(job), reason: 'its units are not known' };
  const minutes = within(assumed('glueMinutes'), numeric(Timeout));
  return { what, price: 'glue-dpu', quantity: times(BigInt(workers), units, dividedBy(minutes, 60n)) };
}

type JobStep = 'Training' | 'Tuning' | 'Processing' | 'Transform';
const MINUTES: Readonly<Record<JobStep, string>> = {
  Training: assumed('trainingMinutes'),
  Tuning: assumed('trainingMinutes'),
  Processing: assumed('processingMinutes'),
  Transform: assumed('transformMinutes'),
};

/** The machines and disks of the jobs that a step of the pipeline starts; none for a step that starts no job. */
export function stepJobs(step: PipelineStep): readonly Usage[] {
  const minutes = MINUTES[step.type as JobStep];
  if (minutes === undefined) return [];
  const limit = valueAt(step.args, 'HyperParameterTuningJobConfig', 'ResourceLimits', 'MaxNumberOfTrainingJobs');
  const jobs = step.type === 'Tuning' ? (numeric(limit) ?? 1) : 1;
  return machinesOf(step).flatMap((machine) => {
    const { InstanceType, InstanceCount, VolumeSizeInGB } = record(machine);
    const hours = times(
      BigInt(jobs),
      BigInt(numeric(InstanceCount) ?? 1),
      dividedBy(within(minutes, minutesLimit(step)), 60n),
    );
    const disk = numeric(VolumeSizeInGB);
    const what = `${jobs === 1 ? '' : `${jobs} jobs on `}${numeric(InstanceCount) ?? 1} × ${String(InstanceType)}`;
    return [
      { what, price: `sagemaker-instance:${String(InstanceType)}`, quantity: hours },
      ...(disk === undefined
        ? []
        : [
            {
              what: `disk of ${disk} GB`,
              price: 'sagemaker-volume',
              quantity: times(hours, dividedBy(BigInt(disk), assumed('hoursOfMonth'))),
            },
          ]),
    ];
  });
}

/** Minutes after which a step's job is stopped. */
function minutesLimit({ args }: PipelineStep): number | undefined {
  const own = valueAt(args, 'StoppingCondition', 'MaxRuntimeInSeconds');
  const ofJobs = valueAt(args, 'TrainingJobDefinition', 'StoppingCondition', 'MaxRuntimeInSeconds');
  const seconds = numeric(own) ?? numeric(ofJobs);
  return seconds === undefined ? undefined : seconds / 60;
}

function within(minutes: string, most: number | undefined): Quantity {
  return most === undefined ? quantity(minutes) : smaller(quantity(minutes), quantity(most.toFixed(3)));
}
