import fc from 'fast-check';
import { CompensatedSum } from '../../../../lib/metrics';

const sumOf = (terms: readonly number[]) => {
  const sum = new CompensatedSum();
  for (const term of terms) sum.add(term);
  return sum.value;
};

test('known values', () => {
  // By hand. Kahan's sum of 1960 answers 0: it loses the ones while the large term stands.
  expect(sumOf([1, 1e100, 1, -1e100])).toBe(2);
  // Python 3 documentation, math.fsum.
  expect(sumOf(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  expect(sumOf([])).toBe(0);
});

test('a million terms lose no digit', () => {
  const sum = new CompensatedSum();
  let plain = 0;
  for (let term = 0; term < 1e6; term++) {
    sum.add(0.1);
    plain += 0.1;
  }

  expect(sum.value).toBe(1e5);
  // What the compensation is for.
  expect(Math.abs(plain - 1e5)).toBeGreaterThan(1e-6);
});

test('whole numbers of every size add up to the exact sum, rounded once, however much of it cancels', () => {
  // So many terms lose less than 2^53 in all: whole numbers that add up exactly.
  const term = fc
    .tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 40 }))
    .map(([digits, shift]) => digits * 2 ** shift);
  fc.assert(
    fc.property(fc.array(term, { maxLength: 50 }), (terms) => {
      const exact = terms.reduce((sum, each) => sum + BigInt(each), 0n);

      expect(sumOf(terms)).toBe(Number(exact));
      expect(sumOf([...terms, 7, ...terms.map((each) => -each)])).toBe(7);
    }),
  );
});

test('what no number can hold is infinite, never NaN', () => {
  expect(sumOf([1e308, 1e308, 1e308])).toBe(Number.POSITIVE_INFINITY);
  expect(sumOf([-1e308, -1e308, 1])).toBe(Number.NEGATIVE_INFINITY);
});
