import type { Check } from '../check';
import { isRecord, listAt, valueAt } from '../json-at';
import { findInSteps, type Pipeline, type PipelineStep } from '../pipeline-definition';
import { getsIn, isExpression, kindOf } from '../pipeline-expression';

const ORDERS = ['GreaterThan', 'GreaterThanOrEqualTo', 'LessThan', 'LessThanOrEqualTo'];
const COMPARED = ['Type', 'LeftValue', 'RightValue'];
/** Members by type (SageMaker SDK, `conditions.py`). */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  Equals: COMPARED,
  ...Object.fromEntries(ORDERS.map((type) => [type, COMPARED])),
  In: ['Type', 'QueryValue', 'Values'],
  Not: ['Type', 'Condition'],
  Or: ['Type', 'Conditions'],
};

export const pipelineConditions: Check = {
  id: 'pipeline-conditions',
  rule: 'A condition compares values of one kind, at least one of them known only at run time, and leads somewhere.',
  find: (assembly) =>
    findInSteps(assembly, (step, pipeline) => (step.type === 'Condition' ? stepProblems(step, pipeline) : [])),
};

function stepProblems({ name, args }: PipelineStep, pipeline: Pipeline): readonly string[] {
  const conditions = listAt(args, 'Conditions');
  const inner = pipeline.steps.filter(({ within }) => within.at(-1)?.condition === name);
  return [
    ...(conditions.length === 0 ? ['has no condition'] : []),
    ...(inner.length === 0 ? ['has no step in either branch'] : []),
    ...conditions.flatMap((condition) => conditionProblems(condition, pipeline)),
  ];
}

function conditionProblems(condition: unknown, pipeline: Pipeline): readonly string[] {
  const type = String(valueAt(condition, 'Type'));
  const members = MEMBERS[type];
  if (!isRecord(condition) || members === undefined)
    return [`has a condition of the type ${type}, which does not exist`];
  const missing = members.filter((name) => !(name in condition));
  const unknown = Object.keys(condition).filter((name) => !members.includes(name));
  const inner = [...listAt(condition, 'Conditions'), ...(type === 'Not' ? [condition.Condition] : [])];
  return [
    ...missing.map((name) => `has a condition of the type ${type} without ${name}`),
    ...unknown.map((name) => `has a condition of the type ${type} with ${name}, which it does not take`),
    ...(missing.length === 0 && inner.length === 0 ? valueProblems(type, condition, pipeline) : []),
    ...inner.flatMap((each) => conditionProblems(each, pipeline)),
  ];
}

function valueProblems(type: string, condition: unknown, pipeline: Pipeline): readonly string[] {
  const of = (name: string) => valueAt(condition, name);
  const values =
    type === 'In' ? [of('QueryValue'), ...listAt(condition, 'Values')] : [of('LeftValue'), of('RightValue')];
  const kinds = [...new Set(values.map((value) => kindOf(value, pipeline)).filter((kind) => kind !== undefined))];
  const said = JSON.stringify(condition);
  const strange = values.filter((value) => !isExpression(value) && kindOf(value, pipeline) === undefined);
  return [
    ...(strange.length > 0 ? [`compares what is no value: ${said}`] : []),
    ...(kinds.length > 1 ? [`compares ${kinds.join(' with ')}, which are never equal: ${said}`] : []),
    ...(ORDERS.includes(type) && kinds.some((kind) => kind !== 'number') ? [`orders what is no number: ${said}`] : []),
    // JSON and our functions write true and false; any other spelling is never equal to them.
    ...(values.some(
      (value) => value === '' || (/^(true|false)$/i.test(String(value)) && !/^(true|false)$/.test(String(value))),
    )
      ? [`compares with a text that no step gives: ${said}`]
      : []),
    ...(getsIn(condition).length === 0 ? [`compares what is known before the run: ${said}`] : []),
    ...(JSON.stringify(of('LeftValue')) === JSON.stringify(of('RightValue')) && type !== 'In'
      ? [`compares a value with itself: ${said}`]
      : []),
  ];
}
