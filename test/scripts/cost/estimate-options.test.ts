import { estimateOptions } from '../../../scripts/cost/estimate-options';

test('nothing said is the environment of cdk.json, synthesized, by its own region', () => {
  expect(estimateOptions([])).toEqual({ assumptions: false, json: false });
});

test('--env is --environment', () => {
  expect(estimateOptions(['--env', 'sandbox'])).toEqual(estimateOptions(['--environment', 'sandbox']));
});

test('two environments are refused', () => {
  expect(() => estimateOptions(['--env', 'sandbox', '--environment', 'production'])).toThrow(
    '--env is sandbox, --environment is production',
  );
});

test('an option that there is not is refused', () => {
  expect(() => estimateOptions(['--regoin', 'us-east-1'])).toThrow('--regoin');
});
