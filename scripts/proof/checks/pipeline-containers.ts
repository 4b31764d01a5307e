import type { Check } from '../check';
import { entriesAt, listAt, repeated, textAt, valueAt } from '../json-at';
import { findInSteps, type Pipeline, type PipelineStep } from '../pipeline-definition';
import { textOf } from '../pipeline-expression';
import { hyperParametersOf, jobsOf, localInputsOf } from '../pipeline-jobs';

const PROCESSING = '/opt/ml/processing/';

export const pipelineContainers: Check = {
  id: 'pipeline-containers',
  rule: 'The script of a job, and all that it is told to read or write, lies where the job puts its inputs and collects its outputs.',
  find: (assembly) =>
    findInSteps(assembly, (step, pipeline) => [
      ...folderProblems(step),
      ...pathProblems(step, pipeline),
      ...scriptProblems(step),
    ]),
};

const outputFolders = ({ args }: PipelineStep): readonly string[] =>
  listAt(args, 'ProcessingOutputConfig', 'Outputs').map((output) => textAt(output, 'S3Output', 'LocalPath'));

function folderProblems(step: PipelineStep): readonly string[] {
  const inputs = localInputsOf(step).map(({ folder }) => folder);
  const isProcessing = step.type === 'Processing';
  const folders = [...inputs, ...outputFolders(step)].map((folder) => folder.replace(/\/$/, ''));
  const names = [
    ...listAt(step.args, 'ProcessingInputs').map((input) => textAt(input, 'InputName')),
    ...listAt(step.args, 'ProcessingOutputConfig', 'Outputs').map((output) => textAt(output, 'OutputName')),
  ];
  const within = folders.filter((folder) => folders.some((other) => folder.startsWith(`${other}/`)));
  return [
    ...(isProcessing
      ? folders
          .filter((each) => !each.startsWith(PROCESSING))
          .map((each) => `uses the folder ${each || 'without LocalPath'}, not below ${PROCESSING}`)
      : []),
    ...repeated(folders).map((folder) => `uses the folder ${folder} twice`),
    ...repeated(names).map((name) => `has two inputs or outputs of the name ${name}`),
    ...within.map((folder) => `uses the folder ${folder}, which lies in another one of its own`),
  ];
}

/** Paths in arguments, the environment and hyperparameters; a file that is named has to be the one that is put there. */
function pathProblems(step: PipelineStep, pipeline: Pipeline): readonly string[] {
  const inputs = localInputsOf(step);
  const app = valueAt(step.args, 'AppSpecification');
  const given = [
    ...listAt(app, 'ContainerEntrypoint'),
    ...listAt(app, 'ContainerArguments'),
    ...jobsOf(step).flatMap((job) => entriesAt(job, 'Environment').map(([, value]) => value)),
    ...hyperParametersOf(step).map(([, value]) => value),
  ].map(String);
  return given
    .filter((path) => /^\/opt\/ml\/(processing|input\/data)\//.test(path))
    .flatMap((path) => {
      const isIn = (folder: string) => folder !== '' && (path === folder || path.startsWith(`${folder}/`));
      if (outputFolders(step).some(isIn)) return [];
      const input = inputs.find(({ folder }) => isIn(folder));
      if (input === undefined) return [`is told of ${path}, and nothing is put or collected there`];
      const file = path.slice(input.folder.length + 1);
      const source = (textOf(input.uri, pipeline) ?? '').split('/').at(-1) ?? '';
      // A source with an ending is one file; any other is a folder of which nothing is known.
      const isOther = file !== '' && /\.\w+$/.test(source) && file !== source;
      return isOther ? [`is told of ${path}, and the file that is put there is ${source}`] : [];
    });
}

/** Script mode: the program and the archive that holds it come together (SageMaker containers toolkit). */
function scriptProblems(step: PipelineStep): readonly string[] {
  const names = hyperParametersOf(step).map(([name]) => name);
  const [program, archive] = ['sagemaker_program', 'sagemaker_submit_directory'].map((name) => names.includes(name));
  const channels = jobsOf(step).flatMap((job) => listAt(job, 'InputDataConfig'));
  const needsData = ['Training', 'Tuning'].includes(step.type) && channels.length === 0;
  return [
    ...(program === archive ? [] : ['has only one of sagemaker_program and sagemaker_submit_directory']),
    ...(needsData ? ['has no InputDataConfig'] : []),
  ];
}
