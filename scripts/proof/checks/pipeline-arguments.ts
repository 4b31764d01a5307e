import type { Check } from '../check';
import { entriesAt, listAt, textAt, valueAt } from '../json-at';
import { findInSteps, type Pipeline, type PipelineStep } from '../pipeline-definition';
import { isExpression, textOf } from '../pipeline-expression';
import { hyperParametersOf, jobsOf, localInputsOf } from '../pipeline-jobs';

const ARCHIVE = /\.(tar\.gz|tgz|gz|zip)$/;

export const pipelineArguments: Check = {
  id: 'pipeline-arguments',
  rule: 'A script is told of everything that its job puts or collects, and nothing of what it is told is empty.',
  find: (assembly) => findInSteps(assembly, (step, pipeline) => [...emptyProblems(step), ...untold(step, pipeline)]),
};

const argumentsOf = ({ args }: PipelineStep): readonly unknown[] => {
  const app = valueAt(args, 'AppSpecification');
  return [...listAt(app, 'ContainerEntrypoint'), ...listAt(app, 'ContainerArguments')];
};

function emptyProblems(step: PipelineStep): readonly string[] {
  const named = [...hyperParametersOf(step), ...jobsOf(step).flatMap((job) => entriesAt(job, 'Environment'))];
  const empty = named.filter(([, value]) => value === '').map(([name]) => name);
  const inputs = listAt(step.args, 'ProcessingInputs').filter((input) => textAt(input, 'InputName') === '');
  return [
    ...empty.map((name) => `has an empty value of ${name}`),
    ...(argumentsOf(step).includes('') ? ['has an empty argument'] : []),
    ...inputs.map(() => 'has an input without a name'),
    ...optionProblems(listAt(step.args, 'AppSpecification', 'ContainerArguments')),
  ];
}

/** Where arguments are options with values, a value without its option is one too many. */
function optionProblems(given: readonly unknown[]): readonly string[] {
  const isOption = (value: unknown) => typeof value === 'string' && value.startsWith('--');
  if (!isOption(given[0])) return [];
  const loose = given.filter((value, index) => index > 0 && !isOption(value) && !isOption(given[index - 1]));
  const bare = given.filter(
    (value, index) => isOption(value) && (index + 1 === given.length || isOption(given[index + 1])),
  );
  // A switch would be found as well: the scripts of jobs take pairs only.
  return [
    ...loose.map((value) => `has the argument ${JSON.stringify(value)} after another value, without an option`),
    ...bare.map((value) => `has the option ${String(value)} without a value`),
  ];
}

/** A job that names one of its folders names all, and an archive in a channel is code that somebody unpacks. */
function untold(step: PipelineStep, pipeline: Pipeline): readonly string[] {
  const told = [...argumentsOf(step), ...hyperParametersOf(step).map(([, value]) => value)]
    .filter((value) => !isExpression(value))
    .map(String);
  const outputs = listAt(step.args, 'ProcessingOutputConfig', 'Outputs').map((output) =>
    textAt(output, 'S3Output', 'LocalPath'),
  );
  const inputs = localInputsOf(step).map(({ folder, uri }) => ({ folder, file: textOf(uri, pipeline) ?? '' }));
  const isTold = (folder: string) => told.some((value) => value === folder || value.startsWith(`${folder}/`));
  const folders = [...inputs.map(({ folder }) => folder), ...outputs];
  const names =
    step.type === 'Processing' &&
    listAt(step.args, 'AppSpecification', 'ContainerArguments')
      .map(String)
      .some((value) => folders.includes(value));
  const archives = inputs
    .filter(({ folder, file }) => folder.startsWith('/opt/ml/input/') && ARCHIVE.test(file))
    .map(({ folder }) => folder);
  return [...(names ? folders : []), ...archives]
    .filter((folder) => !isTold(folder))
    .map((folder) => `does not tell its script of ${folder}`);
}
