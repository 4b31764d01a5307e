import fc from 'fast-check';
import { ExactNumber } from '../../../../lib/metrics';
import { nearestRatio } from '../../../../lib/metrics/sketches/nearest-ratio';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const one = ExactNumber.of(1);

/** Doubles are multiples of 2^-1074: the bits say how many. */
function inSmallestUnits(value: number): bigint {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(value));
  const [exponent, fraction] = [bits.getBigUint64(0) >> 52n, bits.getBigUint64(0) & ((1n << 52n) - 1n)];
  const units = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n);
  return value < 0 ? -units : units;
}

/** The next double away from zero; after the largest, what a wider exponent range would have there. */
function unitsAfter(value: number): bigint {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigUint64(0, bits.getBigUint64(0) + 1n);
  return value === Number.MAX_VALUE ? 1n << 2098n : inSmallestUnits(bits.getFloat64(0));
}

const isEven = (value: number) => {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  return bits.getBigUint64(0) % 2n === 0n;
};

test.each([
  ['a third', 1n, 3n, 1 / 3],
  ['a tie goes to the even one below', 2n ** 53n + 1n, 1n, 2 ** 53],
  ['a tie goes to the even one above', 2n ** 53n + 3n, 1n, 2 ** 53 + 4],
  ['a hair above a tie', 2n ** 200n + 2n ** 147n + 1n, 2n ** 147n, 2 ** 53 + 2],
  ['the smallest double', 1n, 2n ** 1074n, 5e-324],
  ['half the smallest is a tie with 0', 1n, 2n ** 1075n, 0],
  ['a hair more than half the smallest', 2n ** 60n + 1n, 2n ** 1135n, 5e-324],
  ['three halves of the smallest', 3n, 2n ** 1075n, 1e-323],
  ['a subnormal is rounded once', 2n ** 54n + 3n, 2n ** 1077n, 2 ** 51 * 2 ** -1074],
  ['the largest double', 2n ** 1024n - 2n ** 971n, 1n, Number.MAX_VALUE],
  ['a hair below the tie with 2^1024', 2n ** 1024n - 2n ** 970n - 1n, 1n, Number.MAX_VALUE],
  ['the tie with 2^1024', 2n ** 1024n - 2n ** 970n, 1n, Number.POSITIVE_INFINITY],
  ['nothing', 0n, 7n, 0],
  ['less than nothing', -1n, 3n, -1 / 3],
])('nearest double, by IEEE 754: %s', (_, numerator, denominator, value) => {
  expect(nearestRatio(numerator, denominator)).toBe(value);
});

test('no double is nearer to a ratio, and of two as near it is the even one', () => {
  const size = fc.bigInt({ min: 1n, max: 2n ** 130n });
  const shift = fc.bigInt({ min: 0n, max: 1200n });
  fc.assert(
    fc.property(size, size, shift, shift, (above, below, up, down) => {
      const [numerator, denominator] = [above << up, below << down];
      const value = nearestRatio(numerator, denominator);
      fc.pre(Number.isFinite(value) && value > 0);
      // Everything times the denominator, in units of 2^-1074, doubled for the points halfway.
      const doubled = numerator << 1075n;
      const halfwayUp = (inSmallestUnits(value) + unitsAfter(value)) * denominator;
      const before = inSmallestUnits(value) - (unitsAfter(value) - inSmallestUnits(value));
      const halfwayDown = (inSmallestUnits(value) + before) * denominator;
      expect(isEven(value) ? doubled <= halfwayUp : doubled < halfwayUp).toBe(true);
      // Just above a power of two the doubles below lie closer, so this is the weaker half of the claim there.
      expect(isEven(value) ? doubled >= halfwayDown : doubled > halfwayDown).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a double divided by a double is what the processor says, but for the sign of 0', () => {
  fc.assert(
    fc.property(finite, finite, (above, below) => {
      fc.pre(below > 0);
      const quotient = ExactNumber.of(above).dividedBy(ExactNumber.of(below));
      expect(quotient).toBe(above / below + 0);
    }),
    { numRuns: 1000 },
  );
});

test('sums, differences and products of two doubles, rounded once, are what the processor says, but for the sign of 0', () => {
  fc.assert(
    fc.property(finite, finite, (first, second) => {
      const [a, b] = [ExactNumber.of(first), ExactNumber.of(second)];
      expect(a.plus(b).dividedBy(one)).toBe(first + second + 0);
      expect(a.minus(b).dividedBy(one)).toBe(first - second + 0);
      expect(a.times(b).dividedBy(one)).toBe(first * second + 0);
    }),
    { numRuns: 1000 },
  );
});

test('equal numbers have one text, whatever they were made of, and it reads back', () => {
  const three = ExactNumber.of(1.5).times(ExactNumber.of(2));

  expect(`${three}`).toBe('0x3p0');
  expect(`${ExactNumber.of(0.25).plus(ExactNumber.of(2.75))}`).toBe('0x3p0');
  expect(`${ExactNumber.of(-5e-324)}`).toBe('-0x1p-1074');
  expect(`${ExactNumber.of(-0)}`).toBe('0x0p0');
  expect(`${three.minus(three)}`).toBe('0x0p0');
  // Python 3.11: float.fromhex('0x1999999999999ap-56') == 0.1; the odd form is half of both.
  expect(`${ExactNumber.of(0.1)}`).toBe('0xccccccccccccdp-55');
  fc.assert(
    fc.property(finite, finite, (first, second) => {
      const sum = ExactNumber.of(first).plus(ExactNumber.of(second));
      expect(ExactNumber.parse(sum.toString()).toString()).toBe(sum.toString());
      expect(ExactNumber.of(second).plus(ExactNumber.of(first)).toString()).toBe(sum.toString());
    }),
  );
});

test.each(['', '12', '0x', '0x1p', '0X1P2', '1p2', ' 0x1p2', '0x1p2e', '0x1p1234567'])(
  'the text %j is refused',
  (text) => {
    expect(() => ExactNumber.parse(text)).toThrow(`${JSON.stringify(text)} is no exact number`);
  },
);

test('what has no exact value is refused', () => {
  expect(() => ExactNumber.of(Number.NaN)).toThrow('value is NaN, expected a finite number');
  expect(() => ExactNumber.of(Number.NEGATIVE_INFINITY)).toThrow('value is -Infinity, expected a finite number');
  expect(() => one.dividedBy(ExactNumber.ZERO)).toThrow('denominator is 0, expected a positive number');
});
