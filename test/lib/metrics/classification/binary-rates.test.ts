import { binaryRates } from '../../../../lib/metrics';

test('every rate of the fish classifier stands under its own name', () => {
  const fish = [
    [40, 20],
    [15, 25],
  ] as const;
  const values = Object.fromEntries(Object.entries(binaryRates(fish)).map(([name, { value }]) => [name, value]));

  // By hand from TP 25, FN 15, FP 20, TN 40, and as scikit-learn 1.9.1 computes them.
  expect(values).toEqual({
    accuracy: 0.65,
    balancedAccuracy: expect.closeTo(0.6458333333333333, 14),
    precision: expect.closeTo(0.5555555555555556, 14),
    recall: 0.625,
    trueNegativeRate: expect.closeTo(0.6666666666666666, 14),
    falsePositiveRate: expect.closeTo(0.3333333333333333, 14),
    falseNegativeRate: 0.375,
    f05: expect.closeTo(0.5681818181818182, 14),
    f1: expect.closeTo(0.5882352941176471, 14),
    f2: expect.closeTo(0.6097560975609756, 14),
    matthewsCorrelation: expect.closeTo(0.28721347895177635, 14),
  });
});

test('each undefined rate says why, and the others keep their values', () => {
  const nothingPositive = [
    [3, 0],
    [0, 0],
  ] as const;

  expect(binaryRates(nothingPositive)).toEqual({
    accuracy: { value: 1 },
    balancedAccuracy: { value: 1 },
    precision: { value: null, reason: 'no row is predicted positive' },
    recall: { value: null, reason: 'no row is positive' },
    trueNegativeRate: { value: 1 },
    falsePositiveRate: { value: 0 },
    falseNegativeRate: { value: null, reason: 'no row is positive' },
    f05: { value: null, reason: 'no row is positive or predicted positive' },
    f1: { value: null, reason: 'no row is positive or predicted positive' },
    f2: { value: null, reason: 'no row is positive or predicted positive' },
    matthewsCorrelation: { value: null, reason: 'every row is of one class' },
  });
});
