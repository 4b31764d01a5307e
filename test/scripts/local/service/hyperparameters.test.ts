import { scriptArguments, scriptHyperparameters } from '../../../../scripts/local/service/jobs/hyperparameters';

test.each([
  ['5', '5', '5'],
  ['0.10', '0.1', '0.1'],
  ['1.0', '1.0', '1.0'],
  ['1e-05', '1e-05', '1e-05'],
  ['0.00012', '0.00012', '0.00012'],
  ['1e300', '1e+300', '1e+300'],
  ['true', 'True', 'true'],
  ['null', '', 'null'],
  ['gbtree', 'gbtree', '"gbtree"'],
  ['"quoted"', 'quoted', '"quoted"'],
])('%s reaches the script as the toolkit passes it', (raw, argument, json) => {
  expect(scriptHyperparameters({ name: raw })).toMatchObject([{ argument, json }]);
});

test('the toolkit keeps its own, sorts the rest, and gives one letter one dash', () => {
  const raw = { sagemaker_program: 'train.py', _tuning_objective_metric: 'auc', eta: '1', b: '2' };

  expect(scriptArguments(scriptHyperparameters(raw))).toEqual(['-b', '2', '--eta', '1']);
});
