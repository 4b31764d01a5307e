import fc from 'fast-check';
import {
  formatMoney,
  moneyFromDecimal,
  moneyFromNumber,
  moneyToDecimal,
  sumDecimals,
  sumMoney,
} from '../../../../lib/metrics';
import { dollars, exactDollars } from './money-arbitrary';

const currency = 'USD';
const micros = (amount: string) => moneyFromDecimal({ amount, currency }).micros;
const pretty = (amount: bigint, decimals?: number) => formatMoney({ money: { currency, micros: amount }, decimals });

/** Whole numbers of up to 25 digits, and how many of the digits are decimals. */
const decimal = fc.record({
  units: fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
  decimals: fc.integer({ min: 1, max: 20 }),
});
const written = ({ units, decimals }: { units: bigint; decimals: number }) => {
  const digits = `${units < 0n ? -units : units}`.padStart(decimals + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};

test.each([
  // Python 3.11, decimal.Decimal.quantize with ROUND_HALF_EVEN.
  ['0.0000012345', 1n],
  ['-1.5', -1_500_000n],
  ['1E-7', 0n],
  ['0E-10', 0n],
  ['0.0000005', 0n],
  ['0.0000015', 2n],
  ['0.0000025', 2n],
  ['-0.0000005', 0n],
  ['-0.0000015', -2n],
  ['0.00000050000000000001', 1n],
  ['-0.00000149999999999999999999', -1n],
  ['44.4312389232', 44_431_239n],
  ['+12', 12_000_000n],
  ['1.5E+3', 1_500_000_000n],
  ['2e6', 2_000_000_000_000n],
  ['007.10', 7_100_000n],
  ['9e-99', 0n],
  ['123456789012345678901234567890.1234565', 123_456_789_012_345_678_901_234_567_890_123_456n],
])('%s is read to the micro-unit, halves to the even one', (amount, value) => {
  expect(micros(amount)).toBe(value);
});

test('what is read is the nearest micro-unit, however many decimals there are', () => {
  fc.assert(
    fc.property(decimal, ({ units, decimals }) => {
      const read = micros(written({ units, decimals }));
      const error = 2n * (read * 10n ** BigInt(decimals) - units * 10n ** 6n);
      const unit = 10n ** BigInt(decimals);
      expect(error <= unit && error >= -unit).toBe(true);
      if (error === unit || error === -unit) expect(read % 2n).toBe(0n);
    }),
  );
});

test('an exponent only moves the point', () => {
  fc.assert(
    fc.property(decimal, fc.constantFrom('E', 'e'), ({ units, decimals }, letter) => {
      expect(micros(`${units}${letter}-${decimals}`)).toBe(micros(written({ units, decimals })));
      expect(micros(`${written({ units, decimals })}${letter}+${decimals}`)).toBe(micros(`${units}`));
    }),
  );
});

test.each([
  '',
  ' ',
  '1,5',
  '1.',
  '.5',
  '--1',
  '1e',
  '1e2.5',
  '0x10',
  'NaN',
  'Infinity',
  '1 USD',
  ' 1',
  '1\n',
  '١',
  '1e-100',
])('text that is no decimal number is refused by name: %j', (amount) => {
  const message = `is ${JSON.stringify(amount)}, expected a decimal number such as 12.345, -1.5 or 1E-7`;

  expect(() => micros(amount)).toThrow(new RangeError(`amount ${message}`));
  expect(() => sumDecimals({ amounts: ['1', amount], currency })).toThrow(new RangeError(`amounts[1] ${message}`));
});

test('an amount that a bill does not have is refused, not taken for 0', () => {
  expect(() => micros(undefined as unknown as string)).toThrow('amount is undefined, expected a decimal number');
});

test('a text too long to be an amount is refused before anything is calculated', () => {
  expect(() => micros('9'.repeat(41))).toThrow('expected a decimal number');
  expect(() => micros(`0.${'0'.repeat(41)}`)).toThrow('expected a decimal number');
});

test.each(['usd', 'US', 'USDT', '', 'U$D', 'USD\n'])('a currency that is none is refused by name: %j', (wrong) => {
  const message = `currency is ${JSON.stringify(wrong)}, expected an ISO 4217 code such as USD`;

  expect(() => moneyFromDecimal({ amount: '1', currency: wrong })).toThrow(message);
  expect(() => moneyFromNumber({ amount: 1, currency: wrong })).toThrow(message);
  expect(() => sumDecimals({ amounts: [], currency: wrong })).toThrow(message);
  expect(() => sumMoney({ amounts: [], currency: wrong })).toThrow(message);
});

test('a thousand trifles add up, although each alone rounds to nothing', () => {
  const amounts = Array.from({ length: 1000 }, () => '0.0000004');

  expect(sumDecimals({ amounts, currency }).micros).toBe(400n);
  expect(sumMoney({ amounts: amounts.map((amount) => moneyFromDecimal({ amount, currency })), currency }).micros).toBe(
    0n,
  );
});

test('a bill with a credit, a trifle and an exponent is the sum worked by hand', () => {
  // 12.3456789012 + 0.0000012345 + 0.0416666667 − 3.2100000004 + 0.0000001 + 0.0000004321 = 9.1773473341.
  const amounts = ['12.3456789012', '0.0000012345', '0.0416666667', '-3.2100000004', '1E-7', '0.0000004321'];

  expect(sumDecimals({ amounts, currency })).toEqual({ currency, micros: 9_177_347n });
});

test('a bill without lines is an amount of nothing', () => {
  expect(sumDecimals({ amounts: [], currency })).toEqual({ currency, micros: 0n });
  expect(sumMoney({ amounts: [], currency })).toEqual({ currency, micros: 0n });
});

test('the sum of decimals is exact in any order, and what each group has is what all have', () => {
  const millionths = fc.array(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), { maxLength: 30 });
  fc.assert(
    fc.property(millionths, fc.nat({ max: 30 }), (units, at) => {
      const amounts = units.map((each) => written({ units: each, decimals: 6 }));
      const all = sumDecimals({ amounts, currency });
      expect(all.micros).toBe(units.reduce((sum, each) => sum + each, 0n));
      expect(sumDecimals({ amounts: [...amounts].reverse(), currency })).toEqual(all);
      const groups = [amounts.slice(0, at), amounts.slice(at)].map((group) =>
        sumDecimals({ amounts: group, currency }),
      );
      expect(sumMoney({ amounts: groups, currency })).toEqual(all);
    }),
  );
});

test('an amount survives JSON, and what cannot be written to it fails instead of changing', () => {
  expect(moneyToDecimal({ currency, micros: -1_500_000n })).toEqual({ amount: '-1.500000', currency });
  expect(moneyToDecimal({ currency, micros: 7n })).toEqual({ amount: '0.000007', currency });
  expect(() => JSON.stringify({ currency, micros: 7n })).toThrow(TypeError);
  fc.assert(
    fc.property(dollars, (money) => {
      expect(moneyFromDecimal(JSON.parse(JSON.stringify(moneyToDecimal(money))))).toEqual(money);
    }),
  );
});

test.each([
  [1_500_000n, undefined, '1.50 USD'],
  [-1_234_567_890_000n, undefined, '-1234567.89 USD'],
  [400n, undefined, '0.0004 USD'],
  [-7n, undefined, '-0.000007 USD'],
  [0n, undefined, '0.00 USD'],
  [1_005_000n, 2, '1.00 USD'],
  [1_015_000n, 2, '1.02 USD'],
  [-4_999n, 2, '0.00 USD'],
  [2_500_000n, 0, '2 USD'],
  [2_500_000n, 6, '2.500000 USD'],
])('%d micro-units with %p decimals read %s', (amount, decimals, text) => {
  expect(pretty(amount, decimals)).toBe(text);
});

test('what is shown without asking for decimals is the amount itself', () => {
  fc.assert(
    fc.property(dollars, (money) => {
      const [amount = '', code = ''] = formatMoney({ money }).split(' ');
      expect(moneyFromDecimal({ amount, currency: code })).toEqual(money);
    }),
  );
});

test.each([-1, 7, 1.5, Number.NaN])('an amount has no %d decimals', (decimals) => {
  expect(() => pretty(1n, decimals)).toThrow(`decimals are ${decimals}, expected 0 to 6`);
});

test.each([
  [0.1 + 0.2, 300_000n],
  [-0.3, -300_000n],
  [1e-7, 0n],
  [0.0000015, 2n],
  [1e21, 10n ** 27n],
])('the number %d is the decimal it stands for', (amount, value) => {
  expect(moneyFromNumber({ amount, currency }).micros).toBe(value);
});

test('a number of whole micro-units comes back exactly below 2^33 units', () => {
  fc.assert(
    fc.property(exactDollars, ({ micros: all }) => {
      const value = all % (2n ** 33n * 1_000_000n);
      expect(moneyFromNumber({ amount: Number(value) / 1e6, currency }).micros).toBe(value);
    }),
  );
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d is no amount', (amount) => {
  expect(() => moneyFromNumber({ amount, currency })).toThrow(`amount is ${amount}, expected a finite number`);
});
