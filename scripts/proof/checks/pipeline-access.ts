import type { Check } from '../check';
import { valueAt } from '../json-at';
import { findInPipelines, type Pipeline, type PipelineStep, resourceMeant } from '../pipeline-definition';
import { textOf } from '../pipeline-expression';
import { jobsOf, localInputsOf, outputsOf } from '../pipeline-jobs';
import { PlaceAccess } from '../place-access';

/** A job is started by the pipeline's role and does its work by its own: the one that its request names. */
export const pipelineAccess: Check = {
  id: 'pipeline-access',
  rule: 'The role of each job of a pipeline may read what the job is given and write where its results go',
  find(assembly) {
    const access = new PlaceAccess(assembly);
    return findInPipelines(assembly, (pipeline) =>
      pipeline.steps.flatMap((step) => stepProblems(step, pipeline, access)),
    );
  },
};

function stepProblems(step: PipelineStep, pipeline: Pipeline, access: PlaceAccess): readonly string[] {
  const named = [...jobsOf(step).map((job) => valueAt(job, 'RoleArn')), valueAt(step.args, 'ExecutionRoleArn')];
  const roles = named.flatMap((arn) => resourceMeant(arn, pipeline.assembly)?.resource ?? []);
  // A model's file is read by the model's role when it starts.
  const read = [...localInputsOf(step).map(({ uri }) => uri), valueAt(step.args, 'PrimaryContainer', 'ModelDataUrl')];
  const written = outputsOf(step).map(({ uri }) => uri);
  return roles.flatMap((role) =>
    [
      ...read.map((place) => ({ place, action: 's3:GetObject' })),
      ...written.map((place) => ({ place, action: 's3:PutObject' })),
    ].flatMap(({ place, action }) => {
      // What only a run knows comes as {path}, what a template refers to as ${…}.
      const address = (textOf(place, pipeline) ?? '').replace(/(?<!\$)\{[^}]*\}/g, '*');
      const fault = access.fault(role, [action], address, pipeline.resource.stack);
      return fault === undefined ? [] : [`step ${step.name} runs as ${fault}`];
    }),
  );
}
