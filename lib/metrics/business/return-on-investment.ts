import type { MetricValue } from '../shared/metric-value';
import type { Money } from './money';
import { netBenefit } from './net-benefit';

/**
 * Net benefit for each currency unit spent, (benefit − cost) / cost: 0 gets the money back, 1 doubles it, −1 loses all of it.
 * Undefined when nothing was spent, and when credits exceed the cost, which would turn a gain into a loss. Throws on two
 * currencies.
 */
export function returnOnInvestment({ benefit, cost }: { readonly benefit: Money; readonly cost: Money }): MetricValue {
  const net = netBenefit({ benefit, cost });
  if (cost.micros === 0n) return { value: null, reason: 'nothing was spent' };
  if (cost.micros < 0n) return { value: null, reason: 'credits exceed the cost' };
  return { value: Number(net.micros) / Number(cost.micros) };
}
