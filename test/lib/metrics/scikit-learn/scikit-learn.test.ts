import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  accuracyScore,
  averagePrecisionScore,
  averageScore,
  balancedAccuracyScore,
  binaryRates,
  brierScore,
  type ConfusionMatrix,
  calibrationBins,
  confusionMatrix,
  fScore,
  logLoss,
  matthewsCorrelation,
  meanAbsoluteError,
  meanSquaredError,
  multiclassConfusionMatrix,
  oneVsRestMatrices,
  oneVsRestRocAuc,
  operatingPoints,
  precisionRecallCurve,
  precisionScore,
  predictAt,
  r2Score,
  recallScore,
  rocAucScore,
  rocCurve,
  rootMeanSquaredError,
} from '../../../../lib/metrics';
import { differences } from './differences';

interface Case<Given> {
  readonly kind: string;
  readonly given: Given;
  readonly expected: Readonly<Record<string, unknown>>;
}
interface Predictions {
  readonly actual: number[];
  readonly predicted: number[];
}
interface Scores {
  readonly actual: number[];
  readonly score: number[];
  readonly threshold: number;
}

/** Made by generate-cases.py beside it, from its seed. */
const cases = JSON.parse(readFileSync(join(__dirname, 'cases.json'), 'utf8')) as {
  readonly versions: Readonly<Record<string, string>>;
  readonly bins: number;
  readonly binary: Case<Scores>[];
  readonly multiclass: Case<Predictions & { readonly classes: number }>[];
  readonly oneVsRest: Case<{ readonly actual: number[]; readonly scores: number[][] }>[];
  readonly regression: Case<Predictions>[];
};

const isProbability = (value: number) => value >= 0 && value <= 1;
const isFloat32 = (value: number) => Math.fround(value) === value;
const distinct = ({ score }: Scores) => new Set(score).size;
const positiveShare = ({ actual }: Scores) => actual.reduce((sum, label) => sum + label) / actual.length;

/** Each kind of scored rows, and what makes it one. */
const SCORED = {
  continuous: (given) => distinct(given) === given.score.length,
  ties: (given) => distinct(given) <= 5,
  imbalance: (given) => positiveShare(given) > 0 && positiveShare(given) < 0.2,
  imbalance_of_positives: (given) => positiveShare(given) > 0.8 && positiveShare(given) < 1,
  only_positives: (given) => positiveShare(given) === 1,
  only_negatives: (given) => positiveShare(given) === 0,
  constant_scores: (given) => distinct(given) === 1,
  float32_scores: ({ score }) => score.every(isFloat32),
  nothing_predicted: ({ score, threshold }) => score.every((value) => value < threshold),
  everything_predicted: ({ score, threshold }) => score.every((value) => value >= threshold),
  certain_scores: ({ score }) => score.includes(0) && score.includes(1),
  scores_of_any_sign: ({ score }) => score.some((value) => value < 0),
} satisfies Record<string, (given: Scores) => boolean>;

function measureScores(
  { actual, score: scores, threshold }: Scores,
  Column: typeof Float32Array | typeof Float64Array,
) {
  const score = Column.from(scores);
  const rows = { actual: Uint8Array.from(actual), score };
  const points = operatingPoints(rows);
  const matrix = confusionMatrix({ actual, predicted: predictAt({ score, threshold }) });
  const bins = scores.every(isProbability) ? calibrationBins({ rows, bins: cases.bins }) : null;
  return {
    confusionMatrix: matrix,
    rates: binaryRates(matrix),
    rocAuc: rocAucScore(rows),
    averagePrecision: averagePrecisionScore(rows),
    // Longer curves are left out of the file.
    ...(points.threshold.length <= 6 && {
      rocCurve: rocCurve(points),
      precisionRecallCurve: precisionRecallCurve(points),
    }),
    ...(bins && {
      logLoss: logLoss(rows),
      brierScore: brierScore(rows),
      positiveShares: bins.map((bin) => bin.positiveShare),
      meanScores: bins.map((bin) => bin.meanScore),
    }),
  };
}

function measureClasses(given: Predictions & { readonly classes: number }) {
  const matrix = multiclassConfusionMatrix(given);
  const f = (beta: number) => (oneVsRest: ConfusionMatrix) => fScore({ matrix: oneVsRest, beta });
  const averages = (average: 'micro' | 'macro' | 'weighted') => ({
    precision: averageScore({ matrix, score: precisionScore, average }),
    recall: averageScore({ matrix, score: recallScore, average }),
    f05: averageScore({ matrix, score: f(0.5), average }),
    f1: averageScore({ matrix, score: f(1), average }),
    f2: averageScore({ matrix, score: f(2), average }),
  });
  return {
    confusionMatrix: matrix,
    oneVsRest: oneVsRestMatrices(matrix),
    accuracy: accuracyScore(matrix),
    balancedAccuracy: balancedAccuracyScore(matrix),
    matthewsCorrelation: matthewsCorrelation(matrix),
    averages: { micro: averages('micro'), macro: averages('macro'), weighted: averages('weighted') },
  };
}

const measureNumbers = (given: Predictions) => ({
  meanSquaredError: meanSquaredError(given),
  rootMeanSquaredError: rootMeanSquaredError(given),
  meanAbsoluteError: meanAbsoluteError(given),
  r2Score: r2Score(given),
});

/** Where our measures of these cases are not scikit-learn's. */
const disagreements = <Given>(of: readonly Case<Given>[], measure: (given: Given) => unknown) =>
  of.flatMap(({ kind, given, expected }, index) => differences(measure(given), expected, `${kind} ${index}`));

describe.each(Object.entries(SCORED))('scikit-learn 1.9.1 on two classes, %s', (name, isOne) => {
  const ofKind = cases.binary.filter(({ kind }) => kind === name);

  test('has cases that are what they are called', () => {
    expect(ofKind.length).toBeGreaterThanOrEqual(18);
    expect(ofKind.filter(({ given }) => !isOne(given))).toEqual([]);
  });

  test('has the same values, and none where we say why', () => {
    const Column = name === 'float32_scores' ? Float32Array : Float64Array;

    expect(disagreements(ofKind, (given) => measureScores(given, Column))).toEqual([]);
  });
});

test('scikit-learn 1.9.1 has the same values of three to six classes', () => {
  expect(disagreements(cases.multiclass, measureClasses)).toEqual([]);
});

test('scikit-learn 1.9.1 has the same areas of each class against the rest', () => {
  expect(disagreements(cases.oneVsRest, oneVsRestRocAuc)).toEqual([]);
});

test('scikit-learn 1.9.1 has the same errors of predicted numbers', () => {
  expect(disagreements(cases.regression, measureNumbers)).toEqual([]);
});

test('the comparison sees a wrong digit, a value where there is none, a missing reason and a missing measure', () => {
  const of = (ours: unknown, theirs: unknown) => differences(ours, theirs, 'it').length;

  expect([of(1 + 5e-13, 1), of({ value: 1e6 + 5e-7 }, 1e6), of([{ value: null, reason: 'no row' }], [null])]).toEqual([
    0, 0, 0,
  ]);
  expect([of(1 + 2e-12, 1), of({ value: 1e6 + 2e-6 }, 1e6), of(Number.NaN, 1)]).toEqual([1, 1, 1]);
  expect([of({ value: 0 }, null), of({ value: null, reason: 'no row' }, 0), of(null, { x: 1 })]).toEqual([1, 1, 1]);
  expect([of({ value: null }, null), of({ value: null, reason: '' }, null)]).toEqual([1, 1]);
  expect([of({ a: 1 }, { a: 1, b: 1 }), of({ a: 1 }, { b: 1 }), of([1, 2], [1])]).toEqual([1, 1, 1]);
});

test('more than two hundred cases were made, with the versions that requirements.txt names', () => {
  const requirements = readFileSync(join(__dirname, 'requirements.txt'), 'utf8');
  const kinds = (of: readonly Case<unknown>[]) => new Set(of.map(({ kind }) => kind)).size;

  for (const [name, version] of Object.entries(cases.versions))
    expect(requirements).toContain(`\n${name}==${version}\n`);
  expect(cases.versions['scikit-learn']).toBe('1.9.1');
  expect(cases.binary.length).toBeGreaterThanOrEqual(200);
  expect([cases.multiclass, cases.oneVsRest, cases.regression].map(kinds)).toEqual([8, 4, 4]);
});
