import fc from 'fast-check';
import { populationStabilityIndex, psiLimit } from '../../../../lib/metrics';
import { chiSquareQuantile } from '../../../../lib/metrics/statistics/chi-square-quantile';
import { logGamma } from '../../../../lib/metrics/statistics/log-gamma';
import { upperGammaShare } from '../../../../lib/metrics/statistics/upper-gamma-share';
import { SeededRandom } from '../../../../scripts/sample/seeded-random';

test.each([
  // SciPy 1.15.0, stats.chi2.isf.
  [1, 0.05, 3.8414588206941285],
  [1, 0.001, 10.827566170662733],
  [9, 0.05, 16.91897760462045],
  [9, 0.001, 27.877164871256575],
  [9, 0.001 / 31, 36.50403931439982],
  [1, 0.001 / 31, 17.279902808850427],
  [100, 0.5, 99.33412923598846],
  [9, 1e-12, 76.0059251419943],
])('a chi-square variable with %d degrees of freedom exceeds its quantile in %d of cases', (df, tail, value) => {
  expect(chiSquareQuantile({ degreesOfFreedom: df, upperTail: tail }) / value).toBeCloseTo(1, 11);
});

test('the quantile of two degrees of freedom is known in closed form', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 0.999, noNaN: true }), (upperTail) => {
      expect(chiSquareQuantile({ degreesOfFreedom: 2, upperTail }) / (-2 * Math.log(upperTail))).toBeCloseTo(1, 10);
    }),
  );
});

test('the quantile is where the tail is as asked', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.double({ min: 1e-9, max: 0.999, noNaN: true }),
      (df, upperTail) => {
        const quantile = chiSquareQuantile({ degreesOfFreedom: df, upperTail });
        expect(upperGammaShare(df / 2, quantile / 2) / upperTail).toBeCloseTo(1, 8);
      },
    ),
  );
});

test('the gamma function at whole numbers is the factorial', () => {
  let factorial = 1;
  for (let n = 1; n < 100; n++) {
    expect(Math.abs(logGamma(n) - Math.log(factorial))).toBeLessThan(1e-12 * Math.max(1, Math.log(factorial)));
    factorial *= n;
  }
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  expect(logGamma(0.25)).toBeCloseTo(1.2880225246980774, 12);
});

test.each([
  [{ degreesOfFreedom: 0, upperTail: 0.5 }, 'degreesOfFreedom is 0, expected a positive number'],
  [{ degreesOfFreedom: 3, upperTail: 0 }, 'upperTail is 0, expected between 0 and 1'],
  [{ degreesOfFreedom: 3, upperTail: 1 }, 'upperTail is 1, expected between 0 and 1'],
])('nonsense %j is refused', (asked, message) => {
  expect(() => chiSquareQuantile(asked)).toThrow(message);
});

const OPTIONS = { bins: 10, expectedRows: 10_000, actualRows: 500, falseAlarmRate: 0.05, smallestDrift: 0 };

test('the limit is chi-square’s times what both sample sizes leave to chance', () => {
  // 16.919 · (1/10000 + 1/500): simulated 95 % point .0388, reference of the project, 400 draws.
  expect(psiLimit(OPTIONS)).toBeCloseTo(16.91897760462045 * 0.0021, 12);
});

test('no number of rows makes a trifle drift', () => {
  expect(psiLimit({ ...OPTIONS, expectedRows: 1e9, actualRows: 1e9, smallestDrift: 0.1 })).toBe(0.1);
});

test('the limit falls with rows on either side, rises with bins, and rises as false alarms get rarer', () => {
  const limit = psiLimit(OPTIONS);

  expect(psiLimit({ ...OPTIONS, actualRows: 600 })).toBeLessThan(limit);
  expect(psiLimit({ ...OPTIONS, expectedRows: 20_000 })).toBeLessThan(limit);
  expect(psiLimit({ ...OPTIONS, bins: 11 })).toBeGreaterThan(limit);
  expect(psiLimit({ ...OPTIONS, falseAlarmRate: 0.01 })).toBeGreaterThan(limit);
});

test('what falls into one bin always cannot drift by chance', () => {
  expect(psiLimit({ ...OPTIONS, bins: 1, smallestDrift: 0.2 })).toBe(0.2);
});

test('a limit about no rows is refused', () => {
  expect(() => psiLimit({ ...OPTIONS, actualRows: 0 })).toThrow('needs rows in both samples, got 10000 and 0');
});

test.each([
  ['equal', Array.from({ length: 10 }, () => 0.1), 300],
  ['skewed', [0.5, 0.2, 0.1, 0.07, 0.05, 0.03, 0.02, 0.015, 0.01, 0.005], 300],
  ['rare', [0.98, 0.02], 300],
  ['far tails', [0.8, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002], 1000],
])('two samples of one distribution exceed the limit about as rarely as promised: %s bins', (_, shares, rows) => {
  const random = new SeededRandom(11, 'samples');
  const edges = shares.map((__, bin) => shares.slice(0, bin + 1).reduce((sum, share) => sum + share));
  const sample = (size: number) => {
    const counts = shares.map(() => 0);
    for (let row = 0; row < size; row++) {
      const at = random.uniform();
      const bin = Math.max(
        edges.findIndex((edge) => at < edge),
        0,
      );
      counts[bin] = (counts[bin] as number) + 1;
    }
    return counts;
  };
  const falseAlarmRate = 0.05;
  const limits = { bins: shares.length, expectedRows: 5000, actualRows: rows, falseAlarmRate, smallestDrift: 0 };
  const limit = psiLimit(limits);
  const draws = 400;
  let exceeded = 0;
  for (let draw = 0; draw < draws; draw++)
    if (populationStabilityIndex({ expected: sample(5000), actual: sample(rows) }) > limit) exceeded++;

  // Three standard errors of the count beyond twice the promise.
  expect(exceeded / draws).toBeLessThan(2 * falseAlarmRate + 3 * Math.sqrt(0.1 / draws));
});
