import {
  type LoggedOutcome,
  type LoggedPrediction,
  parseOutcome,
  parsePrediction,
} from '../../../lambda/shared/prediction-log';

const PREDICTION: LoggedPrediction = {
  inferenceId: '2026090114-6a1f0f0e-7a55-4c1c-9d2b-0a4f5d6c7b8a',
  recordId: 'customer-1',
  eventTime: '2026-08-31T00:00:00Z',
  predictedAt: '2026-09-01T14:05:06.789Z',
  features: { tenure: 12, spend: null, plan_basic: 0.5 },
  score: 0.25,
  threshold: 0.4,
  decision: false,
  modelVersion: 'arn:aws:sagemaker:us-east-1:111122223333:model-package/churn/3',
  servedBy: 'real-time',
};
const OUTCOME: LoggedOutcome = {
  inferenceId: PREDICTION.inferenceId,
  actual: 'churned',
  feedback: 4,
  recordedAt: '2026-09-30T08:00:00.000Z',
};
const without = (whole: object, member: string) =>
  JSON.stringify(Object.fromEntries(Object.entries(whole).filter(([name]) => name !== member)));

describe('a line of the prediction log', () => {
  test('comes back as it was written, its features in their order', () => {
    const read = parsePrediction(JSON.stringify(PREDICTION));
    expect(read).toEqual(PREDICTION);
    expect(Object.keys(read.features)).toEqual(['tenure', 'spend', 'plan_basic']);
  });

  test.each(Object.keys(PREDICTION))('without %s is refused, naming it', (member) => {
    expect(() => parsePrediction(without(PREDICTION, member))).toThrow(`not a logged prediction: see ${member}`);
  });

  test.each([
    ['an inference id without its hour', { inferenceId: '6a1f0f0e-7a55-4c1c-9d2b-0a4f5d6c7b8a' }],
    ['a feature that is text', { features: { tenure: '12' } }],
    ['a score that is null', { score: null }],
    ['a time that is none', { predictedAt: 'yesterday' }],
    ['a version that is no ARN', { modelVersion: '3' }],
    ['an unknown endpoint', { servedBy: 'batch' }],
  ])('with %s is refused', (_, change) => {
    expect(() => parsePrediction(JSON.stringify({ ...PREDICTION, ...change }))).toThrow('not a logged prediction');
  });

  test('that is cut off is refused without being quoted', () => {
    const cut = JSON.stringify(PREDICTION).slice(0, 150);
    expect(() => parsePrediction(cut)).toThrow('this line is not a logged prediction: see the line');
  });
});

describe('a line of the outcomes log', () => {
  test('comes back as it was written', () => {
    expect(parseOutcome(JSON.stringify(OUTCOME))).toEqual(OUTCOME);
  });

  test.each(['actual', 'feedback'])('may lack %s', (member) => {
    expect(parseOutcome(without(OUTCOME, member))).not.toHaveProperty(member);
  });

  test.each([0, 6, 2.5, '3'])('with feedback %p is refused', (feedback) => {
    expect(() => parseOutcome(JSON.stringify({ ...OUTCOME, feedback }))).toThrow('not a logged outcome: see feedback');
  });

  test.each(['inferenceId', 'recordedAt'])('without %s is refused', (member) => {
    expect(() => parseOutcome(without(OUTCOME, member))).toThrow(`not a logged outcome: see ${member}`);
  });
});
