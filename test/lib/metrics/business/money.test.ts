import fc from 'fast-check';
import {
  addMoney,
  developmentAgainstRunning,
  type Money,
  netBenefit,
  paybackMonths,
  returnOnInvestment,
  subtractMoney,
  sumMoney,
} from '../../../../lib/metrics';
import { dollars } from './money-arbitrary';

const usd: Money = { currency: 'USD', micros: 5n };
const eur: Money = { currency: 'EUR', micros: 3n };

test('adding does not care about order or grouping', () => {
  fc.assert(
    fc.property(dollars, dollars, dollars, (a, b, c) => {
      expect(addMoney(a, b)).toEqual(addMoney(b, a));
      expect(addMoney(addMoney(a, b), c)).toEqual(addMoney(a, addMoney(b, c)));
      expect(sumMoney({ amounts: [a, b, c], currency: 'USD' })).toEqual(addMoney(addMoney(a, b), c));
    }),
  );
});

test('subtracting undoes adding', () => {
  fc.assert(
    fc.property(dollars, dollars, (a, b) => {
      expect(subtractMoney({ from: addMoney(a, b), subtract: b })).toEqual(a);
    }),
  );
});

test('cents add up where floating point does not', () => {
  // By hand: 0.10 + 0.20, and 9007199254740993 is the first whole number that a double skips.
  expect(addMoney({ currency: 'USD', micros: 100_000n }, { currency: 'USD', micros: 200_000n }).micros).toBe(300_000n);
  expect(addMoney({ currency: 'USD', micros: 2n ** 53n }, { currency: 'USD', micros: 1n }).micros).toBe(
    9_007_199_254_740_993n,
  );
});

test.each<[string, () => unknown]>([
  ['adding', () => addMoney(usd, eur)],
  ['subtracting', () => subtractMoney({ from: usd, subtract: eur })],
  ['net benefit', () => netBenefit({ benefit: usd, cost: eur })],
  ['return on investment', () => returnOnInvestment({ benefit: usd, cost: eur })],
  ['development against running', () => developmentAgainstRunning({ development: usd, running: eur })],
  ['payback of monthly amounts', () => paybackMonths({ investment: usd, monthlyBenefit: usd, monthlyCost: eur })],
])('%s refuses two currencies and names both', (_, calculate) => {
  expect(calculate).toThrow(new RangeError('amounts in USD and EUR cannot be calculated together'));
});

test('an investment in another currency than the monthly amounts is refused', () => {
  expect(() => paybackMonths({ investment: eur, monthlyBenefit: usd, monthlyCost: usd })).toThrow(
    'amounts in EUR and USD cannot be calculated together',
  );
});

test('a sum names the amount that is in another currency', () => {
  expect(() => sumMoney({ amounts: [usd, eur], currency: 'USD' })).toThrow(
    new RangeError('amounts[1] is in EUR, expected USD'),
  );
});
