import type { Check } from '../check';
import schema from '../facts/pipeline-definition.schema.json';
import { entriesAt, isRecord, listAt, repeated, textAt, valueAt } from '../json-at';
import { findInPipelines, type Pipeline } from '../pipeline-definition';
import { schemaProblems } from '../schema-problems';

/** Limits of CreatePipeline and StartPipelineExecution (SageMaker API, August 2026). */
const LONGEST_TEXT = 1_048_576;
const LONGEST_VALUE = 1024;
const SOURCES = ['PipelineDefinitionBody', 'PipelineDefinitionS3Location'];
const CONTEXT = { definitions: schema.definitions, kindOf: () => undefined };

export const pipelineDocument: Check = {
  id: 'pipeline-document',
  rule: 'A pipeline definition is one JSON document with known members, and each of its parameters has a default of its type.',
  find: (assembly) =>
    findInPipelines(assembly, (pipeline) => [...propertyProblems(pipeline), ...textProblems(pipeline)]),
};

/** CloudFormation's `PipelineDefinition` and `ParallelismConfiguration` are free JSON: CDK converts and checks nothing. */
function propertyProblems({ resource: { Properties } }: Pipeline): readonly string[] {
  const members = entriesAt(Properties, 'PipelineDefinition').map(([name]) => name);
  const { ParallelismConfiguration: parallelism } = Properties;
  const steps = valueAt(parallelism, 'MaxParallelExecutionSteps');
  const isSound = parallelism === undefined || (Object.keys(Object(parallelism)).length === 1 && Number(steps) >= 1);
  return [
    ...members.filter((name) => !SOURCES.includes(name)).map((name) => `PipelineDefinition.${name} is unknown`),
    ...(SOURCES.filter((name) => members.includes(name)).length === 1
      ? []
      : [`PipelineDefinition has to have exactly one of ${SOURCES.join(' and ')}`]),
    ...(isSound && (steps === undefined || Number.isInteger(Number(steps)))
      ? []
      : ['ParallelismConfiguration has to be {MaxParallelExecutionSteps} with a whole number from 1']),
  ];
}

function textProblems({ text, document, steps }: Pipeline): readonly string[] {
  if (text === undefined) return ['PipelineDefinitionBody has to be text that the template holds'];
  if (Object.keys(document).length === 0) return [`PipelineDefinitionBody is not a JSON object: ${text.slice(0, 60)}…`];
  const members = Object.entries(schema.properties).filter(([name]) => name !== 'Steps');
  const known = members.flatMap(([name, member]) =>
    name in document ? schemaProblems(member, document[name], name, CONTEXT) : [],
  );
  const unknown = Object.keys(document).filter((name) => !(name in schema.properties));
  return [
    ...unknown.map((name) => `the definition has a member ${name}, which AWS does not know`),
    ...schema.required.filter((name) => !(name in document)).map((name) => `the definition has no ${name}`),
    ...(steps.length === 0 ? ['the definition has no step'] : []),
    ...(text.length > LONGEST_TEXT ? [`the definition has ${text.length} characters of at most ${LONGEST_TEXT}`] : []),
    ...known,
    ...parameterProblems(listAt(document, 'Parameters')),
  ];
}

/** Schedules, events and Studio start a pipeline without values, so that each parameter needs a default. */
function parameterProblems(parameters: readonly unknown[]): readonly string[] {
  const twice = repeated(parameters.map((each) => textAt(each, 'Name')));
  return [
    ...twice.map((name) => `parameter ${name} is declared twice`),
    ...parameters.filter(isRecord).flatMap((each) => {
      const { Name: name, Type: type, DefaultValue: value, EnumValues: allowed } = each;
      if (value === undefined) return [`parameter ${name} has no DefaultValue`];
      const fits = { String: 'string', Integer: 'number', Float: 'number', Boolean: 'boolean' }[String(type)];
      return [
        ...(typeof value === fits && (type !== 'Integer' || Number.isInteger(value))
          ? []
          : [`parameter ${name} is of type ${type}, its default is ${JSON.stringify(value)}`]),
        ...(Array.isArray(allowed) && !allowed.includes(value)
          ? [`the default of ${name} is not in its EnumValues`]
          : []),
        ...(String(value).length > LONGEST_VALUE ? [`the default of ${name} is longer than ${LONGEST_VALUE}`] : []),
      ];
    }),
  ];
}
