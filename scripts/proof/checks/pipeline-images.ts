import type { Check } from '../check';
import { imageProblem } from '../facts/sagemaker-images';
import { repeated } from '../json-at';
import { findInPipelines, type Pipeline } from '../pipeline-definition';
import { textOf } from '../pipeline-expression';
import { imagesOf } from '../pipeline-jobs';

export const pipelineImages: Check = {
  id: 'pipeline-images',
  rule: 'Every container of a pipeline runs an image that exists in its region, and one version of it trains, judges and serves.',
  find: (assembly) => findInPipelines(assembly, (pipeline) => [...uriProblems(pipeline), ...versionProblems(pipeline)]),
};

function uriProblems(pipeline: Pipeline): readonly string[] {
  const { region } = pipeline.resource.stack;
  return pipeline.steps.flatMap((step) =>
    imagesOf(step).flatMap((image) => {
      const uri = textOf(image, pipeline) ?? '';
      // The name of a repository of ours is known only to its deployment.
      const problem = imageProblem(uri.replace(/\/\$\{[^}]+\}/, '/ours'), region);
      return problem === undefined ? [] : [`step ${step.name} runs ${uri || 'no image'}, which ${problem}`];
    }),
  );
}

const repositoryOf = (image: string): string => image.split(/[:@]/)[0] ?? '';

/** A model file is only sure to load in the version of the library that wrote it. */
function versionProblems({ steps }: Pipeline): readonly string[] {
  const images = [...new Set(steps.flatMap(imagesOf).map(String))];
  const several = repeated(images.map(repositoryOf)).map((repository) =>
    images.filter((image) => repositoryOf(image) === repository),
  );
  return several.map(
    (versions) => `models are trained, judged and served by different versions: ${versions.join(', ')}`,
  );
}
