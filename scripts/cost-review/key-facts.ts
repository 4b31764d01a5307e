import type { Known } from '../../lambda/governance/review-cost/known';
import type { CostReview } from '../../lambda/governance/review-cost/review';
import { formatMoney, type MetricValue, type Money, type UnitCost } from '../../lib/metrics';

/** One answer of a review: what was asked, the answer, and what it rests on or why there is none. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly meaning: string;
}

const NONE = '–';
const DECIMALS = 4;

/** Money with the decimals that a small bill needs; a review's JSON has all of them. */
export function inMoney(money: Money): string {
  return formatMoney({ money, decimals: DECIMALS });
}

/** A share of one as people read it, with its sign. */
function inPercent(share: number): string {
  return `${share > 0 ? '+' : ''}${(100 * share).toFixed(1)} %`;
}

/** The answers to know first. */
export function keyFacts(review: CostReview): readonly Fact[] {
  const { byKind, trend, use, earned, goal, reached } = review;
  const { development, running, shared } = byKind;
  const share = review.developmentAgainstRunning.share;
  const [predictions, users, outcomes] = [use.predictions, use.users, use.outcomes].map(inWords) as [
    string,
    string,
    string,
  ];
  return [
    { name: 'Cost', value: inMoney(review.total), meaning: 'as billed, after credits' },
    metric('Trend', trend.change, inPercent, `against ${trend.former.from} to ${trend.former.to}`),
    {
      name: 'Development',
      value: inMoney(development),
      meaning: said(share, (each) => `${(100 * each).toFixed(1)} % of development and running together`),
    },
    { name: 'Running', value: inMoney(running), meaning: 'serving and monitoring' },
    { name: 'Shared', value: inMoney(shared), meaning: 'what no single phase is for' },
    unit('Cost per 1,000 predictions', review.costPerPrediction, `of running, ${predictions} predictions`),
    unit('Cost per 1,000 active users', review.costPerUser, `of running, ${users} different records`),
    earnedFact(earned, outcomes),
    metric('Return on investment', review.returnOnInvestment, inPercent, 'value earned less all cost, over all cost'),
    metric('AUC reached', reached.rocAuc, (auc) => auc.toFixed(3), `the goal wants ${goal.minimum} at least`),
    {
      name: 'This review',
      value: inMoney(review.costExplorer.cost),
      meaning: `${review.costExplorer.requests} requests to Cost Explorer`,
    },
  ];
}

/** What the dataset description says an outcome is worth. */
export function goalSentence({ goal }: CostReview): string {
  const { truePositive, falsePositive, trueNegative, falseNegative } = goal.outcomeValues;
  return (
    `The goal: an AUC of ${goal.minimum} at least; in ${goal.currency}, a true positive is worth ${truePositive}, ` +
    `a false positive ${falsePositive}, a true negative ${trueNegative}, a false negative ${falseNegative}.`
  );
}

/** What limits the numbers, and what a person has to do about it. */
export function remarks({ estimated, otherCurrencies, untagged, advice }: CostReview): readonly string[] {
  return [
    ...(estimated ? ['Estimated: AWS has not closed this bill and may still change it.'] : []),
    ...(otherCurrencies.length > 0
      ? [`In no sum above, since nobody here knows an exchange rate: ${otherCurrencies.map(inMoney).join(', ')}.`]
      : []),
    untagged.value === null
      ? `What carries no project tag is unknown: ${untagged.reason}.`
      : `The account's costs without a project tag may be somebody else's: ${untagged.value.map(({ name, cost }) => `${name} ${inMoney(cost)}`).join(', ') || 'none'}.`,
    ...advice,
  ];
}

function earnedFact(earned: CostReview['earned'], outcomes: string): Fact {
  const name = 'Value earned';
  if (earned.value === null) return { name, value: NONE, meaning: earned.reason };
  const { value, beyondPolicy } = earned.value;
  const meaning = `${outcomes} outcomes at the goal's values; ${inMoney(beyondPolicy.value)} beyond acting on ${beyondPolicy.policy}`;
  return { name, value: inMoney(value), meaning };
}

function unit(name: string, cost: UnitCost, meaning: string): Fact {
  return cost.value === null
    ? { name, value: NONE, meaning: cost.reason }
    : { name, value: inMoney(cost.perThousand), meaning };
}

function metric(name: string, value: MetricValue, say: (value: number) => string, meaning: string): Fact {
  return value.value === null
    ? { name, value: NONE, meaning: value.reason }
    : { name, value: say(value.value), meaning };
}

function said(value: MetricValue, say: (value: number) => string): string {
  return value.value === null ? value.reason : say(value.value);
}

function inWords(count: Known<number>): string {
  return count.value === null ? 'an unknown number of' : String(count.value);
}
