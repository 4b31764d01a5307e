import { assumed } from './pass-usage';
import { dividedBy, type Quantity, quantity, times } from './quantity';

const HOURS = { minute: dividedBy(1n, 60n), hour: quantity(1n), day: quantity(24n), week: quantity(168n) } as const;

/** How often a schedule of EventBridge comes in a month; undefined for `at(…)`, and for what is no schedule. */
export function runsAMonth(expression: string): Quantity | undefined {
  const [, number = '', unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (unit !== '') return dividedBy(assumed('hoursOfMonth'), times(number, HOURS[unit as keyof typeof HOURS]));
  const fields = /^cron\((.+)\)$/.exec(expression)?.[1]?.trim().split(/\s+/);
  if (fields?.length !== 6) return undefined;
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  const aDay = times(BigInt(among(minute, 60)), BigInt(among(hour, 24)));
  const days = /^[*?]$/.test(weekday)
    ? daysOfMonth(day)
    : times(dividedBy(assumed('hoursOfMonth'), HOURS.week), BigInt(among(weekday, 7)));
  return times(aDay, days, dividedBy(BigInt(among(month, 12)), 12n));
}

function daysOfMonth(day: string): Quantity {
  const whole = dividedBy(assumed('hoursOfMonth'), HOURS.day);
  if (/^[*?]$/.test(day)) return whole;
  const step = /^[*\d]+\/(\d+)$/.exec(day)?.[1];
  return step === undefined ? quantity(BigInt(among(day, 31))) : dividedBy(whole, step);
}

/** How many of `size` values a field names: `*`, `1,2`, `MON-FRI`, `0/15` or `2-8/2`. */
function among(field: string, size: number): number {
  const counts = field.split(',').map((part) => {
    const [range = '', step = '1'] = part.split('/');
    const [first = '', last] = range.split('-').map(placeOf);
    if (/^[*?]$/.test(range)) return Math.ceil(size / Number(step));
    const end = last ?? (part.includes('/') ? size - 1 : first);
    return Math.floor((Number(end) - Number(first)) / Number(step)) + 1;
  });
  return counts.reduce((sum, each) => sum + each, 0);
}

const NAMES = ['SUN MON TUE WED THU FRI SAT', 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'].map((names) =>
  names.split(' '),
);

function placeOf(text: string): number {
  const places = NAMES.map((names) => names.indexOf(text.toUpperCase()));
  const place = Math.max(...places);
  return place >= 0 ? place + 1 : Number(text);
}
