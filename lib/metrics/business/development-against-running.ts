import { type MetricValue, ratio } from '../shared/metric-value';
import { addMoney } from './add-money';
import type { Money } from './money';

/** How much of the money went into making a model instead of using it. */
export interface DevelopmentAgainstRunning {
  /** Of both together, from 0 to 1. */
  readonly share: MetricValue;
  /** Development for each currency unit of running. */
  readonly ratio: MetricValue;
}

/**
 * Compares the cost of developing (the phases up to the model registry) with that of running (serving, monitoring and
 * retraining). Undefined when there is nothing to compare with, and when credits make either cost negative, since a share of
 * a difference says nothing. Throws on two currencies.
 */
export function developmentAgainstRunning({
  development,
  running,
}: {
  readonly development: Money;
  readonly running: Money;
}): DevelopmentAgainstRunning {
  const both = addMoney(development, running);
  if (development.micros < 0n || running.micros < 0n) {
    const undefinedValue = { value: null, reason: 'credits exceed a cost' };
    return { share: undefinedValue, ratio: undefinedValue };
  }
  const spent = Number(development.micros);
  return {
    share: ratio(spent, Number(both.micros), 'nothing was spent'),
    ratio: ratio(spent, Number(running.micros), 'nothing was spent on running'),
  };
}
