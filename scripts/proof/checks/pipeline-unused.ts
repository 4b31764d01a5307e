import type { Check } from '../check';
import { listAt, textAt } from '../json-at';
import { findInPipelines, type Pipeline, type PipelineStep } from '../pipeline-definition';
import { getsIn } from '../pipeline-expression';

export const pipelineUnused: Check = {
  id: 'pipeline-unused',
  rule: 'Whatever a pipeline declares is used: a parameter, an output of a function or a property file that nobody reads is a lost gate.',
  find: (assembly) =>
    findInPipelines(assembly, (pipeline) => {
      const taken = new Set(pipeline.steps.flatMap(({ own }) => getsIn(own)));
      return declared(pipeline)
        .filter(([path]) => !taken.has(path))
        .map(([, what]) => `${what} is declared, and no step reads it`);
    }),
};

function declared({ document, steps }: Pipeline): readonly (readonly [path: string, what: string])[] {
  const parameters = listAt(document, 'Parameters').map((each) => textAt(each, 'Name'));
  return [...parameters.map((name) => [`Parameters.${name}`, `parameter ${name}`] as const), ...steps.flatMap(ofStep)];
}

function ofStep({ name, own }: PipelineStep): readonly (readonly [path: string, what: string])[] {
  const outputs = listAt(own, 'OutputParameters').map((each) => textAt(each, 'OutputName'));
  const files = listAt(own, 'PropertyFiles').map((each) => textAt(each, 'PropertyFileName'));
  return [
    ...outputs.map((each) => [`Steps.${name}.OutputParameters['${each}']`, `output ${each} of step ${name}`] as const),
    ...files.map((each) => [`Steps.${name}.PropertyFiles.${each}`, `property file ${each} of step ${name}`] as const),
  ];
}
