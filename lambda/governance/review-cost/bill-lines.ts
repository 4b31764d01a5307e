import type { GetCostAndUsageCommandOutput } from '@aws-sdk/client-cost-explorer';

/** The bill as it is, before discounts are spread over other months. */
export const METRIC = 'UnblendedCost';

/** One amount of a bill and the values it is grouped by, in the order of the question. */
export interface BillLine {
  readonly keys: readonly string[];
  /** Decimal text, negative for what was credited. */
  readonly amount: string;
  readonly currency: string;
}

/** Reads the groups of all pages. Throws on a group without an amount, naming its keys. */
export function billLines(pages: readonly GetCostAndUsageCommandOutput[]): BillLine[] {
  return pages.flatMap(({ ResultsByTime = [] }) =>
    ResultsByTime.flatMap(({ Groups = [] }) =>
      Groups.map(({ Keys = [], Metrics = {} }) => {
        const { Amount, Unit } = Metrics[METRIC] ?? {};
        if (Amount === undefined || Unit === undefined)
          throw new Error(`Cost Explorer gave no ${METRIC} for ${Keys.join(', ')}`);
        return { keys: Keys, amount: Amount, currency: Unit };
      }),
    ),
  );
}

/** The value in a tag's key, `ml:phase$training`: after the first $, since the value may hold more; '' when untagged. */
export function tagValue(key: string): string {
  const end = key.indexOf('$');
  if (end < 0) throw new Error(`Cost Explorer grouped by a tag and answered "${key}", expected name$value`);
  return key.slice(end + 1);
}

/** Whether AWS may still change any of it. */
export function isEstimated(pages: readonly GetCostAndUsageCommandOutput[]): boolean {
  return pages.some(({ ResultsByTime = [] }) => ResultsByTime.some(({ Estimated }) => Estimated));
}
