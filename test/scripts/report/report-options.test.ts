import { reportOptions } from '../../../scripts/report/report-options';

const SCORES = ['scores.csv', '--actual', 'label', '--predicted', 'score'];

test('a report is drawn when no columns are named', () => {
  expect(reportOptions(['report.json', '--title', 'Churn'])).toEqual({ source: 'report.json', title: 'Churn' });
});

test('columns are names or places, also from the end', () => {
  const { measuring } = reportOptions(['a.csv', '--actual', '0', '--predicted', '-1', '--threshold', '-0.5']);

  expect(measuring?.layout).toMatchObject({ actual: 0, predicted: -1 });
  expect(measuring?.options).toEqual({ threshold: -0.5 });
});

test('outcomes are worth four numbers', () => {
  expect(reportOptions([...SCORES, '--worth', '-1,-20,0,-100.5']).measuring?.options.outcomeValues).toEqual({
    truePositive: -1,
    falsePositive: -20,
    trueNegative: 0,
    falseNegative: -100.5,
  });
});

test.each([
  [[], 'name one file'],
  [['a.json', 'b.json'], 'name one file'],
  [['a.csv', '--actual', 'label'], '--actual is about labelled scores, for which --actual and --predicted are needed'],
  [['a.csv', '--threshold', '1'], '--threshold is about labelled scores'],
  [[...SCORES, '--threshold', 'high'], '--threshold is "high", expected a number'],
  [[...SCORES, '--worth', '1,2,3'], '--worth is "1,2,3", expected four numbers'],
  [[...SCORES, '--worth', '1,2,3,4,5'], 'expected four numbers'],
  [[...SCORES, '--worth', '1,2,,4'], '--worth is "", expected a number'],
  [[...SCORES, '--colour', 'red'], "Unknown option '--colour'"],
])('%j is refused with the usage', (args, message) => {
  expect(() => reportOptions(args)).toThrow(message);
  expect(() => reportOptions(args)).toThrow('npm run report -- [options]');
});
