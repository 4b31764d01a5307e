import fc from 'fast-check';
import { type ConfusionMatrix, matthewsCorrelation, multiclassConfusionMatrix } from '../../../../lib/metrics';
import { predictions } from './predictions-arbitrary';

const counts = fc.nat({ max: 1000 });
const matrices = fc.tuple(fc.tuple(counts, counts), fc.tuple(counts, counts));
const swapClasses = ([[tn, fp], [fn, tp]]: ConfusionMatrix): ConfusionMatrix => [
  [tp, fn],
  [fp, tn],
];
/** The textbook formula for two classes. */
const byHand = ([[tn, fp], [fn, tp]]: ConfusionMatrix) =>
  (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn));

test('of the fish classifier, by hand: (25 × 40 − 20 × 15) / √(45 × 40 × 60 × 55)', () => {
  const fish: ConfusionMatrix = [
    [40, 20],
    [15, 25],
  ];

  expect(matthewsCorrelation(fish).value).toBeCloseTo(700 / Math.sqrt(5_940_000), 14);
});

test('of the example in the documentation of scikit-learn', () => {
  // matthews_corrcoef([1, 1, 1, -1], [1, -1, 1, 1]) is -0.33.
  const matrix: ConfusionMatrix = [
    [0, 1],
    [1, 2],
  ];

  expect(matthewsCorrelation(matrix).value).toBeCloseTo(-1 / 3, 14);
});

test('of three classes, as scikit-learn 1.9.1 computes it', () => {
  const matrix = multiclassConfusionMatrix({ actual: [2, 0, 2, 2, 0, 1], predicted: [0, 0, 2, 2, 0, 2], classes: 3 });

  expect(matthewsCorrelation(matrix).value).toBeCloseTo(0.45226701686664544, 14);
});

test('of two classes is the textbook formula', () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const { value } = matthewsCorrelation(matrix);
      fc.pre(value !== null);
      expect(value).toBeCloseTo(byHand(matrix), 12);
    }),
  );
});

test('counts of a billion rows lose nothing', () => {
  const fish: ConfusionMatrix = [
    [4e9, 2e9],
    [1.5e9, 2.5e9],
  ];

  expect(matthewsCorrelation(fish).value).toBeCloseTo(700 / Math.sqrt(5_940_000), 14);
});

test('is 1 exactly when all is right, and −1 exactly when two classes are mistaken for each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (some, others) => {
      expect(
        matthewsCorrelation([
          [some, 0],
          [0, others],
        ]),
      ).toEqual({ value: 1 });
      expect(
        matthewsCorrelation([
          [0, some],
          [others, 0],
        ]),
      ).toEqual({ value: -1 });
    }),
  );
});

test.each([
  [
    'no negatives',
    [
      [0, 0],
      [3, 2],
    ],
    'every row is of one class',
  ],
  [
    'no positives',
    [
      [3, 2],
      [0, 0],
    ],
    'every row is of one class',
  ],
  [
    'all predicted positive',
    [
      [0, 3],
      [0, 2],
    ],
    'every row is predicted to be of one class',
  ],
  [
    'nothing predicted positive',
    [
      [3, 0],
      [2, 0],
    ],
    'every row is predicted to be of one class',
  ],
  [
    'no row',
    [
      [0, 0],
      [0, 0],
    ],
    'every row is of one class',
  ],
])('says why it is undefined: %s', (_, matrix, reason) => {
  expect(matthewsCorrelation(matrix)).toEqual({ value: null, reason });
});

test('does not care which of two classes is the positive one', () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      expect(matthewsCorrelation(swapClasses(matrix)).value).toEqual(matthewsCorrelation(matrix).value);
    }),
  );
});

test('lies between −1 and 1, and does not care whether truth or prediction comes first', () => {
  fc.assert(
    fc.property(predictions(), ({ actual, predicted, classes }) => {
      const { value } = matthewsCorrelation(multiclassConfusionMatrix({ actual, predicted, classes }));
      fc.pre(value !== null);
      expect(Math.abs(value as number)).toBeLessThanOrEqual(1);
      const turned = multiclassConfusionMatrix({ actual: predicted, predicted: actual, classes });
      expect(matthewsCorrelation(turned)).toEqual({ value });
    }),
  );
});
