import fc from 'fast-check';
import { ExactNumber, ExactSum } from '../../../../lib/metrics';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
/** Of every size; of one size, so that digits cancel; and with their opposites. */
const values = fc.oneof(
  fc.array(finite, { maxLength: 60 }),
  fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 60 }),
  fc.array(fc.constantFrom(0.1, -0.1, 0.3, 1e300, -1e300, 5e-324, -5e-324, 2 ** 53, 1, -0, 1.7e308, -1.7e308)),
);

function sumOf(terms: Iterable<number>): ExactSum {
  const sum = new ExactSum();
  for (const term of terms) sum.add(term);
  return sum;
}

/** The definition: whole multiples of 2^-1074, which no addition rounds. */
function unitsOf(value: number): bigint {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(value));
  const [exponent, fraction] = [bits.getBigUint64(0) >> 52n, bits.getBigUint64(0) & ((1n << 52n) - 1n)];
  const units = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n);
  return value < 0 ? -units : units;
}

/** The same text as a total has, from units of 2^`exponent`. */
function textOf(units: bigint, exponent: number): string {
  const digits = (units < 0n ? -units : units).toString(16);
  return ExactNumber.parse(`${units < 0n ? '-' : ''}0x${digits}p${exponent}`).toString();
}

test.each([
  ['tenths, as Python 3.11 math.fsum; a plain sum gives 0.9999999999999999', new Array<number>(10).fill(0.1), 1],
  ['huge numbers that cancel leave the small one', [1e300, 1, -1e300], 1],
  ['the smallest double is not lost beside the largest', [Number.MAX_VALUE, 5e-324, -Number.MAX_VALUE], 5e-324],
  ['a tie is broken by what is far below it', [1, 2 ** -53, 5e-324], 1 + Number.EPSILON],
  ['and from the other side', [1, 2 ** -53, -5e-324], 1],
  ['a tie goes to the even one', [1, 2 ** -53], 1],
  [
    'a sum beyond the largest double on the way',
    [Number.MAX_VALUE, Number.MAX_VALUE, -Number.MAX_VALUE],
    Number.MAX_VALUE,
  ],
  ['subnormals', [5e-324, 5e-324, -1e-323, 2.5e-323], 2.5e-323],
  ['nothing', [], 0],
  ['zeros have no sign', [-0, -0], 0],
])('known value: %s', (_, terms, value) => {
  expect(sumOf(terms).value).toBe(value);
});

test('is the sum itself, digit by digit', () => {
  fc.assert(
    fc.property(values, (terms) => {
      const units = terms.reduce((sum, term) => sum + unitsOf(term), 0n);
      expect(sumOf(terms).total.toString()).toBe(textOf(units, -1074));
    }),
    { numRuns: 500 },
  );
});

test('sums of products are exact too, where the product leaves the range of doubles as well', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(finite, finite), { maxLength: 20 }), values, (pairs, roots) => {
      const sum = new ExactSum();
      for (const [first, second] of pairs) sum.addProduct(first, second);
      for (const root of roots) sum.addProduct(root, root);
      const units = [...pairs, ...roots.map((root) => [root, root] as const)].reduce(
        (total, [first, second]) => total + unitsOf(first) * unitsOf(second),
        0n,
      );
      expect(sum.total.toString()).toBe(textOf(units, -2148));
    }),
    { numRuns: 500 },
  );
});

test.each([-1, 0, 1])('products of factors around the ends of the quick way are exact: 2^%d beside them', (beside) => {
  const near = [-960, -486, -480, 0, 500, 990, 1000].map(
    (exponent) => 2 ** (exponent + beside) * (1 + 2 ** -52 + 2 ** -27),
  );
  for (const first of near)
    for (const second of [...near, 1 + 2 ** -52, 2 ** -500 * (1 + 2 ** -51)]) {
      const sum = new ExactSum();
      sum.addProduct(first, -second);
      expect(sum.total.toString()).toBe(textOf(-unitsOf(first) * unitsOf(second), -2148));
    }
});

test('accumulators never overflow: a million times a number that fills them', () => {
  const count = 2 ** 20 + 5;
  // Every second bit is set, so that halves are odd wherever they are cut: at both ends of groups of exponents.
  for (const exponent of [0, 16, 992, -15, -1008, -1022]) {
    const value = (exponent === 16 ? -5 / 3 : 5 / 3) * 2 ** exponent;
    const sum = new ExactSum();
    for (let term = 0; term < count; term++) sum.add(value);
    expect(sum.total.toString()).toBe(textOf(BigInt(count) * unitsOf(value), -1074));
  }
});

test('every exponent has its place', () => {
  const powers = Array.from({ length: 2098 }, (_, index) => 2 ** (index - 1074));

  for (const power of powers) expect(sumOf([power]).value).toBe(power);
  expect(sumOf(powers).total.toString()).toBe(textOf((1n << 2098n) - 1n, -1074));
});

test('parts, read out while adding goes on, make up the whole in any order', () => {
  fc.assert(
    fc.property(values, values, (some, others) => {
      const whole = sumOf([...some, ...others].reverse());
      const parts = ExactNumber.parse(sumOf(others).total.toString()).plus(sumOf(some).total);
      const inSteps = sumOf(some);
      inSteps.total.toString();
      for (const value of others) inSteps.add(value);
      expect(parts.toString()).toBe(whole.total.toString());
      expect(inSteps.total.toString()).toBe(whole.total.toString());
    }),
  );
});

test('a sum beyond the largest double has no value, but parts of it still cancel', () => {
  const sum = sumOf([Number.MAX_VALUE, 2 ** 970]);

  expect(() => sum.value).toThrow('the sum is beyond the largest double');
  sum.add(-(2 ** 970));
  expect(sum.value).toBe(Number.MAX_VALUE);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  '%d is refused and leaves no trace',
  (value) => {
    const sum = sumOf([0.1]);

    expect(() => sum.add(value)).toThrow(`value is ${value}, expected a finite number`);
    expect(() => sum.addProduct(value, 0)).toThrow('expected a finite number');
    expect(() => sum.addProduct(0, value)).toThrow('expected a finite number');
    expect(sum.value).toBe(0.1);
  },
);
