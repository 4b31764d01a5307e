import type { ColumnDraws, Customer, Row } from './draw-columns';
import { labelLogOdds } from './label-log-odds';
import type { Sample } from './sample-schema';
import type { SeededRandom } from './seeded-random';

export const DAY_SECONDS = 86_400;

/** One customer at one event time. */
export interface Snapshot {
  /** Seconds since 1970-01-01. */
  readonly eventTime: number;
  readonly row: Row;
  /** Undefined as long as it is not known. */
  readonly positive: boolean | undefined;
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

/** All snapshots of one customer, oldest first; one who leaves is not seen again. */
export function snapshotsOf(
  draws: ColumnDraws,
  snapshots: Sample['snapshots'],
  label: Sample['label'],
  deliveryDay: number,
  random: SeededRandom,
): Snapshot[] {
  const seen: Snapshot[] = [];
  let customer: Customer | undefined;
  for (let back = weighted(snapshots.firstMonthsBack, random); back >= 0; back--) {
    if (customer && random.uniform() >= snapshots.seenAgain) continue;
    const day = deliveryDay - back * snapshots.everyDays - 1 - random.below(snapshots.spreadDays + 1);
    customer ??= draws.customer(day);
    const row = draws.row(customer, day);
    const leaves = random.uniform() < 1 / (1 + Math.exp(-labelLogOdds(label, row)));
    const known = day + snapshots.labelAfterDays <= deliveryDay;
    const eventTime = day * DAY_SECONDS + random.below(DAY_SECONDS);
    seen.push({ eventTime, row, positive: known ? leaves : undefined });
    if (leaves) break;
  }
  return seen;
}
