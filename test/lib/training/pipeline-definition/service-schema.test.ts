import Ajv from 'ajv';
import { trainingPipeline } from '../../../../lib/training/pipeline-definition/training-pipeline';
import schema from '../../../../scripts/proof/facts/pipeline-definition.schema.json';
import { add, type Edit, editedDefinition, remove, set } from './edited-definition';
import { EXAMPLE_INPUTS } from './example-inputs';

// The schema was derived from the API model and from SageMaker's SDK; its formats are not JSON Schema's.
const isValid = new Ajv({ strict: false, allErrors: true }).compile(schema);

test('the definition has only members and values that the service knows', () => {
  isValid(JSON.parse(JSON.stringify(trainingPipeline(EXAMPLE_INPUTS))));

  expect(isValid.errors ?? []).toEqual([]);
});

const MISTAKES: readonly [mistake: string, edit: Edit][] = [
  ['an unknown argument', set('TrainLinear/Arguments/TrainingImage', 'image')],
  ['a number as hyperparameter', set('TrainLinear/Arguments/HyperParameters/num_round', 50)],
  ['an unknown instance type', set('ScoreTest/Arguments/TransformResources/InstanceType', 'ml.none.large')],
  ['a missing role', remove('Assess/Arguments/RoleArn')],
  ['tags beside a model package group', add('Register/Arguments/Tags', { Key: 'a', Value: 'b' })],
];

test.each(MISTAKES)('the schema sees %s', (_mistake, edit) => {
  expect(isValid(editedDefinition(edit))).toBe(false);
});
