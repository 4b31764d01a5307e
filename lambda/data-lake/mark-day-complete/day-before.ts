/** The UTC day before a moment, both in ISO 8601: `2026-11-21T01:00:00Z` gives `2026-11-20`. Throws on no moment at all. */
export function dayBefore(time: string): string {
  const day = new Date(time);
  if (Number.isNaN(day.getTime())) throw new RangeError(`"${time}" is no time in ISO 8601`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 'yyyy-mm-dd'.length);
}
