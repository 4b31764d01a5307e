import { ConfigError } from './config-error';

const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;

/** When people work, by their own clock: it goes to summer time and back with them. */
export interface OfficeHours {
  /** Hours and minutes of 24, `08:00`; the same day's `to` is later. */
  readonly from: string;
  readonly to: string;
  /** Of the tz database, `Europe/Berlin`. */
  readonly timeZone: string;
  readonly weekdays: readonly (typeof WEEKDAYS)[number][];
}

/** Throws `ConfigError` on office hours that no schedule could keep; `at` names their field. */
export function checkOfficeHours({ from, to, timeZone, weekdays }: OfficeHours, at: string): void {
  for (const [field, time] of Object.entries({ from, to }))
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
      throw new ConfigError(`${at}.${field}`, time, 'give hours and minutes of 24, such as 08:00');
  if (to <= from) throw new ConfigError(`${at}.to`, to, `give a time after ${from}: office hours end on their own day`);
  if (!isTimeZone(timeZone))
    throw new ConfigError(`${at}.timeZone`, timeZone, 'give a name of the tz database, such as Europe/Berlin');
  const known: readonly string[] = WEEKDAYS;
  if (weekdays.length === 0 || !weekdays.every((day) => known.includes(day)))
    throw new ConfigError(`${at}.weekdays`, weekdays, `give one or more of ${WEEKDAYS.join(', ')}`);
  if (new Set(weekdays).size < weekdays.length) throw new ConfigError(`${at}.weekdays`, weekdays, 'give each day once');
}

/** An offset such as `+01:00` is one for this runtime only: EventBridge Scheduler takes names. */
function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions() !== undefined;
  } catch {
    return false;
  }
}
