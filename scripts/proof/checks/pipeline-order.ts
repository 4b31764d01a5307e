import type { Check } from '../check';
import { listAt } from '../json-at';
import { findInPipelines, type Pipeline, type PipelineStep } from '../pipeline-definition';
import { needsOf, stepsTaken } from '../pipeline-expression';

export const pipelineOrder: Check = {
  id: 'pipeline-order',
  rule: 'The steps of a pipeline can run one after the other: none waits for itself, for none, or for one that may never run.',
  find: (assembly) =>
    findInPipelines(assembly, (pipeline) => [
      ...pipeline.steps.flatMap((step) => dependencyProblems(step, pipeline)),
      ...circle(pipeline),
    ]),
};

function dependencyProblems(step: PipelineStep, { steps }: Pipeline): readonly string[] {
  const named = listAt(step.own, 'DependsOn').map(String);
  const unknown = named.filter((name) => !steps.some((each) => each.name === name));
  const awaited = steps.filter(({ name }) => named.includes(name) || stepsTaken(step.own).includes(name));
  const failing = awaited.filter(({ type }) => type === 'Fail');
  // A step of a branch that was not taken never runs, and whoever waits for it outside of that branch has no value.
  const elsewhere = awaited.filter(
    ({ within }) => !within.every((branch) => step.within.some((own) => isSame(own, branch))),
  );
  return [
    ...unknown.map((name) => `step ${step.name} depends on ${name}, and there is no such step`),
    ...failing.map(({ name }) => `step ${step.name} depends on ${name}, after which nothing runs`),
    ...elsewhere.map(({ name }) => `step ${step.name} needs ${name}, which runs only in a branch that it is not in`),
  ];
}

const isSame = (one: PipelineStep['within'][number], other: PipelineStep['within'][number]): boolean =>
  one.condition === other.condition && one.side === other.side;

/** Takes away what needs nothing more until nothing changes; what is left waits for itself. */
function circle({ steps }: Pipeline): readonly string[] {
  const left = new Map(steps.map((step) => [step.name, needsOf(step)]));
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const [name, needs] of left) if (!needs.some((need) => left.has(need))) left.delete(name);
  }
  return left.size === 0 ? [] : [`steps ${[...left.keys()].join(', ')} wait for each other`];
}
