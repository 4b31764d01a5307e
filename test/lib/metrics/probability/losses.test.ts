import fc from 'fast-check';
import { brierScore, EmptyInputError, logLoss } from '../../../../lib/metrics';
import { probabilities } from './probabilities-arbitrary';

const MEASURES = { logLoss, brierScore };

test('log loss of the example in the documentation of scikit-learn', () => {
  // log_loss of spam, ham, ham, spam; printed as 0.21616 by scikit-learn 1.9.1, here in full.
  expect(logLoss({ actual: [1, 0, 0, 1], score: [0.9, 0.1, 0.2, 0.65] })).toBeCloseTo(0.21616187468057912, 14);
});

test('Brier score of the example in the documentation of scikit-learn', () => {
  expect(brierScore({ actual: [0, 1, 1, 0], score: [0.1, 0.9, 0.8, 0.3] })).toBeCloseTo(0.0375, 14);
});

test('a coin costs the logarithm of 2 a row, and a quarter', () => {
  expect(logLoss({ actual: [0, 1, 1], score: [0.5, 0.5, 0.5] })).toBeCloseTo(Math.LN2, 15);
  expect(brierScore({ actual: [0, 1, 1], score: [0.5, 0.5, 0.5] })).toBe(0.25);
});

test('certain and wrong costs 36.04 nats and not infinity, as in scikit-learn 1.9.1', () => {
  expect(logLoss({ actual: [1], score: [0] })).toBeCloseTo(36.04365338911715, 13);
  expect(logLoss({ actual: [0], score: [1] })).toBeCloseTo(36.04365338911715, 13);
  expect(logLoss({ actual: [0], score: Float32Array.of(1) })).toBeCloseTo(36.04365338911715, 13);
  expect(brierScore({ actual: [0, 1], score: [1, 0] })).toBe(1);
});

test('certain and right costs nothing', () => {
  expect(logLoss({ actual: [0, 1], score: [0, 1] })).toBe(0);
  expect(brierScore({ actual: [0, 1], score: [0, 1] })).toBe(0);
});

test('a hundred thousand tenths are as many tenths', () => {
  const actual = new Uint8Array(100_000);
  const score = new Float64Array(actual.length).fill(0.1);

  // Plain sums are off by 8e-15 and 1e-13.
  expect(Math.abs(brierScore({ actual, score }) - 0.1 ** 2)).toBeLessThan(1e-16);
  expect(Math.abs(logLoss({ actual, score }) + Math.log(0.9))).toBeLessThan(1e-15);
});

test('the Brier score is 0 to 1, log loss 0 to what certain and wrong costs', () => {
  fc.assert(
    fc.property(probabilities, (rows) => {
      const [log, brier] = [logLoss(rows), brierScore(rows)];
      expect(brier >= 0 && brier <= 1).toBe(true);
      expect(log).toBeGreaterThanOrEqual(0);
      expect(log).toBeLessThanOrEqual(-Math.log(2 ** -52) + 1e-12);
    }),
  );
});

test('a nearer probability never costs more', () => {
  fc.assert(
    fc.property(probabilities, ({ actual, score }) => {
      const nearer = score.map((value, row) => (value + (actual[row] as number)) / 2);
      for (const measure of Object.values(MEASURES))
        expect(measure({ actual, score: nearer })).toBeLessThanOrEqual(measure({ actual, score }) + 1e-15);
    }),
  );
});

test('no constant answer beats the share of positives', () => {
  fc.assert(
    fc.property(probabilities, fc.double({ min: 0, max: 1, noNaN: true }), ({ actual }, constant) => {
      const share = actual.reduce((sum, label) => sum + label) / actual.length;
      const answering = (value: number) => ({ actual, score: actual.map(() => value) });
      for (const measure of Object.values(MEASURES))
        expect(measure(answering(share))).toBeLessThanOrEqual(measure(answering(constant)) + 1e-12);
    }),
  );
});

describe.each(Object.entries(MEASURES))('%s', (_, measure) => {
  test('does not care about the order of the rows nor which class is called 1', () => {
    fc.assert(
      fc.property(probabilities, ({ actual, score }) => {
        const value = measure({ actual, score });
        expect(measure({ actual: actual.toReversed(), score: score.toReversed() })).toBeCloseTo(value, 12);
        // To 20 bits, so that the distance from 1 is exact.
        const rounded = score.map((each) => Math.round(each * 2 ** 20) / 2 ** 20);
        const turned = { actual: actual.map((label) => 1 - label), score: rounded.map((each) => 1 - each) };
        expect(measure(turned)).toBeCloseTo(measure({ actual, score: rounded }), 12);
      }),
    );
  });

  test.each([
    [[0, 1], [0.1, 1.5], 'score[1] is 1.5, expected a probability from 0 to 1'],
    [[0, 1], [-1e-300, 0.5], 'score[0] is -1e-300, expected a probability from 0 to 1'],
    [[0, 1], [0.1, Number.NaN], 'score[1] is NaN, expected a probability from 0 to 1'],
    [[0, 1], [0.1, Number.POSITIVE_INFINITY], 'score[1] is Infinity, expected a probability from 0 to 1'],
    [[0, 2], [0.1, 0.2], 'actual[1] is 2, expected 0 or 1'],
    [[0], [0.1, 0.2], 'actual and score differ in length: 1 and 2'],
  ])('bad rows %j %j are named', (actual, score, message) => {
    expect(() => measure({ actual, score })).toThrow(new RangeError(message));
  });

  test('no row at all is an error of its own', () => {
    expect(() => measure({ actual: [], score: [] })).toThrow(EmptyInputError);
  });
});
