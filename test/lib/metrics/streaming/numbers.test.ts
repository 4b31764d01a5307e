import fc from 'fast-check';
import { CsvRows } from '../../../../lib/metrics/streaming/csv-rows';
import { divideExactly } from '../../../../lib/metrics/streaming/divide-exactly';
import { NumberColumn } from '../../../../lib/metrics/streaming/number-column';
import { Kept } from './row-streams';

/** The number that a field is read as, in either column. The line before takes its own way, since it is the first. */
function read(field: string, end = '\n'): number {
  const kept = new Kept();
  const number = new NumberColumn();
  const rows = new CsvRows({ actual: 0, predicted: 1 }, { actual: number, predicted: number }, kept);
  rows.take(new TextEncoder().encode(`0,7${end}${field},7${end}1,${field}${end}`));
  const [, [actual], [, predicted]] = kept.rows as [unknown, [number, number], [number, number]];
  expect(actual).toBe(predicted);
  return actual;
}

/** What the field is worth by the language's own, correctly rounded, reading. */
const expectSame = (field: string) => expect([field, read(field)]).toEqual([field, Number(field)]);

test('decimals of every length are rounded as Number rounds them', () => {
  const digits = fc.stringMatching(/^[0-9]{1,12}$/);
  const field = fc.tuple(
    fc.constantFrom('', '-'),
    digits,
    fc.constantFrom('', '.'),
    fc.stringMatching(/^[0-9]{0,20}$/),
  );
  fc.assert(
    fc.property(field, ([sign, whole, point, decimals]) => expectSame(`${sign}${whole}${point}${point && decimals}`)),
    { numRuns: 3000 },
  );
});

test('a double that was printed comes back', () => {
  const double = fc.double({ noNaN: true, noDefaultInfinity: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.oneof(double, share, fc.float({ min: 0, max: 1, noNaN: true })),
      fc.integer({ min: 1, max: 18 }),
      (value, digits) => {
        expect(read(String(value))).toBe(value + 0);
        // Rounded up, the largest are beyond all numbers.
        for (const text of [value.toPrecision(digits), value.toExponential(digits)])
          if (Number.isFinite(Number(text))) expectSame(text);
      },
    ),
    { numRuns: 3000 },
  );
});

test('decimals next to the middle of two doubles are rounded right, where an almost exact quotient is not enough', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 2n ** 52n, max: 2n ** 53n - 1n }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: -1, max: 1 }),
      (mantissa, down, off) => {
        // (mantissa + 1/2) / 2^(53 + down) has so many decimals that 18 digits of it are just beside the middle.
        const decimals = ((2n * mantissa + 1n) * 10n ** 40n) / 2n ** BigInt(54 + down);
        const digits = decimals.toString().padStart(40, '0');
        const start = digits.search(/[1-9]/);
        const cut = (BigInt(digits.slice(0, start + 18)) + BigInt(off)).toString().padStart(start + 18, '0');
        expectSame(`0.${cut}`);
      },
    ),
    { numRuns: 3000 },
  );
});

test('the middle of two doubles itself is never guessed', () => {
  // 2^53 + 1 lies between 2^53 and 2^53 + 2.
  expect(divideExactly(9_007_199_000_000_000, 254_740_993, 0)).toBeNaN();
  expectSame('9007199254740993');
  expectSame('900719925474099.3');
});

test.each(['0', '-0', '1', '.5', '5.', '1e-7', '1E5', '+1', ' 0.5 ', '"0.5"', '000000000000.5', '1234567890.12'])(
  '%s is read',
  (field) => {
    expect(Object.is(read(field), Number(field.replaceAll('"', '')))).toBe(true);
  },
);

test.each(['', ' ', '.', '-', '1.2.3', '0x', 'abc', '--1', '1-', 'NaN', '1e400', '-.'])(
  '"%s" is no number',
  (field) => {
    expect(() => read(field)).toThrow(`is "${field.trim()}", expected a finite number`);
  },
);

test('a number ends at a comma, a line feed and a carriage return before one', () => {
  expect(read('0.25', '\n')).toBe(0.25);
  expect(read('0.25', '\r\n')).toBe(0.25);
});
