import { numeric } from '../proof/json';
import { listAt, textAt, valueAt } from '../proof/json-at';
import type { Pipeline, PipelineStep } from '../proof/pipeline-definition';
import { jobsOf, machinesOf } from '../proof/pipeline-jobs';
import { mostAtOnce, type Running } from './at-once';

/** What SageMaker counts by itself: each use of an instance type has a quota of its own. */
type Use = 'training job' | 'processing job' | 'transform job' | 'endpoint';

const USES: Readonly<Record<string, Use>> = {
  Training: 'training job',
  Tuning: 'training job',
  Processing: 'processing job',
  QualityCheck: 'processing job',
  ClarifyCheck: 'processing job',
  Transform: 'transform job',
};

export interface Instances {
  readonly use: Use;
  readonly instanceType: string;
  readonly count: number;
}

/** The instances that one run of a pipeline takes at the same time, by use and type: steps run at once unless one waits. */
export function pipelineInstances(pipeline: Pipeline): Instances[] {
  const taken = pipeline.steps.flatMap((step) => takenBy(step, pipeline).map((each) => ({ step, ...each })));
  const kinds = new Map(taken.map(({ use, instanceType }) => [`${use} ${instanceType}`, { use, instanceType }]));
  return [...kinds.values()].map(({ use, instanceType }) => {
    const of = ({ name }: PipelineStep) =>
      taken.filter((each) => each.step.name === name && each.use === use && each.instanceType === instanceType);
    const running: Running[] = pipeline.steps.map((step) => ({
      name: step.name,
      after: waitsFor(step, pipeline),
      instances: of(step).reduce((sum, { count }) => sum + count, 0),
    }));
    return { use, instanceType, count: mostAtOnce(running) };
  });
}

function takenBy(step: PipelineStep, pipeline: Pipeline): Instances[] {
  const use = USES[step.type];
  if (use === undefined) return [];
  const limits = valueAt(step.args, 'HyperParameterTuningJobConfig', 'ResourceLimits');
  // A search trains as many at a time as it may, whatever each of its definitions is.
  const atATime = step.type === 'Tuning' ? number(valueAt(limits, 'MaxParallelTrainingJobs'), pipeline, 1) : 1;
  const machines = machinesOf(step);
  const each = jobsOf(step).length > 1 ? machines.slice(0, atATime) : machines;
  return each.map((machine) => ({
    use,
    instanceType: text(valueAt(machine, 'InstanceType'), pipeline),
    count: number(valueAt(machine, 'InstanceCount'), pipeline, 1) * (each.length > 1 ? 1 : atATime),
  }));
}

function waitsFor(step: PipelineStep, { steps }: Pipeline): string[] {
  const written = JSON.stringify(step.own);
  const named = [...written.matchAll(/Steps\.([A-Za-z0-9_-]+)/g)].map(([, name = '']) => name);
  const within = step.within.map(({ condition }) => condition);
  const before = listAt(step.own, 'DependsOn').map(String);
  const names = new Set(steps.map(({ name }) => name));
  return [...named, ...within, ...before].filter((name) => names.has(name) && name !== step.name);
}

/** A value, or the default of the pipeline's parameter that it stands for. */
function settled(value: unknown, { document }: Pipeline): unknown {
  const [, parameter] = /^Parameters\.(.+)$/.exec(textAt(value, 'Get')) ?? [];
  if (parameter === undefined) return value;
  return valueAt(
    listAt(document, 'Parameters').find((each) => textAt(each, 'Name') === parameter),
    'DefaultValue',
  );
}

function number(value: unknown, pipeline: Pipeline, otherwise: number): number {
  return numeric(settled(value, pipeline)) ?? otherwise;
}

function text(value: unknown, pipeline: Pipeline): string {
  return String(settled(value, pipeline) ?? 'unknown');
}
