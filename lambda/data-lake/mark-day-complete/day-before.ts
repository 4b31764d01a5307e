const DAY_MILLISECONDS = 86_400_000;

/** The UTC day before a moment, both in ISO 8601: `2026-11-21T01:00:00Z` gives `2026-11-20`. Throws on no moment at all. */
export function dayBefore(time: string): string {
  const moment = Date.parse(time);
  if (Number.isNaN(moment)) throw new RangeError(`"${time}" is no time in ISO 8601`);
  return new Date(moment - DAY_MILLISECONDS).toISOString().slice(0, 'yyyy-mm-dd'.length);
}
