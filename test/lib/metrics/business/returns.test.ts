import fc from 'fast-check';
import {
  developmentAgainstRunning,
  type Money,
  moneyFromDecimal,
  moneyFromNumber,
  netBenefit,
  netValue,
  paybackMonths,
  returnOnInvestment,
} from '../../../../lib/metrics';
import { exactDollars } from './money-arbitrary';

const usd = (amount: string): Money => moneyFromDecimal({ amount, currency: 'USD' });
const spent = exactDollars.filter(({ micros }) => micros > 0n);

test('net benefit is what is left, to the micro-unit', () => {
  expect(netBenefit({ benefit: usd('0.3'), cost: usd('0.1') })).toEqual(usd('0.2'));
  expect(netBenefit({ benefit: usd('1'), cost: usd('1.000001') })).toEqual(usd('-0.000001'));
});

test.each([
  // By hand; in floating point (0.3 − 0.1) / 0.1 is 1.9999999999999998.
  ['0.3', '0.1', 2],
  ['150', '100', 0.5],
  ['100', '100', 0],
  ['0', '100', -1],
  ['-50', '100', -1.5],
])('a benefit of %s for %s returns %d', (benefit, cost, value) => {
  expect(returnOnInvestment({ benefit: usd(benefit), cost: usd(cost) })).toEqual({ value });
});

test.each([
  ['0', 'nothing was spent'],
  ['-1', 'credits exceed the cost'],
])('a cost of %s has no return', (cost, reason) => {
  expect(returnOnInvestment({ benefit: usd('5'), cost: usd(cost) })).toEqual({ value: null, reason });
});

test('return on investment does not care about scale', () => {
  const amount = fc.bigInt({ min: 1n, max: 10n ** 10n });
  fc.assert(
    fc.property(amount, amount, fc.bigInt({ min: 1n, max: 500_000n }), (benefit, cost, times) => {
      const of = (scale: bigint) =>
        returnOnInvestment({
          benefit: { currency: 'USD', micros: benefit * scale },
          cost: { currency: 'USD', micros: cost * scale },
        });
      expect(of(times)).toEqual(of(1n));
    }),
  );
});

test('money is lost exactly when the return is negative', () => {
  fc.assert(
    fc.property(exactDollars, spent, (benefit, cost) => {
      const { value } = returnOnInvestment({ benefit, cost });
      const { micros } = netBenefit({ benefit, cost });
      expect(Math.sign(value ?? Number.NaN)).toBe(micros > 0n ? 1 : micros < 0n ? -1 : 0);
    }),
  );
});

test.each([
  // By hand: 900 / (500 − 200), 1 / (0.3 − 0.1), nothing to pay back.
  ['900', '500', '200', 3],
  ['1', '0.3', '0.1', 5],
  ['100', '50', '10', 2.5],
  ['0', '50', '10', 0],
])('%s at a monthly %s less %s is paid back in %d months', (investment, monthlyBenefit, monthlyCost, value) => {
  const given = { investment: usd(investment), monthlyBenefit: usd(monthlyBenefit), monthlyCost: usd(monthlyCost) };

  expect(paybackMonths(given)).toEqual({ value });
});

test.each([
  ['100', '50', '50', 'a month brings no more than it costs'],
  ['100', '50', '60', 'a month brings no more than it costs'],
  ['0', '50', '60', 'a month brings no more than it costs'],
  ['-1', '50', '40', 'credits exceed the investment'],
])('%s at a monthly %s less %s has no payback', (investment, monthlyBenefit, monthlyCost, reason) => {
  const given = { investment: usd(investment), monthlyBenefit: usd(monthlyBenefit), monthlyCost: usd(monthlyCost) };

  expect(paybackMonths(given)).toEqual({ value: null, reason });
});

test('so many whole months earn at least the investment, and one less does not', () => {
  fc.assert(
    fc.property(spent, spent, fc.bigInt({ min: 0n, max: 10n ** 15n }), (investment, net, cost) => {
      const monthlyCost = { currency: 'USD', micros: cost };
      const monthlyBenefit = { currency: 'USD', micros: net.micros + cost };
      const { value } = paybackMonths({ investment, monthlyBenefit, monthlyCost });
      const months = BigInt(Math.ceil(value ?? Number.NaN));
      expect(months * net.micros >= investment.micros).toBe(true);
      expect((months - 1n) * net.micros < investment.micros).toBe(true);
    }),
  );
});

test('development is set against running, and against both', () => {
  // By hand: 3 of 4.
  expect(developmentAgainstRunning({ development: usd('0.3'), running: usd('0.1') })).toEqual({
    share: { value: 0.75 },
    ratio: { value: 3 },
  });
});

test('without running cost there is a share but no ratio, and without any cost neither', () => {
  expect(developmentAgainstRunning({ development: usd('2'), running: usd('0') })).toEqual({
    share: { value: 1 },
    ratio: { value: null, reason: 'nothing was spent on running' },
  });
  expect(developmentAgainstRunning({ development: usd('0'), running: usd('0') })).toEqual({
    share: { value: null, reason: 'nothing was spent' },
    ratio: { value: null, reason: 'nothing was spent on running' },
  });
});

test.each([
  ['-1', '3'],
  ['3', '-1'],
])('a credit that makes a cost negative leaves no share: %s against %s', (development, running) => {
  const none = { value: null, reason: 'credits exceed a cost' };

  expect(developmentAgainstRunning({ development: usd(development), running: usd(running) })).toEqual({
    share: none,
    ratio: none,
  });
});

test('share and ratio are two ways to say the same', () => {
  fc.assert(
    fc.property(spent, spent, (development, running) => {
      const { share, ratio } = developmentAgainstRunning({ development, running });
      const [part, quotient] = [share.value ?? Number.NaN, ratio.value ?? Number.NaN];
      expect(part).toBeGreaterThanOrEqual(0);
      expect(part).toBeLessThanOrEqual(1);
      expect(part * (1 + 1 / quotient)).toBeCloseTo(1, 12);
    }),
  );
});

test('net value is the sum that whole micro-units have', () => {
  const worth = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n });
  const rows = fc.nat({ max: 100_000 });
  fc.assert(
    fc.property(fc.tuple(worth, worth, worth, worth), fc.tuple(rows, rows, rows, rows), (values, counts) => {
      const [tp, fp, tn, fn] = values.map((micros) => Number(micros) / 1e6) as [number, number, number, number];
      const [found, alarms, spared, missed] = counts;
      const amount = netValue({
        matrix: [
          [spared, alarms],
          [missed, found],
        ],
        outcomeValues: { truePositive: tp, falsePositive: fp, trueNegative: tn, falseNegative: fn },
      });
      const expected = values.reduce((sum, micros, outcome) => sum + micros * BigInt(counts[outcome] ?? 0), 0n);
      expect(moneyFromNumber({ amount, currency: 'USD' }).micros).toBe(expected);
    }),
  );
});
