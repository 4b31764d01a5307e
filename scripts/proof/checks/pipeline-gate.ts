import type { Check } from '../check';
import { listAt, textAt, valueAt } from '../json-at';
import { findInPipelines, type Pipeline, type PipelineStep } from '../pipeline-definition';
import { needsOf } from '../pipeline-expression';

const TURNED = ['LessThan', 'LessThanOrEqualTo', 'Not'];
const NO = [false, 'false', 'False', 'no', 'failed'];

export const pipelineGate: Check = {
  id: 'pipeline-gate',
  rule: 'A model version is registered only where a condition on its own scores holds, and a run without one ends as failed.',
  find: (assembly) =>
    findInPipelines(assembly, (pipeline) =>
      pipeline.steps
        .filter(({ type }) => type === 'RegisterModel')
        .flatMap((step) => registerProblems(step, pipeline).map((problem) => `step ${step.name} ${problem}`)),
    ),
};

function registerProblems(step: PipelineStep, pipeline: Pipeline): readonly string[] {
  const branch = step.within.at(-1);
  const gate = pipeline.steps.find(({ name, type }) => type === 'Condition' && name === branch?.condition);
  if (branch === undefined || gate === undefined) return ['registers whatever was trained: it stands in no condition'];
  const conditions = listAt(gate.args, 'Conditions');
  const isTurned = conditions.length === 1 && TURNED.includes(textAt(conditions[0], 'Type'));
  const other = branch.side === 'IfSteps' ? 'ElseSteps' : 'IfSteps';
  const instead = pipeline.steps.filter(({ within }) => isAt(within, gate.name, other));
  const refused = conditions.filter(
    (condition) => textAt(condition, 'Type') === 'Equals' && NO.some(isSideOf(condition)),
  );
  return [
    ...(branch.side === 'ElseSteps' && !isTurned ? [`registers where the conditions of ${gate.name} do not hold`] : []),
    ...(branch.side === 'IfSteps' && refused.length > 0
      ? [`registers where ${gate.name} finds that the model fails`]
      : []),
    ...(instead.some(({ type }) => type === 'Fail')
      ? []
      : [`is left out by ${gate.name} without a Fail step, so that the run counts as a success`]),
    ...artifactProblems(step, gate, pipeline),
  ];
}

const isAt = (within: PipelineStep['within'], condition: string, side: string): boolean =>
  within.at(-1)?.condition === condition && within.at(-1)?.side === side;

const isSideOf = (condition: unknown) => (value: unknown) =>
  valueAt(condition, 'LeftValue') === value || valueAt(condition, 'RightValue') === value;

/** Where models are scored before they are registered, the one that is registered has to be among them. */
function artifactProblems(step: PipelineStep, gate: PipelineStep, pipeline: Pipeline): readonly string[] {
  const before = earlier([gate.name], pipeline);
  const models = before.filter(({ type }) => type === 'Model');
  const scored = models.filter(({ name }) =>
    before.some(
      ({ type, args }) => type === 'Transform' && textAt(args, 'ModelName', 'Get') === `Steps.${name}.ModelName`,
    ),
  );
  const artifacts = scored.flatMap(({ args }) => [
    valueAt(args, 'PrimaryContainer', 'ModelDataUrl'),
    ...listAt(args, 'Containers').map((container) => valueAt(container, 'ModelDataUrl')),
  ]);
  const known = artifacts.map((artifact) => JSON.stringify(artifact));
  const registered = listAt(step.args, 'InferenceSpecification', 'Containers').map((each) =>
    valueAt(each, 'ModelDataUrl'),
  );
  const unscored = registered.filter((artifact) => !known.includes(JSON.stringify(artifact)));
  if (models.length === 0 || unscored.length === 0) return [];
  return [`registers ${JSON.stringify(unscored[0])}, which no step scores before ${gate.name} decides`];
}

/** The named steps and all that have run before them. */
function earlier(names: readonly string[], pipeline: Pipeline): readonly PipelineStep[] {
  const found = new Set(names);
  for (const name of found) {
    const step = pipeline.steps.find((each) => each.name === name);
    for (const need of step ? needsOf(step) : []) found.add(need);
  }
  return pipeline.steps.filter(({ name }) => found.has(name));
}
