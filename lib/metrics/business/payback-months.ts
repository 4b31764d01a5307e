import type { MetricValue } from '../shared/metric-value';
import { commonCurrency } from './common-currency';
import type { Money } from './money';
import { netBenefit } from './net-benefit';

interface PaybackMonthsOptions {
  /** What was spent once. */
  readonly investment: Money;
  readonly monthlyBenefit: Money;
  readonly monthlyCost: Money;
}

/**
 * Months until equal monthly net benefits have paid an investment back, fractions of a month included, money taken for worth
 * the same at all times (the simple payback period). Undefined when a month brings no more than it costs, and when credits
 * exceed the investment. Throws on two currencies.
 */
export function paybackMonths({ investment, monthlyBenefit, monthlyCost }: PaybackMonthsOptions): MetricValue {
  const monthly = netBenefit({ benefit: monthlyBenefit, cost: monthlyCost });
  commonCurrency(investment, monthly);
  if (monthly.micros <= 0n) return { value: null, reason: 'a month brings no more than it costs' };
  if (investment.micros < 0n) return { value: null, reason: 'credits exceed the investment' };
  return { value: Number(investment.micros) / Number(monthly.micros) };
}
