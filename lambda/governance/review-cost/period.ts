/** Days in UTC as Cost Explorer takes them, `2026-10-01`: from the first on, without the last. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const DAY_MILLISECONDS = 86_400_000;
const DAYS_OF_WEEK = 7;

/** A period of at least one day. Throws on a day that the calendar does not have and on an end that is not after its start. */
export function period(from: string, to: string): Period {
  for (const day of [from, to])
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)) || dayOf(Date.parse(day)) !== day)
      throw new RangeError(`"${day}" is no day such as 2026-10-01`);
  if (from >= to)
    throw new RangeError(
      `the period from ${from} to ${to} has no day: its end, which is left out, is not after its start`,
    );
  return { from, to };
}

/** The last Monday to Sunday that was over at a moment in ISO 8601. */
export function lastFullWeek(moment: string): Period {
  const today = startOfDay(moment);
  const sinceMonday = (new Date(today).getUTCDay() + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK;
  const monday = today - sinceMonday * DAY_MILLISECONDS;
  return { from: dayOf(monday - DAYS_OF_WEEK * DAY_MILLISECONDS), to: dayOf(monday) };
}

/** The days of the month that were over at a moment; on its first day, the whole month before. */
export function monthToDate(moment: string): Period {
  const to = dayOf(startOfDay(moment));
  return { from: `${dayOf(startOfDay(moment) - DAY_MILLISECONDS).slice(0, 'yyyy-mm'.length)}-01`, to };
}

/** As many days, just before. */
export function formerPeriod({ from, to }: Period): Period {
  return { from: dayOf(2 * Date.parse(from) - Date.parse(to)), to: from };
}

function startOfDay(moment: string): number {
  return Date.parse(dayOf(Date.parse(moment)));
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 'yyyy-mm-dd'.length);
}
