import type { Assembly } from '../../proof/assembly';
import { type Pipeline, type PipelineStep, pipelinesOf } from '../../proof/pipeline-definition';
import { pointsTo } from '../../proof/points-to';
import type { PlacedUsage } from '../line';
import { nameOf } from '../name-of';
import { assumed } from '../pass-usage';
import { placed } from '../placed';
import { quantity } from '../quantity';
import { functionRuns } from '../services/function-run';
import { stepJobs } from '../services/jobs';
import type { PassStep } from './step';

/** Every step of the pipelines that starts a job or a function; the others only call an API, which is free. */
export function pipelineSteps(assembly: Assembly): readonly PassStep[] {
  return pipelinesOf(assembly)
    .flatMap((pipeline) => pipeline.steps.map((step) => ({ step, pipeline })))
    .map(({ step, pipeline }) => ({
      name: `pipeline: ${step.name}`,
      usages: [...placed(pipeline.resource, stepJobs(step)), ...functionOf(step, pipeline)],
      unpriced: [],
    }))
    .filter(({ usages }) => usages.length > 0);
}

function functionOf({ type, own }: PipelineStep, { resource, assembly }: Pipeline): PlacedUsage[] {
  if (type !== 'Lambda') return [];
  const called = pointsTo(own.FunctionArn, resource.stack, assembly).resource;
  if (!called) return [];
  const runs = functionRuns(called, `function ${nameOf(called)}`, quantity(1n), assumed('pipelineFunctionSeconds'));
  return placed(called, runs);
}
