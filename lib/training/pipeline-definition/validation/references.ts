import { EXECUTION_VARIABLES } from '../expression';
import type { PlacedStep } from './placed-step';
import { listAt, textAt } from './read-json';
import { type FoundReference, referencesIn, stepProperty } from './references-in';
import { forEachStep, type Subject } from './rule';
import { propertyProblem } from './step-properties';

const VARIABLES: readonly string[] = EXECUTION_VARIABLES;

/** Every `Get` names something that exists: a parameter, an execution variable, or a property that its step has. */
export const references = forEachStep((reader, subject) =>
  referencesIn(reader.own).flatMap((reference) => referenceProblems(reader, reference, subject)),
);

function referenceProblems(reader: PlacedStep, reference: FoundReference, subject: Subject): readonly string[] {
  const problem = reasonAgainst(reference, subject);
  return problem === undefined ? [] : [`Step ${reader.name} refers to ${reference.path}, but ${problem}.`];
}

function reasonAgainst({ path, isPropertyFile }: FoundReference, subject: Subject): string | undefined {
  const [, kind, name = ''] = /^(Parameters|Execution)\.(.+)$/.exec(path) ?? [];
  if (kind === 'Parameters') return hasParameter(subject, name) ? undefined : `no parameter is called ${name}`;
  if (kind === 'Execution') return VARIABLES.includes(name) ? undefined : 'there is no such execution variable';
  const target = stepProperty(path);
  if (target === undefined) return 'that is neither a parameter, an execution variable nor a step property';
  const step = subject.steps.find((candidate) => candidate.name === target.step);
  if (step === undefined) return `no step is called ${target.step}`;
  if (isPropertyFile !== target.property.startsWith('PropertyFiles.')) {
    return 'property files are read with Std:JsonGet, and nothing else is';
  }
  return propertyProblem(step, target.property);
}

function hasParameter({ definition }: Subject, name: string): boolean {
  return listAt(definition, 'Parameters').some((parameter) => textAt(parameter, 'Name') === name);
}
