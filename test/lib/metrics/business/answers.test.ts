import fc from 'fast-check';
import {
  conversionRate,
  customerSatisfactionScore,
  EmptyInputError,
  netPromoterScore,
  wilsonInterval,
} from '../../../../lib/metrics';

const onFive = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 100 });
const onTen = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 100 });
const confidence = fc.double({ min: 0.01, max: 0.999, noNaN: true });
const answers = (promoters: number, passives: number, detractors: number) => [
  ...Array.from({ length: promoters }, () => 9),
  ...Array.from({ length: passives }, () => 7),
  ...Array.from({ length: detractors }, () => 6),
];

test('a conversion rate has the interval of its share', () => {
  // Newcombe 1998, table I, method 3: 81 of 263.
  expect(conversionRate({ converted: 81, asked: 263 })).toEqual({
    value: 81 / 263,
    interval: { lower: expect.closeTo(0.2553, 4), upper: expect.closeTo(0.3662, 4), confidence: 0.95 },
    rows: 263,
  });
});

test('nobody asked is no conversion rate', () => {
  expect(conversionRate({ converted: 0, asked: 0 })).toEqual({ value: null, reason: 'nobody was asked' });
});

test.each([
  [{ converted: 3, asked: 2 }, 'converted is 3, more than asked, which is 2'],
  [{ converted: -1, asked: 2 }, 'converted is -1, expected a whole number from 0'],
  [{ converted: 1, asked: 2.5 }, 'asked is 2.5, expected a whole number from 0'],
  [{ converted: 1, asked: 2, confidence: 95 }, 'confidence is 95, expected between 0 and 1'],
])('a conversion of %j is refused', (given, message) => {
  expect(() => conversionRate(given)).toThrow(new RangeError(message));
});

test('satisfied is who answers 4 or 5', () => {
  // By hand: four of six.
  expect(customerSatisfactionScore({ ratings: [5, 4, 3, 1, 4, 5] })).toEqual({
    value: 4 / 6,
    interval: wilsonInterval({ successes: 4, trials: 6 }),
    rows: 6,
  });
});

test('satisfaction is a share whose interval holds it and has the confidence asked for', () => {
  fc.assert(
    fc.property(onFive, confidence, (ratings, level) => {
      const { value, interval, rows } = customerSatisfactionScore({ ratings, confidence: level });
      expect(value * rows).toBeCloseTo(ratings.filter((rating) => rating > 3).length, 9);
      expect([interval.confidence, rows]).toEqual([level, ratings.length]);
      expect(interval.lower).toBeLessThanOrEqual(value);
      expect(interval.upper).toBeGreaterThanOrEqual(value);
    }),
  );
});

test.each([
  // By hand: 100 · (5 − 2) / 10; the share of 9 and 10 less that of 0 to 6.
  [answers(5, 3, 2), 30],
  [[0, 6, 7, 8, 9, 10], 0],
  [answers(1, 0, 0), 100],
  [answers(0, 0, 4), -100],
  [answers(0, 9, 0), 0],
])('the net promoter score of %j is %d', (ratings, value) => {
  expect(netPromoterScore({ ratings })).toMatchObject({ value, rows: ratings.length });
});

test('its interval is that of three answers more', () => {
  // By hand, 5 promoters and 2 detractors of 10: net 3/13, variance 8.5/13 − 9/169 = 101.5/169, over 13 answers.
  const reach = 1.959963984540054 * Math.sqrt(101.5 / 169 / 13);

  expect(netPromoterScore({ ratings: answers(5, 3, 2) }).interval).toEqual({
    lower: expect.closeTo(100 * (3 / 13 - reach), 10),
    upper: expect.closeTo(100 * (3 / 13 + reach), 10),
    confidence: 0.95,
  });
});

test('a score and its interval stay within −100 and 100, the score within the interval', () => {
  fc.assert(
    fc.property(onTen, confidence, (ratings, level) => {
      const { value, interval } = netPromoterScore({ ratings, confidence: level });
      expect([-100, interval.lower, value, interval.upper, 100]).toEqual(
        [-100, interval.lower, value, interval.upper, 100].sort((a, b) => a - b),
      );
      expect(interval.upper - interval.lower).toBeGreaterThan(0);
    }),
  );
});

test('turning promoters into detractors turns the score round', () => {
  const count = fc.nat({ max: 50 });
  fc.assert(
    fc.property(count, count, count, (promoters, passives, detractors) => {
      fc.pre(promoters + passives + detractors > 0);
      const score = netPromoterScore({ ratings: answers(promoters, passives, detractors) });
      const turned = netPromoterScore({ ratings: answers(detractors, passives, promoters) });
      expect(turned.value).toBeCloseTo(-score.value, 12);
      expect(turned.interval.lower).toBeCloseTo(-score.interval.upper, 12);
    }),
  );
});

test.each([
  [0.5, 0.2],
  [0.9, 0.05],
  [0.1, 0.6],
])(
  'ten answers hold the true score about as often as promised: %d promoters, %d detractors',
  (promoters, detractors) => {
    const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
    const truth = 100 * (promoters - detractors);
    let held = 0;
    for (let p = 0; p <= 10; p++)
      for (let d = 0; d <= 10 - p; d++) {
        const ways = factorial(10) / (factorial(p) * factorial(d) * factorial(10 - p - d));
        const chance = ways * promoters ** p * detractors ** d * (1 - promoters - detractors) ** (10 - p - d);
        const { interval } = netPromoterScore({ ratings: answers(p, 10 - p - d, d) });
        if (interval.lower <= truth && truth <= interval.upper) held += chance;
      }

    // Enumerated in Python: 0.96, 0.96 and 0.95; without the added answers 0.90, 0.65 and 0.87.
    expect(held).toBeGreaterThan(0.92);
  },
);

test.each([
  [[5, 0], 'ratings[1] is 0, expected a whole number from 1 to 5'],
  [[6], 'ratings[0] is 6, expected a whole number from 1 to 5'],
  [[4.5], 'ratings[0] is 4.5, expected a whole number from 1 to 5'],
  [[1, 2, Number.NaN], 'ratings[2] is NaN, expected a whole number from 1 to 5'],
])('answers off the scale of 5 are named: %j', (ratings, message) => {
  expect(() => customerSatisfactionScore({ ratings })).toThrow(new RangeError(message));
});

test.each([
  [[-1], 'ratings[0] is -1, expected a whole number from 0 to 10'],
  [[9, 11], 'ratings[1] is 11, expected a whole number from 0 to 10'],
  [[Number.POSITIVE_INFINITY], 'ratings[0] is Infinity, expected a whole number from 0 to 10'],
])('answers off the scale from 0 to 10 are named: %j', (ratings, message) => {
  expect(() => netPromoterScore({ ratings })).toThrow(new RangeError(message));
});

test('no answer at all is an error of its own', () => {
  expect(() => customerSatisfactionScore({ ratings: [] })).toThrow(EmptyInputError);
  expect(() => netPromoterScore({ ratings: [] })).toThrow(EmptyInputError);
});
