/** A field of a cron expression of AWS: the smallest and largest number, names for them, and letters of its own. */
interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly names?: readonly string[];
  readonly special?: RegExp;
}

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const DAYS = 'SUN MON TUE WED THU FRI SAT'.split(' ');
/** EventBridge user guide, "Setting a schedule pattern": six fields. */
const FIELDS: readonly Field[] = [
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day of the month', least: 1, most: 31, special: /^(\?|L|L-\d+|LW|\d+W)$/ },
  { name: 'month', least: 1, most: 12, names: MONTHS },
  { name: 'day of the week', least: 1, most: 7, names: DAYS, special: /^(\?|L|[1-7]L|([1-7]|[A-Z]{3})#[1-5])$/ },
  { name: 'year', least: 1970, most: 2199 },
];
/** Days of each month at most. */
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What is wrong with a schedule of EventBridge or of a service that writes them alike; undefined for a sound one. */
export function scheduleFault(expression: string): string | undefined {
  const [, kind, inner = ''] = /^(cron|rate|at)\((.*)\)$/.exec(expression) ?? [];
  if (kind === 'rate') return rateFault(inner);
  if (kind === 'at')
    return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}$/.test(inner)
      ? undefined
      : `"${inner}" is no moment, expected yyyy-mm-ddThh:mm:ss`;
  return kind === 'cron' ? cronFault(inner) : 'is neither cron(…) nor rate(…)';
}

function rateFault(inner: string): string | undefined {
  const [, number = '', unit = '', plural = ''] = /^([1-9]\d*) (minute|hour|day)(s?)$/.exec(inner) ?? [];
  if (unit === '') return `"${inner}" is no rate, expected a number above 0 and minutes, hours or days`;
  return (number === '1') === (plural === '')
    ? undefined
    : `"${inner}" has to be ${number} ${unit}${number === '1' ? '' : 's'}`;
}

function cronFault(inner: string): string | undefined {
  const parts = inner.trim().split(/\s+/);
  if (parts.length !== FIELDS.length) return `has ${parts.length} fields, expected ${FIELDS.length}`;
  for (const [place, field] of FIELDS.entries())
    for (const item of (parts[place] ?? '').split(',')) {
      const fault = itemFault(item, field);
      if (fault) return fault;
    }
  const [, , day = '', month = '', weekday = ''] = parts;
  if ((day === '?') === (weekday === '?')) return 'has to have ? for one of the two kinds of days, and only for one';
  const months = month.split(',').map((each) => numberOf(each, MONTHS));
  const isNever = /^\d+$/.test(day) && months.every((each) => Number(day) > (LONGEST[(each ?? 1) - 1] ?? 31));
  return isNever ? `comes on day ${day} of month ${month}, which there never is` : undefined;
}

function itemFault(item: string, { name, least, most, names = [], special }: Field): string | undefined {
  if (special?.test(item)) {
    const day = /^(\d+)W$/.exec(item)?.[1];
    return day !== undefined && (Number(day) < least || Number(day) > most) ? `${name} is ${item}` : undefined;
  }
  const [range = '', step, ...more] = item.split('/');
  const bounds = range === '*' ? [] : range.split('-');
  const numbers = bounds.map((each) => numberOf(each, names));
  const isSound =
    more.length === 0 &&
    bounds.length <= 2 &&
    numbers.every((each) => each !== undefined && each >= least && each <= most) &&
    (step === undefined || (/^[1-9]\d*$/.test(step) && Number(step) <= most));
  return isSound ? undefined : `${name} is "${item}", expected ${least} to ${most}`;
}

function numberOf(text: string, names: readonly string[]): number | undefined {
  const place = names.indexOf(text.toUpperCase());
  if (place >= 0) return place + 1;
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
