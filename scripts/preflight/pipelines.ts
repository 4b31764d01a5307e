import type { Assembly } from '../proof/assembly';
import { findInPipelines, type Pipeline } from '../proof/pipeline-definition';

/** Every SageMaker pipeline of an assembly. */
export function pipelinesIn(assembly: Assembly): readonly Pipeline[] {
  const pipelines: Pipeline[] = [];
  findInPipelines(assembly, (pipeline) => {
    pipelines.push(pipeline);
    return [];
  });
  return pipelines;
}
