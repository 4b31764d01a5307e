import {
  binaryModelQuality,
  binaryRates,
  type ConfusionMatrix,
  multiclassModelQuality,
  regressionModelQuality,
} from '../../../../lib/metrics';
import type { BinaryReport } from '../../../../lib/metrics/report/binary-report';

/** Example values: SageMaker Developer Guide, "Model quality metrics and Amazon CloudWatch monitoring". */
const NAN = { standard_deviation: 'NaN' };
const NO_CURVE = { value: null, reason: 'no row is positive' } as const;

function reportOf(confusionMatrix: ConfusionMatrix, changes: Partial<BinaryReport> = {}): BinaryReport {
  const [[trueNegatives, falsePositives], [falseNegatives, truePositives]] = confusionMatrix;
  const [negatives, positives] = [trueNegatives + falsePositives, falseNegatives + truePositives];
  return {
    rows: negatives + positives,
    positives,
    negatives,
    threshold: 0.5,
    confusionMatrix,
    rates: binaryRates(confusionMatrix),
    rocAuc: { value: 1 },
    averagePrecision: { value: 1 },
    logLoss: { value: 0.1 },
    brierScore: { value: 0.1 },
    expectedCalibrationError: { value: 0.1 },
    calibrationBins: [],
    rocCurve: { falsePositiveRates: [0, 0, 0, 0, 0, 1], truePositiveRates: [0, 0.25, 0.5, 0.75, 1, 1] },
    precisionRecallCurve: { precisions: [1, 1, 1, 1, 1], recalls: [0, 0.25, 0.5, 0.75, 1] },
    scoreHistogram: { edges: [0, 1], positives: [positives], negatives: [negatives] },
    money: null,
    ...changes,
  };
}

test('every number of the documented binary example comes out', () => {
  const report = reportOf([
    [1, 2],
    [0, 1],
  ]);

  const { binary_classification_metrics: metrics } = binaryModelQuality(report);

  const { confusion_matrix, receiver_operating_characteristic_curve, precision_recall_curve, ...scalars } = metrics;
  expect(confusion_matrix).toEqual({ '0': { '0': 1, '1': 2 }, '1': { '0': 0, '1': 1 } });
  expect(receiver_operating_characteristic_curve).toEqual({
    false_positive_rates: [0, 0, 0, 0, 0, 1],
    true_positive_rates: [0, 0.25, 0.5, 0.75, 1, 1],
  });
  expect(precision_recall_curve).toEqual({ precisions: [1, 1, 1, 1, 1], recalls: [0, 0.25, 0.5, 0.75, 1] });
  const documented = {
    recall: 1,
    precision: 0.3333333333333333,
    accuracy: 0.5,
    recall_best_constant_classifier: 1,
    precision_best_constant_classifier: 0.25,
    accuracy_best_constant_classifier: 0.25,
    true_positive_rate: 1,
    true_negative_rate: 0.33333333333333337,
    false_positive_rate: 0.6666666666666666,
    false_negative_rate: 0,
    auc: 1,
    f0_5: 0.3846153846153846,
    f1: 0.5,
    f2: 0.7142857142857143,
    f0_5_best_constant_classifier: 0.29411764705882354,
    f1_best_constant_classifier: 0.4,
    f2_best_constant_classifier: 0.625,
  };
  expect(Object.keys(scalars).sort()).toEqual(Object.keys(documented).sort());
  for (const [name, value] of Object.entries(documented))
    expect(scalars[name as keyof typeof scalars]).toEqual({ ...NAN, value: expect.closeTo(value, 15) });
});

test('the documented multiclass example comes out, all but the constant classifier', () => {
  const quality = multiclassModelQuality([
    [1180, 510],
    [268, 138],
  ]);

  const documented = {
    accuracy: 0.6288167938931297,
    weighted_recall: 0.6288167938931297,
    weighted_precision: 0.6983172269629505,
    weighted_f0_5: 0.6803947317178771,
    weighted_f1: 0.6571162346664904,
    weighted_f2: 0.6384024354394601,
  };
  expect(quality).toEqual({
    multiclass_classification_metrics: {
      confusion_matrix: { '0': { '0': 1180, '1': 510 }, '1': { '0': 268, '1': 138 } },
      ...Object.fromEntries(
        Object.entries(documented).map(([name, value]) => [name, { ...NAN, value: expect.closeTo(value, 14) }]),
      ),
    },
  });
});

test('classes carry their names, each its own', () => {
  const matrix = [
    [1, 2, 0],
    [0, 3, 0],
    [1, 0, 4],
  ];

  const { confusion_matrix } = multiclassModelQuality(matrix, ['cat', 'dog', 'eel']).multiclass_classification_metrics;
  expect(confusion_matrix).toEqual({
    cat: { cat: 1, dog: 2, eel: 0 },
    dog: { cat: 0, dog: 3, eel: 0 },
    eel: { cat: 1, dog: 0, eel: 4 },
  });
  expect(() => multiclassModelQuality(matrix, ['cat', 'dog'])).toThrow('labels has 2 entries, expected 3');
  expect(() => multiclassModelQuality(matrix, ['cat', 'dog', 'cat'])).toThrow(
    'labels[2] is "cat", which is there already',
  );
});

test('the documented regression example comes out', () => {
  const quality = regressionModelQuality({
    mae: { value: 0.3711832061068702 },
    mse: { value: 0.3711832061068702 },
    rmse: { value: 0.609248066149471 },
    r2: { value: -1.3766111872212665 },
  });

  expect(quality).toEqual({
    regression_metrics: {
      mae: { ...NAN, value: 0.3711832061068702 },
      mse: { ...NAN, value: 0.3711832061068702 },
      rmse: { ...NAN, value: 0.609248066149471 },
      r2: { ...NAN, value: -1.3766111872212665 },
    },
  });
});

/** All values of a JSON document that are no objects, whatever the depth. */
function leaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
}

test.each([
  [
    'without positives',
    binaryModelQuality(
      reportOf(
        [
          [3, 0],
          [0, 0],
        ],
        { rocAuc: NO_CURVE, rocCurve: null, precisionRecallCurve: null },
      ),
    ),
  ],
  ['without rows', multiclassModelQuality([[0]])],
  [
    'of a constant target',
    regressionModelQuality({
      mae: { value: 0 },
      mse: { value: 0 },
      rmse: { value: 0 },
      r2: { value: null, reason: 'all values are equal' },
    }),
  ],
])('JSON carries a report %s unchanged: what is undefined is text', (_, quality) => {
  expect(JSON.parse(JSON.stringify(quality))).toEqual(quality);
  for (const leaf of leaves(quality)) expect(leaf === 'NaN' || Number.isFinite(leaf)).toBe(true);
  expect(leaves(quality)).toContain('NaN');
});

test('what is undefined is NaN by name, and an undefined curve has no points', () => {
  const { binary_classification_metrics: metrics } = binaryModelQuality(
    reportOf(
      [
        [3, 0],
        [0, 0],
      ],
      { rocAuc: NO_CURVE, rocCurve: null, precisionRecallCurve: null },
    ),
  );

  expect(metrics).toMatchObject({
    recall: { value: 'NaN' },
    precision: { value: 'NaN' },
    accuracy: { value: 1 },
    false_positive_rate: { value: 0 },
    auc: { value: 'NaN' },
    receiver_operating_characteristic_curve: { false_positive_rates: [], true_positive_rates: [] },
    precision_recall_curve: { precisions: [], recalls: [] },
  });
});
