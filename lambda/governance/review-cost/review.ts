import {
  costPerPrediction,
  costPerUser,
  type DevelopmentAgainstRunning,
  developmentAgainstRunning,
  type MetricValue,
  type Money,
  returnOnInvestment,
  type UnitCost,
} from '../../../lib/metrics';
import type { Goal } from '../../model-monitoring/measure-quality/goal';
import { tagValue } from './bill-lines';
import type { Use } from './count-use';
import { type Kind, kindOf } from './kind-of-phase';
import type { Known } from './known';
import { REQUEST_PRICE } from './metered-cost-explorer';
import { formerPeriod, type Period } from './period';
import type { Costs } from './read-costs';
import { tagAdvice } from './read-tag-states';
import { sumBy, sumLines } from './sum-lines';
import { type Earned, earned, reachedRocAuc } from './value-earned';

export interface NamedCost {
  readonly name: string;
  readonly cost: Money;
}

export interface CostReview {
  readonly period: Period;
  /** The bill's; amounts in others are not in any sum but in `otherCurrencies`. */
  readonly currency: string;
  readonly otherCurrencies: readonly Money[];
  /** As billed: after credits and refunds. */
  readonly total: Money;
  readonly estimated: boolean;
  /** The dearest first; a cost without a phase has the name ''. */
  readonly byPhase: readonly (NamedCost & { readonly kind: Kind; readonly former: Known<Money> })[];
  readonly byService: readonly NamedCost[];
  readonly byKind: Readonly<Record<Kind, Money>>;
  readonly developmentAgainstRunning: DevelopmentAgainstRunning;
  /** Usage, credits, refunds and taxes of the same bill. */
  readonly byRecordType: Known<readonly NamedCost[]>;
  /** Of the account, by kind of record: it may be somebody else's. */
  readonly untagged: Known<readonly NamedCost[]>;
  /** Against as many days before. */
  readonly trend: { readonly former: Period; readonly total: Known<Money>; readonly change: MetricValue };
  readonly use: Pick<Use, 'predictions' | 'users' | 'outcomes'>;
  /** Of running. */
  readonly costPerPrediction: UnitCost;
  readonly costPerUser: UnitCost;
  readonly earned: Known<Earned>;
  /** Of the value earned, over the cost of all phases. */
  readonly returnOnInvestment: MetricValue;
  /** What the dataset description wants, and what was reached of it. */
  readonly goal: Goal;
  readonly reached: { readonly rocAuc: MetricValue };
  /** What a person has to do so that the next review knows more. */
  readonly advice: readonly string[];
  readonly costExplorer: { readonly requests: number; readonly cost: Money };
}

const DEFAULT_CURRENCY = 'USD';

/** Joins a bill with what the model did for it; what cannot be said is null, with the reason. */
export function review(period: Period, costs: Costs, use: Use, goal: Goal): CostReview {
  const { lines } = costs;
  const currency = lines[0]?.currency ?? DEFAULT_CURRENCY;
  const total = sumLines(lines, currency);
  const ofKind = (kind: Kind) =>
    sumLines(
      lines.filter(({ phase }) => kindOf(phase) === kind),
      currency,
    );
  const byKind = { development: ofKind('development'), running: ofKind('running'), shared: ofKind('shared') };
  const worth = earned(use, goal);
  const formerTotal = known(costs.former, (former) => sumLines(former, currency));
  return {
    period,
    currency,
    otherCurrencies: otherSums(lines, currency),
    total,
    estimated: costs.estimated,
    byPhase: byPhase(costs, currency),
    byService: sumBy(lines, currency, ({ service }) => service),
    byKind,
    developmentAgainstRunning: developmentAgainstRunning(byKind),
    byRecordType: known(costs.recordTypes, (records) => sumBy(records, currency, ({ keys: [type = ''] }) => type)),
    untagged: known(costs.untagged, (records) => sumBy(records, currency, ({ keys: [type = ''] }) => type)),
    trend: { former: formerPeriod(period), total: formerTotal, change: change(total, formerTotal) },
    use: { predictions: use.predictions, users: use.users, outcomes: use.outcomes },
    costPerPrediction: perUnit(use.predictions, (predictions) =>
      costPerPrediction({ cost: byKind.running, predictions }),
    ),
    costPerUser: perUnit(use.users, (users) => costPerUser({ cost: byKind.running, users })),
    earned: worth,
    returnOnInvestment: returned(worth, total),
    goal,
    reached: { rocAuc: reachedRocAuc(use) },
    advice: tagAdvice(costs.tagStates),
    costExplorer: {
      requests: costs.requests,
      cost: { ...REQUEST_PRICE, micros: REQUEST_PRICE.micros * BigInt(costs.requests) },
    },
  };
}

/** Phases of both periods: one that costs nothing any more is worth knowing too. */
function byPhase({ lines, former }: Costs, currency: string): CostReview['byPhase'] {
  const before = former.value?.map(({ keys: [tag = ''], ...amount }) => ({ ...amount, phase: tagValue(tag) })) ?? [];
  const nothing = before.map(({ phase }) => ({ phase, amount: '0', currency }));
  return sumBy([...lines, ...nothing], currency, ({ phase }) => phase).map(({ name, cost }) => ({
    name,
    kind: kindOf(name),
    cost,
    former: known(former, () =>
      sumLines(
        before.filter(({ phase }) => phase === name),
        currency,
      ),
    ),
  }));
}

function otherSums(lines: Costs['lines'], currency: string): Money[] {
  const others = [...new Set(lines.map((line) => line.currency))].filter((other) => other !== currency).sort();
  return others.map((other) => sumLines(lines, other));
}

function change(total: Money, former: Known<Money>): MetricValue {
  if (former.value === null) return former;
  if (former.value.micros <= 0n) return { value: null, reason: 'nothing was spent in the former period' };
  return { value: Number(total.micros - former.value.micros) / Number(former.value.micros) };
}

function perUnit(count: Known<number>, spread: (count: number) => UnitCost): UnitCost {
  return count.value === null ? count : spread(count.value);
}

function returned(worth: Known<Earned>, cost: Money): MetricValue {
  if (worth.value === null) return worth;
  const benefit = worth.value.value;
  if (benefit.currency !== cost.currency)
    return { value: null, reason: `the value is in ${benefit.currency}, the bill in ${cost.currency}` };
  return returnOnInvestment({ benefit, cost });
}

function known<From, To>(from: Known<From>, say: (value: From) => To): Known<To> {
  return 'reason' in from ? from : { value: say(from.value) };
}
