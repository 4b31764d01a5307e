import fc from 'fast-check';
import { normalQuantile } from '../../../../lib/metrics';
import { chiSquareQuantile } from '../../../../lib/metrics/statistics/chi-square-quantile';
import { upperGammaShare } from '../../../../lib/metrics/statistics/upper-gamma-share';

const probability = fc.oneof(
  fc.double({ min: 0.001, max: 0.999, noNaN: true }),
  fc.double({ min: Number.MIN_VALUE, max: 0.001, noNaN: true }),
);

test.each([
  // mpmath 1.4.1: erfc inverted by bisection with 60 digits, at exactly the number that JavaScript takes for the probability.
  [5e-324, -38.467405617144344],
  [1e-300, -37.0470962993612],
  [1e-100, -21.273453560965326],
  [1e-20, -9.262340089798407],
  [1e-10, -6.361340902404057],
  [1e-5, -4.264890793922825],
  [0.001, -3.0902323061678136],
  [0.005, -2.575829303548901],
  [0.025, -1.9599639845400543],
  [0.05, -1.6448536269514726],
  [0.074, -1.4466320671589785],
  [0.075, -1.439531470938456],
  [0.0750001, -1.4395307645017297],
  [0.25, -0.6744897501960817],
  [0.49999999999999994, -1.3914582123358836e-16],
  [0.5000001, 2.506628273311648e-7],
  [0.6, 0.2533471031357997],
  [0.9, 1.2815515655446006],
  [0.99, 2.3263478740408408],
  [0.9999, 3.7190164854557084],
  [1 - 2 ** -53, 8.209536151601387],
])('a normal variable stays below its quantile with probability %d', (p, value) => {
  expect(Math.abs(normalQuantile(p) / value - 1)).toBeLessThan(1e-15);
});

test('half of all is below 0', () => {
  expect(normalQuantile(0.5)).toBe(0);
});

test('the table at the end of every textbook', () => {
  const z = (p: number) => Number(normalQuantile(p).toFixed(3));

  expect([0.9, 0.95, 0.975, 0.99, 0.995, 0.999].map(z)).toEqual([1.282, 1.645, 1.96, 2.326, 2.576, 3.09]);
});

test('the other tail is the mirror image, as far as 1 − p has digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 30 - 1 }), (part) => {
      const p = part / 2 ** 30;
      expect(normalQuantile(1 - p)).toBe(p === 0.5 ? 0 : -normalQuantile(p));
    }),
  );
});

test('its square is what a chi-square variable with one degree of freedom exceeds in twice the tail', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-250, max: 0.499, noNaN: true }), (tail) => {
      const exceeded = upperGammaShare(0.5, normalQuantile(tail) ** 2 / 2);
      expect(exceeded / (2 * tail)).toBeCloseTo(1, 10);
    }),
  );
  expect(normalQuantile(0.025) ** 2).toBeCloseTo(chiSquareQuantile({ degreesOfFreedom: 1, upperTail: 0.05 }), 11);
});

test('never falls as the probability rises', () => {
  fc.assert(
    fc.property(probability, probability, (a, b) => {
      fc.pre(a < b);
      expect(normalQuantile(a)).toBeLessThanOrEqual(normalQuantile(b));
    }),
  );
});

test.each([0, 1, -0.1, 1.1, Number.NaN, Number.POSITIVE_INFINITY])('%d has no finite quantile', (p) => {
  expect(() => normalQuantile(p)).toThrow(new RangeError(`probability is ${p}, expected between 0 and 1`));
});
