import fc from 'fast-check';
import { DEFAULT_CONFIDENCE, EmptyInputError, wilsonInterval } from '../../../../lib/metrics';

const trial = fc
  .tuple(
    fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 10 ** 12 })),
    fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 10 ** 12 })),
  )
  .filter(([successes, failures]) => successes + failures > 0)
  .map(([successes, failures]) => ({ successes, trials: successes + failures }));
const confidences = fc.oneof(
  fc.double({ min: 0.5, max: 0.9999, noNaN: true }),
  fc.double({ min: Number.MIN_VALUE, max: 1, maxExcluded: true, noNaN: true }),
);

test.each([
  // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%d of %d is the published interval', (successes, trials, lower, upper) => {
  const interval = wilsonInterval({ successes, trials });

  expect(interval.lower).toBeCloseTo(lower, 4);
  expect(interval.upper).toBeCloseTo(upper, 4);
});

test.each([
  // statsmodels 0.15.0 with SciPy 1.17.1, proportion_confint(method='wilson').
  [81, 263, 0.95, 0.2552885198782742, 0.36620957698280004],
  [15, 148, 0.99, 0.05364486961396486, 0.18326735011315254],
  [1, 29, 0.99, 0.004061494196883814, 0.23825425313641305],
  [20, 20, 0.95, 0.8388748419471804, 1],
  [50, 100, 0.95, 0.4038315303659956, 0.5961684696340044],
])('%d of %d with confidence %d is what statsmodels prints', (successes, trials, confidence, lower, upper) => {
  const interval = wilsonInterval({ successes, trials, confidence });

  expect(interval).toEqual({ lower: expect.closeTo(lower, 14), upper: expect.closeTo(upper, 14), confidence });
});

test('a rare event among very many keeps its digits', () => {
  // mpmath 1.4.1, 50 digits.
  const { lower, upper } = wilsonInterval({ successes: 3, trials: 1e12 });

  expect(lower / 1.0202707283648329e-12).toBeCloseTo(1, 13);
  expect(upper / 8.821188092291487e-12).toBeCloseTo(1, 13);
});

test('says its confidence, which is the default unless asked otherwise', () => {
  expect(wilsonInterval({ successes: 1, trials: 2 }).confidence).toBe(DEFAULT_CONFIDENCE);
  expect(wilsonInterval({ successes: 1, trials: 2 })).toEqual(
    wilsonInterval({ successes: 1, trials: 2, confidence: DEFAULT_CONFIDENCE }),
  );
});

test('holds the share and stays within 0 and 1, whatever the confidence', () => {
  fc.assert(
    fc.property(trial, confidences, ({ successes, trials }, confidence) => {
      const { lower, upper } = wilsonInterval({ successes, trials, confidence });
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(lower).toBeLessThanOrEqual(successes / trials);
      expect(upper).toBeGreaterThanOrEqual(successes / trials);
      expect(upper).toBeLessThanOrEqual(1);
    }),
    { numRuns: 500 },
  );
});

test('is wider with more confidence, and narrower with more trials of the same share', () => {
  fc.assert(
    fc.property(trial, fc.double({ min: 0.5, max: 0.98, noNaN: true }), ({ successes, trials }, confidence) => {
      const width = (times: number, level: number) => {
        const interval = wilsonInterval({ successes: times * successes, trials: times * trials, confidence: level });
        return interval.upper - interval.lower;
      };
      expect(width(1, confidence + 0.01)).toBeGreaterThan(width(1, confidence));
      expect(width(2, confidence)).toBeLessThan(width(1, confidence));
    }),
  );
});

test('failures have the mirrored interval', () => {
  fc.assert(
    fc.property(trial, ({ successes, trials }) => {
      const of = wilsonInterval({ successes, trials });
      const mirrored = wilsonInterval({ successes: trials - successes, trials });
      expect(mirrored.lower).toBeCloseTo(1 - of.upper, 14);
      expect(mirrored.upper).toBeCloseTo(1 - of.lower, 14);
    }),
  );
});

test('a limit is the share from which what was seen is just as many standard errors away as asked', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), (successes) => {
      // z of 0.95; the score test uses the variance at the limit, not at the share.
      const { lower, upper } = wilsonInterval({ successes, trials: 1000 });
      for (const limit of [lower, upper]) {
        const standardError = Math.sqrt((limit * (1 - limit)) / 1000);
        expect(Math.abs(successes / 1000 - limit) / standardError).toBeCloseTo(1.959963984540054, 9);
      }
    }),
  );
});

test.each([
  [{ successes: 3, trials: 2 }, 'successes are 3, more than the 2 trials'],
  [{ successes: -1, trials: 2 }, 'successes is -1, expected a whole number from 0'],
  [{ successes: 1.5, trials: 2 }, 'successes is 1.5, expected a whole number from 0'],
  [{ successes: 1, trials: Number.POSITIVE_INFINITY }, 'trials is Infinity, expected a whole number from 0'],
  [{ successes: 1, trials: 2, confidence: 1 }, 'confidence is 1, expected between 0 and 1'],
  [{ successes: 1, trials: 2, confidence: 0 }, 'confidence is 0, expected between 0 and 1'],
  [{ successes: 1, trials: 2, confidence: 95 }, 'confidence is 95, expected between 0 and 1'],
  [{ successes: 1, trials: 2, confidence: Number.NaN }, 'confidence is NaN, expected between 0 and 1'],
])('nonsense %j is refused', (given, message) => {
  expect(() => wilsonInterval(given)).toThrow(new RangeError(message));
});

test('no trial at all is an error of its own', () => {
  expect(() => wilsonInterval({ successes: 0, trials: 0 })).toThrow(EmptyInputError);
});
