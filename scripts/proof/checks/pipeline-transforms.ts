import type { Check } from '../check';
import { textAt, valueAt } from '../json-at';
import { findInSteps, type Pipeline, type PipelineStep } from '../pipeline-definition';

/** MaxConcurrentTransforms times MaxPayloadInMB (API CreateTransformJob). */
const MOST_MB = 100;
/** JSONPath as data processing takes it; of a line of CSV only positions and ranges of them (developer guide, batch-transform-data-processing). */
const PATH = /^\$([.[].*)?$/;
const POSITIONS = /^\$(\[(-?\d+|-?\d*:-?\d*)(,\s*(-?\d+|-?\d*:-?\d*))*\])?$/;

export const pipelineTransforms: Check = {
  id: 'pipeline-transforms',
  rule: 'A transform scores a model of the pipeline, and joins scores to input of the same format only.',
  find: (assembly) =>
    findInSteps(assembly, (step, pipeline) =>
      step.type === 'Transform'
        ? [...modelProblems(step, pipeline), ...formatProblems(step), ...filterProblems(step, pipeline)]
        : [],
    ),
};

/** Models that are compared get the same columns of the same data. */
function filterProblems({ args }: PipelineStep, { steps }: Pipeline): readonly string[] {
  const filter = valueAt(args, 'DataProcessing', 'InputFilter');
  const others = steps
    .filter(({ type }) => type === 'Transform')
    .map((step) => [step.name, valueAt(step.args, 'DataProcessing', 'InputFilter')] as const);
  return others
    .filter(([, other]) => other !== filter)
    .map(([name, other]) => `gives its model the columns ${String(filter)}, and ${name} gives ${String(other)}`);
}

function modelProblems({ args }: PipelineStep, { steps }: Pipeline): readonly string[] {
  const [, model] = /^Steps\.([\w-]+)\.ModelName$/.exec(textAt(args, 'ModelName', 'Get')) ?? [];
  const isOne = steps.some(({ name, type }) => type === 'Model' && name === model);
  return isOne ? [] : [`scores ${JSON.stringify(args.ModelName)}, which is no model of a step of this pipeline`];
}

function formatProblems({ args }: PipelineStep): readonly string[] {
  const at = (...path: readonly string[]) => valueAt(args, ...path);
  const isJoined = at('DataProcessing', 'JoinSource') === 'Input';
  const split = at('TransformInput', 'SplitType') ?? 'None';
  const isCsv = at('TransformInput', 'ContentType') === 'text/csv';
  const megabytes = Number(at('MaxPayloadInMB') ?? 6) * Number(at('MaxConcurrentTransforms') ?? 1);
  const filters = ['InputFilter', 'OutputFilter'].flatMap((name) => {
    const filter = at('DataProcessing', name);
    const fits = typeof filter !== 'string' || (isCsv ? POSITIONS : PATH).test(filter);
    return fits ? [] : [`has the ${name} ${filter}, which ${isCsv ? 'a line of CSV' : 'JSONPath'} does not have`];
  });
  const pairs = [
    ['Accept', at('TransformOutput', 'Accept'), 'ContentType', at('TransformInput', 'ContentType')],
    ['AssembleWith', at('TransformOutput', 'AssembleWith') ?? 'None', 'SplitType', split],
  ];
  return [
    ...filters,
    ...(isJoined ? pairs : [])
      .filter(([, out, , given]) => out !== given)
      .map(
        ([outName, out, inName, given]) =>
          `joins its input, but ${outName} is ${String(out)} and ${inName} ${String(given)}`,
      ),
    ...(at('BatchStrategy') !== undefined && split === 'None'
      ? ['has a BatchStrategy and does not split its input']
      : []),
    ...(megabytes > MOST_MB ? [`holds ${megabytes} MB at a time of at most ${MOST_MB}`] : []),
    ...(at('DataProcessing', 'OutputFilter') !== undefined && !isJoined
      ? ['filters its output and does not join its input']
      : []),
  ];
}
