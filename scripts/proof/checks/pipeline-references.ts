import type { Check } from '../check';
import { stepPropertyProblem } from '../facts/step-properties';
import { everyValue, isRecord, listAt, textAt, valueAt } from '../json-at';
import { findInSteps, type Pipeline, type PipelineStep } from '../pipeline-definition';
import { getsIn, jsonGetsIn, parameter, stepProperty } from '../pipeline-expression';

/** The SageMaker SDK's `execution_variables.py`; the last two have a value only within a job. */
const EXECUTION_VARIABLES = [
  ...['StartDateTime', 'CurrentDateTime', 'PipelineName', 'PipelineArn', 'PipelineExecutionId', 'PipelineExecutionArn'],
  ...['TrainingJobName', 'ProcessingJobName'],
];
const EXPERIMENT = /^PipelineExperimentConfig\.(ExperimentName|TrialName)$/;
const JSON_PATH = /^[^.[\]]+(\.[^.[\]]+|\[\d+\]|\['[^']+'\])*$/;

export const pipelineReferences: Check = {
  id: 'pipeline-references',
  rule: 'Whatever a step of a pipeline takes its values from is declared and has that property.',
  find: (assembly) =>
    findInSteps(assembly, (step, pipeline) => [
      ...getsIn(step.own).flatMap((path) => pathProblems(path, pipeline)),
      ...jsonGetsIn(step.own).flatMap(jsonGetProblems),
      ...joinProblems(step),
      ...fileProblems(step),
    ]),
};

function pathProblems(path: string, pipeline: Pipeline): readonly string[] {
  const [, root = '', name = ''] = /^(\w+)\.(.+)$/.exec(path) ?? [];
  const taken = stepProperty(path);
  if (taken === undefined) {
    const isKnown =
      (root === 'Parameters' && parameter(name, pipeline) !== undefined) ||
      (root === 'Execution' && EXECUTION_VARIABLES.includes(name)) ||
      (EXPERIMENT.test(path) && isRecord(pipeline.document.PipelineExperimentConfig));
    return isKnown ? [] : [`takes ${path}, which does not exist`];
  }
  const step = pipeline.steps.find((each) => each.name === taken.step);
  if (step === undefined) return [`takes ${path}, and there is no step ${taken.step}`];
  const problem = stepPropertyProblem(step, taken.property);
  return problem === undefined ? [] : [`takes ${path}, but ${problem}`];
}

function jsonGetProblems(jsonGet: unknown): readonly string[] {
  const file = textAt(jsonGet, 'PropertyFile', 'Get');
  const isFile = /^Steps\.[\w-]+\.PropertyFiles\.[\w-]+$/.test(file);
  const sources = ['PropertyFile', 'S3Uri'].filter((name) => valueAt(jsonGet, name) !== undefined);
  return [
    ...(JSON_PATH.test(textAt(jsonGet, 'Path')) ? [] : [`reads JSON at ${JSON.stringify(valueAt(jsonGet, 'Path'))}`]),
    ...(sources.length === 1 ? [] : ['reads JSON that is not of exactly one of PropertyFile and S3Uri']),
    ...(sources.includes('PropertyFile') && !isFile ? [`reads JSON of ${file}, which is no property file`] : []),
  ];
}

function joinProblems({ own }: PipelineStep): readonly string[] {
  const joins = everyValue(own).filter(([key]) => key === 'Std:Join');
  return joins.flatMap(([, join]) => {
    const isSound = typeof valueAt(join, 'On') === 'string' && listAt(join, 'Values').length > 0;
    const strange = listAt(join, 'Values').filter((value) => value === null || Array.isArray(value));
    return isSound && strange.length === 0 ? [] : [`joins ${JSON.stringify(join)}, which is no {On, Values}`];
  });
}

/** A property file is one file of one declared output; its path starts there. */
function fileProblems({ own, args }: PipelineStep): readonly string[] {
  const outputs = listAt(args, 'ProcessingOutputConfig', 'Outputs').map((output) => textAt(output, 'OutputName'));
  return listAt(own, 'PropertyFiles').flatMap((file) => {
    const name = textAt(file, 'PropertyFileName');
    const [output, path] = [textAt(file, 'OutputName'), textAt(file, 'FilePath')];
    return [
      ...(outputs.includes(output) ? [] : [`has the property file ${name} in the output ${output}, which it has not`]),
      ...(/^(\/|s3:)|\.\./.test(path)
        ? [`has the property file ${name} at ${path}, which is not within its output`]
        : []),
    ];
  });
}
