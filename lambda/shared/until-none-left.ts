/** How often a service is asked in all. Few and soon: a caller waits for the answer. */
export const MAXIMUM_ATTEMPTS = 4;
const FIRST_PAUSE_MILLISECONDS = 50;

/** Time and chance, so that a test need not wait for either. */
export interface Waiting {
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/**
 * Offers items to a service that may take only some of them: `attempt` answers with those that are left, which are
 * offered again after a pause that may double each time. Throws when some are left in the end.
 */
export async function untilNoneLeft<Item>(
  items: readonly Item[],
  attempt: (items: readonly Item[]) => Promise<readonly Item[]>,
  { sleep, random }: Waiting,
): Promise<void> {
  let left = items;
  for (let count = 1; left.length > 0; count++) {
    left = await attempt(left);
    if (left.length === 0) return;
    if (count === MAXIMUM_ATTEMPTS) throw new Error(`${left.length} of ${items.length} left after ${count} attempts`);
    // Full jitter: callers that were throttled together do not come back together.
    await sleep(random() * FIRST_PAUSE_MILLISECONDS * 2 ** (count - 1));
  }
}
