import { parsePipelineDefinition } from '../../../../scripts/local/service/pipelines/pipeline-definition';

const lambda = (Name: string, Arguments: object = {}, more: object = {}) => ({
  Name,
  Type: 'Lambda',
  FunctionArn: 'arn',
  Arguments,
  ...more,
});

const body = (Steps: readonly object[], more: object = {}) => JSON.stringify({ Version: '2020-12-01', Steps, ...more });

test('steps inside a condition wait for it and belong to one of its sides', () => {
  const Arguments = { Conditions: [], IfSteps: [lambda('Yes')], ElseSteps: [lambda('No')] };

  const { steps } = parsePipelineDefinition(
    body([lambda('A'), { Name: 'Gate', Type: 'Condition', DependsOn: ['A'], Arguments }]),
  );

  expect(steps.map(({ Name, needs, branch }) => [Name, needs, branch])).toEqual([
    ['A', [], undefined],
    ['Gate', ['A'], undefined],
    ['Yes', ['Gate'], { condition: 'Gate', outcome: true }],
    ['No', ['Gate'], { condition: 'Gate', outcome: false }],
  ]);
});

const hyperparameters = { Name: 'Train', Type: 'Training', Arguments: { HyperParameters: { rounds: 5 }, Surprise: 1 } };

test.each([
  ['no JSON', '{', 'Unable to parse'],
  ['another version', JSON.stringify({ Version: '2019', Steps: [lambda('A')] }), 'Version'],
  ['an unknown member', body([lambda('A', {}, { Surprise: 1 })]), 'Surprise'],
  ['a step type that does not run', body([lambda('A', {}, { Type: 'EMR' })]), 'Type'],
  ['two steps of one name', body([lambda('A'), lambda('A')]), 'A is defined twice'],
  ['a parameter that is not there', body([lambda('A', { x: { Get: 'Parameters.X' } })]), 'Parameters.X'],
  ['a step that is not there', body([lambda('A', { x: { Get: 'Steps.B.ModelName' } })]), 'Steps.B.ModelName'],
  [
    'a property file that is not there',
    body([lambda('A', { x: { Get: 'Steps.A.PropertyFiles.F' } })]),
    'PropertyFiles.F',
  ],
  ['an execution variable that is not there', body([lambda('A', { x: { Get: 'Execution.Id' } })]), 'Execution.Id'],
  [
    'steps in a circle',
    body([lambda('A', {}, { DependsOn: ['B'] }), lambda('B', {}, { DependsOn: ['A'] })]),
    'depend on each other',
  ],
  ['a job request with unknown members', body([hyperparameters]), 'Surprise is unknown'],
  ['a job request with a number for text', body([hyperparameters]), 'HyperParameters.rounds must be a string'],
  ['a job request without required members', body([hyperparameters]), 'OutputDataConfig is missing'],
  [
    'a Fail step that others wait for',
    body([{ Name: 'F', Type: 'Fail', Arguments: { ErrorMessage: '' } }, lambda('A', {}, { DependsOn: ['F'] })]),
    'cannot depend on F',
  ],
])('a definition with %s is refused', (_what, definition, reason) => {
  expect(() => parsePipelineDefinition(definition)).toThrow(reason);
});
