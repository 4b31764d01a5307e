import fc from 'fast-check';
import {
  accuracyScore,
  type ConfusionMatrix,
  falseNegativeRate,
  falsePositiveRate,
  fScore,
  precisionScore,
  recallScore,
  trueNegativeRate,
} from '../../../../lib/metrics';

/** The fish classifier: 100 catches, 40 of them fish, 25 found and 20 false alarms. Each rate can be worked by hand. */
const FISH: ConfusionMatrix = [
  [40, 20],
  [15, 25],
];
/** The example of SageMaker Developer Guide, "Model quality metrics", binary classification. */
const AWS_EXAMPLE: ConfusionMatrix = [
  [1, 2],
  [0, 1],
];
const counts = fc.nat({ max: 1000 });
const matrices = fc.tuple(fc.tuple(counts, counts), fc.tuple(counts, counts));
const swapClasses = ([[tn, fp], [fn, tp]]: ConfusionMatrix): ConfusionMatrix => [
  [tp, fn],
  [fp, tn],
];

test.each([
  ['accuracy', accuracyScore, 0.65],
  ['precision', precisionScore, 25 / 45],
  ['recall', recallScore, 0.625],
  ['true-negative rate', trueNegativeRate, 40 / 60],
  ['false-positive rate', falsePositiveRate, 20 / 60],
  ['false-negative rate', falseNegativeRate, 0.375],
])('%s of the fish classifier', (_, metric, value) => {
  expect(metric(FISH)).toEqual({ value });
});

test.each([
  ['accuracy', accuracyScore, 0.5],
  ['precision', precisionScore, 1 / 3],
  ['recall', recallScore, 1],
  ['true-negative rate', trueNegativeRate, 1 / 3],
  ['false-positive rate', falsePositiveRate, 2 / 3],
  ['false-negative rate', falseNegativeRate, 0],
])('%s as AWS computes it', (_, metric, value) => {
  expect(metric(AWS_EXAMPLE)).toEqual({ value });
});

test.each([
  [0.5, 0.5681818181818182],
  [1, 0.5882352941176471],
  [2, 0.6097560975609756],
])('F score with beta %d of the fish classifier, as scikit-learn 1.5.2 computes it', (beta, value) => {
  expect(fScore({ matrix: FISH, beta }).value).toBeCloseTo(value, 14);
});

test('F score is 0 when positives are predicted and none is right', () => {
  const matrix = [
    [0, 3],
    [0, 0],
  ] as const;

  expect(fScore({ matrix, beta: 1 })).toEqual({ value: 0 });
});

test.each([
  [
    'precision',
    precisionScore,
    [
      [3, 0],
      [2, 0],
    ],
    'no row is predicted positive',
  ],
  [
    'recall',
    recallScore,
    [
      [3, 1],
      [0, 0],
    ],
    'no row is positive',
  ],
  [
    'false-negative rate',
    falseNegativeRate,
    [
      [3, 1],
      [0, 0],
    ],
    'no row is positive',
  ],
  [
    'true-negative rate',
    trueNegativeRate,
    [
      [0, 0],
      [1, 2],
    ],
    'no row is negative',
  ],
  [
    'false-positive rate',
    falsePositiveRate,
    [
      [0, 0],
      [1, 2],
    ],
    'no row is negative',
  ],
  [
    'accuracy',
    accuracyScore,
    [
      [0, 0],
      [0, 0],
    ],
    'there is no row',
  ],
] as const)('%s says why it is undefined instead of flattering', (_, metric, matrix, reason) => {
  expect(metric(matrix)).toEqual({ value: null, reason });
});

test('F score of nothing positive and nothing predicted is undefined', () => {
  expect(
    fScore({
      matrix: [
        [4, 0],
        [0, 0],
      ],
      beta: 1,
    }),
  ).toEqual({
    value: null,
    reason: 'no row is positive or predicted positive',
  });
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('F score refuses beta %d', (beta) => {
  expect(() => fScore({ matrix: FISH, beta })).toThrow(`beta is ${beta}`);
});

test('swapping the classes turns recall into the true-negative rate and leaves accuracy alone', () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      expect(recallScore(swapClasses(matrix)).value).toEqual(trueNegativeRate(matrix).value);
      expect(accuracyScore(swapClasses(matrix))).toEqual(accuracyScore(matrix));
    }),
  );
});

test('each rate and its opposite make up the whole', () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      fc.pre(recallScore(matrix).value !== null && trueNegativeRate(matrix).value !== null);
      expect((recallScore(matrix).value ?? 0) + (falseNegativeRate(matrix).value ?? 0)).toBeCloseTo(1, 14);
      expect((trueNegativeRate(matrix).value ?? 0) + (falsePositiveRate(matrix).value ?? 0)).toBeCloseTo(1, 14);
    }),
  );
});

test('F1 is the harmonic mean of precision and recall', () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const precision = precisionScore(matrix).value ?? 0;
      const recall = recallScore(matrix).value ?? 0;
      fc.pre(precision + recall > 0);
      expect(fScore({ matrix, beta: 1 }).value).toBeCloseTo((2 * precision * recall) / (precision + recall), 12);
    }),
  );
});
