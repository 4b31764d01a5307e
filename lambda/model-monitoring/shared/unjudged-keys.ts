import type { HourlyLog } from './hourly-log';
import type { Occasion } from './take-look';

const HOUR_MILLISECONDS = 3_600_000;
/** Firehose has delivered an hour when another one has passed; a key that came later than its neighbours would be missed. */
const SETTLED_AFTER = HOUR_MILLISECONDS;
/** Rows that waited longer for enough others say nothing about today. */
const LONGEST_WAIT = 90 * 24 * HOUR_MILLISECONDS;

/** The objects of a log that no look has judged yet and that are complete at its time; and the key to go on after. */
export async function unjudgedKeys(
  log: HourlyLog,
  { time, watermark }: Occasion,
): Promise<{ readonly keys: readonly string[]; readonly upTo: string }> {
  const now = Date.parse(time);
  const oldest = log.hour(now - LONGEST_WAIT);
  const keys = await log.keysBetween(watermark > oldest ? watermark : oldest, log.hour(now - SETTLED_AFTER));
  return { keys, upTo: keys.at(-1) ?? watermark };
}
