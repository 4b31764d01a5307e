import { SeededRandom } from '../../../scripts/sample/seeded-random';

const draws = (count: number, draw: () => number) => Array.from({ length: count }, draw);
const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

test('a seed gives the same numbers for ever', () => {
  const random = new SeededRandom(1, 'known');

  expect(draws(3, () => random.below(1_000_000))).toEqual([751_639, 521_222, 518_233]);
});

test('neighbouring seeds and streams have nothing in common', () => {
  const [one, next, stream] = [new SeededRandom(1, 'a'), new SeededRandom(2, 'a'), new SeededRandom(1, 'b')].map(
    (random) => draws(5_000, () => random.uniform() - 0.5),
  ) as [number[], number[], number[]];
  const correlation = (some: number[], others: number[]) => 12 * mean(some.map((each, at) => each * (others[at] ?? 0)));

  expect(Math.abs(correlation(one, next))).toBeLessThan(0.05);
  expect(Math.abs(correlation(one, stream))).toBeLessThan(0.05);
});

test('normal numbers have mean 0 and standard deviation 1, also far out', () => {
  const random = new SeededRandom(3, 'normal');
  const numbers = draws(50_000, () => random.normal());

  expect(Math.abs(mean(numbers))).toBeLessThan(0.02);
  expect(mean(numbers.map((each) => each * each))).toBeCloseTo(1, 1);
  expect(mean(numbers.map((each) => (Math.abs(each) > 1.96 ? 1 : 0)))).toBeCloseTo(0.05, 2);
});

test('counts have the asked rate as mean and as variance', () => {
  const random = new SeededRandom(4, 'poisson');
  const counts = draws(50_000, () => random.poisson(2.5));

  expect(mean(counts)).toBeCloseTo(2.5, 1);
  expect(mean(counts.map((each) => (each - 2.5) ** 2))).toBeCloseTo(2.5, 1);
});
