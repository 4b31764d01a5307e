import type { Check } from '../check';
import schema from '../facts/pipeline-definition.schema.json';
import { isRecord, type Json, listAt, repeated, textAt, valueAt } from '../json-at';
import { findInPipelines, type Pipeline, type PipelineStep } from '../pipeline-definition';
import { kindOf } from '../pipeline-expression';
import { schemaProblems } from '../schema-problems';

// A job of a fixed name fails in the second run; ExperimentConfig and names belong to the service (developer guide, steps).
const SET_BY_THE_SERVICE = [
  ...['TrainingJobName', 'ProcessingJobName', 'TransformJobName', 'HyperParameterTuningJobName', 'AutoMLJobName'],
  ...['ModelPackageName', 'ExperimentConfig', 'CertifyForMarketplace'],
];

// New customers get none of these since July 2026 (developer guide, availability notices).
const CLOSED_TYPES = ['ClarifyCheck', 'QualityCheck'];
const CLOSED_MEMBERS = ['DebugHookConfig', 'DebugRuleConfigurations', 'ProfilerRuleConfigurations'];

export const pipelineSteps: Check = {
  id: 'pipeline-steps',
  rule: 'Step names are unique, step types known, and the arguments of a step a request that the SageMaker API takes.',
  find: (assembly) =>
    findInPipelines(assembly, (pipeline) => [
      ...repeated(pipeline.steps.map(({ name }) => name)).map((name) => `two steps have the name ${name}`),
      ...strangers(listAt(pipeline.document, 'Steps'), 'Steps'),
      ...pipeline.steps.flatMap((step) =>
        stepProblems(step, pipeline).map((problem) => `step ${step.name}: ${problem}`),
      ),
    ]),
};

/** What stands where a step should and is none, such as the name of a step in a branch. */
function strangers(steps: unknown, place: string): readonly string[] {
  if (!Array.isArray(steps)) return steps === undefined ? [] : [`${place} has to be a list of steps`];
  return steps.flatMap((step, index) => {
    if (!isRecord(step)) return [`${place}[${index}] is ${JSON.stringify(step)}, and no step`];
    if (step.Type !== 'Condition') return [];
    const sides = ['IfSteps', 'ElseSteps'];
    return sides.flatMap((side) => strangers(valueAt(step, 'Arguments', side), `${textAt(step, 'Name')}.${side}`));
  });
}

function stepProblems(step: PipelineStep, pipeline: Pipeline): readonly string[] {
  const { definitions } = schema as unknown as { definitions: Json };
  const known = definitions[`step.${step.type}`];
  if (known === undefined) return [`type ${JSON.stringify(step.own.Type)} is not a type of step that is known here`];
  // Conditions are a matter of the check of conditions.
  const own = step.type === 'Condition' ? { ...step.own, Arguments: { Conditions: [] } } : step.own;
  const inContext = { definitions, kindOf: (value: unknown) => kindOf(value, pipeline) };
  const fixed = [...SET_BY_THE_SERVICE, ...(step.type === 'Model' ? ['ModelName'] : [])];
  const closed = CLOSED_MEMBERS.filter((name) => name in step.args);
  return [
    ...schemaProblems(known, own, 'it', inContext),
    ...fixed.filter((name) => name in step.args).map((name) => `${name} is set, which the service sets`),
    ...(CLOSED_TYPES.includes(step.type) ? [`type ${step.type} is closed to new customers`] : []),
    ...(step.type === 'Training' && valueAt(step.args, 'ProfilerConfig', 'DisableProfiler') !== true
      ? ['ProfilerConfig.DisableProfiler is not true, and the profiler is closed to new customers']
      : []),
    ...closed.map((name) => `${name} is set, which is closed to new customers`),
    ...(step.type === 'Condition'
      ? Object.keys(step.args)
          .filter((name) => name !== 'Conditions')
          .map((name) => `it.Arguments.${name} is unknown`)
      : []),
  ];
}
