import type { Expression, GetCostAndUsageCommandInput, GroupDefinition } from '@aws-sdk/client-cost-explorer';
import { type BillLine, billLines, isEstimated, METRIC, tagValue } from './bill-lines';
import type { Known } from './known';
import { type MeteredCostExplorer, RequestsUsedUp } from './metered-cost-explorer';
import { formerPeriod, type Period } from './period';
import { readTagStates, type TagState } from './read-tag-states';

export interface CostQuestion {
  readonly period: Period;
  /** What a cost must carry to be ours: key to value. */
  readonly costTags: Readonly<Record<string, string>>;
  readonly phaseTag: string;
  /** @default - the account's primary one */
  readonly billingView?: string;
}

/** One amount of the bill; `phase` is empty where the tag is. */
interface CostLine {
  readonly phase: string;
  readonly service: string;
  readonly amount: string;
  readonly currency: string;
}

export interface Costs {
  readonly lines: readonly CostLine[];
  /** AWS may still change it. */
  readonly estimated: boolean;
  /** The same bill by kind of record: Usage, Credit, Refund, Tax …. */
  readonly recordTypes: Known<readonly BillLine[]>;
  /** By phase, of as many days before. */
  readonly former: Known<readonly BillLine[]>;
  /** What carries no project tag, whoever it belongs to, by kind of record. */
  readonly untagged: Known<readonly BillLine[]>;
  readonly tagStates: Known<readonly TagState[]>;
  readonly requests: number;
}

/**
 * Reads what the tagged resources cost, and how far that can be trusted, with few requests: the bill itself first, then
 * what explains it; an explanation that no request is left for is null and says so. Throws when the bill itself has more
 * pages than that.
 */
export async function readCosts(explorer: MeteredCostExplorer, question: CostQuestion): Promise<Costs> {
  const { period, costTags, phaseTag } = question;
  const ours = { And: Object.entries(costTags).map(([Key, value]) => ({ Tags: { Key, Values: [value] } })) };
  const [projectTag = phaseTag] = Object.keys(costTags);
  const nobodys = { Tags: { Key: projectTag, MatchOptions: ['ABSENT' as const] } };
  const byPhase: GroupDefinition = { Type: 'TAG', Key: phaseTag };
  const ask = (Filter: Expression, GroupBy: GroupDefinition[], of: Period = period) =>
    explorer.costs(costRequest(question, { Filter, GroupBy, TimePeriod: { Start: of.from, End: of.to } }));

  const pages = await ask(ours, [byPhase, { Type: 'DIMENSION', Key: 'SERVICE' }]);
  const lines = billLines(pages).map(({ keys: [tag = '', service = ''], amount, currency }) => ({
    phase: tagValue(tag),
    service,
    amount,
    currency,
  }));
  const explanation = (Filter: Expression, group: GroupDefinition, of?: Period) =>
    ifRequestsLast(async () => billLines(await ask(Filter, [group], of)));
  const recordType: GroupDefinition = { Type: 'DIMENSION', Key: 'RECORD_TYPE' };
  // One after the other: each may use up the requests that the next one would need.
  const tagStates = await ifRequestsLast(() => readTagStates(explorer, [...Object.keys(costTags), phaseTag]));
  const untagged = await explanation(nobodys, recordType);
  const recordTypes = await explanation(ours, recordType);
  const former = await explanation(ours, byPhase, formerPeriod(period));
  return {
    lines,
    estimated: isEstimated(pages),
    tagStates: tagStates.value === null ? tagStates : tagStates.value,
    untagged,
    recordTypes,
    former,
    requests: explorer.requests,
  };
}

/** Monthly: few groups, and a period that begins or ends within a month is answered by its days. */
function costRequest(
  { billingView }: CostQuestion,
  question: Pick<GetCostAndUsageCommandInput, 'Filter' | 'GroupBy' | 'TimePeriod'>,
): GetCostAndUsageCommandInput {
  const view = billingView && { BillingViewArn: billingView };
  return { Granularity: 'MONTHLY', Metrics: [METRIC], ...question, ...view };
}

async function ifRequestsLast<Value>(read: () => Promise<Value>): Promise<Known<Value>> {
  try {
    return { value: await read() };
  } catch (error) {
    if (error instanceof RequestsUsedUp) return { value: null, reason: error.message };
    throw error;
  }
}
