import { SeededRandom } from '../../sample/seeded-random';

/** Labelled scores, by the name of what is particular about them. */
export interface ScoreCase {
  readonly name: string;
  /** How many times as fast as scikit-learn is required; none where it is only looked at. */
  readonly limit?: number;
  readonly scores: () => Float64Array | Float32Array;
}

const PREVALENCE = 0.3;

/** Rows as a fair classifier scores them, three of ten positive; the same for the same number of rows. */
export function someRows(rows: number): { readonly actual: Uint8Array; readonly score: Float64Array } {
  const random = new SeededRandom(1, 'bench');
  const actual = new Uint8Array(rows);
  const score = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    actual[row] = random.uniform() < PREVALENCE ? 1 : 0;
    score[row] = 1 / (1 + Math.exp(PREVALENCE + 0.6 - (actual[row] as number) - random.normal()));
  }
  return { actual, score };
}

/** The scores of which exact ROC AUC is measured, adversarial ones among them, all made of the same ones. */
export function scoreCases(score: Float64Array): ScoreCase[] {
  const outlying = () => {
    const scores = score.slice();
    scores[0] = 1e300;
    return scores;
  };
  return [
    { name: 'float32', limit: 10, scores: () => Float32Array.from(score) },
    { name: 'float64', limit: 6, scores: () => score },
    { name: 'float64 of any sign', limit: 6, scores: () => score.map((each) => Math.log(each / (1 - each))) },
    { name: 'heavy ties (1,000 values)', limit: 6, scores: () => score.map((each) => Math.round(each * 1000) / 1000) },
    { name: 'two values', scores: () => score.map((each) => (each > 0.3 ? 0.3 : 0.2)) },
    { name: 'all equal', scores: () => score.map(() => 0.5) },
    { name: 'already sorted', scores: () => score.slice().sort() },
    { name: 'equal top bits', scores: () => score.map((each) => 1 + each * 2 ** -30) },
    { name: 'one outlier', scores: outlying },
    { name: 'crowded (to the 20th power)', scores: () => score.map((each) => each ** 20) },
  ];
}
