import type { ColumnDraws, Row } from './column-draws';
import { labelLogOdds } from './label-log-odds';
import type { Sample } from './sample-schema';
import type { SeededRandom } from './seeded-random';

export const DAY_SECONDS = 86_400;

/** One customer at one event time. */
export interface Snapshot {
  /** Seconds since 1970-01-01. */
  readonly eventTime: number;
  readonly row: Row;
  /** What becomes of the customer. */
  readonly positive: boolean;
  /** Whether anybody can know that when the delivery is made. */
  readonly known: boolean;
}

/** The index of a weight, each as likely as it is heavy. */
function weighted(weights: readonly number[], random: SeededRandom): number {
  let left = random.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
  return Math.max(
    weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    }),
    0,
  );
}

/** On which days a customer would be seen, oldest first: whether it leaves has no say in this. */
function seenOn(snapshots: Sample['snapshots'], deliveryDay: number, random: SeededRandom): number[] {
  const { firstMonthsBack, seenAgain, everyDays, spreadDays } = snapshots;
  const first = weighted(firstMonthsBack, random);
  const months = Array.from({ length: first + 1 }, (_, later) => first - later);
  return months
    .filter((back) => back === first || random.uniform() < seenAgain)
    .map((back) => deliveryDay - back * everyDays - 1 - random.below(spreadDays + 1));
}

/** All snapshots of a new customer, oldest first; one who leaves is not seen again. */
export function customerSnapshots(
  draws: ColumnDraws,
  { snapshots }: Sample,
  label: Sample['label'],
  deliveryDay: number,
  { times, fates }: { readonly times: SeededRandom; readonly fates: SeededRandom },
): Snapshot[] {
  const days = seenOn(snapshots, deliveryDay, times);
  const customer = draws.customer(days[0] ?? deliveryDay);
  const seen: Snapshot[] = [];
  for (const day of days) {
    const row = draws.row(customer, day);
    const leaves = fates.uniform() < 1 / (1 + Math.exp(-labelLogOdds(label, row)));
    const known = day + snapshots.labelAfterDays <= deliveryDay;
    const eventTime = day * DAY_SECONDS + fates.below(DAY_SECONDS);
    seen.push({ eventTime, row, positive: leaves, known });
    if (leaves) break;
  }
  return seen;
}
