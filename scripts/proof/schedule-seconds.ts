const UNITS = { minute: 60, hour: 3600, day: 86_400 } as const;

/** After how many seconds a schedule of EventBridge comes round again, at the latest; undefined for what is no schedule. */
export function scheduleSeconds(expression: unknown): number | undefined {
  const text = String(expression ?? '');
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(text);
  if (rate) return Number(rate[1]) * UNITS[rate[2] as keyof typeof UNITS];
  const cron = /^cron\((.+)\)$/.exec(text)?.[1]?.split(/\s+/);
  if (!cron) return undefined;
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = cron;
  if (month !== '*') return 366 * UNITS.day;
  if (!/^[*?]$|^\*?1?\/1$/.test(day)) return 31 * UNITS.day;
  if (!/^[*?]$/.test(weekday)) return 7 * UNITS.day;
  if (/^\d+$/.test(hour)) return UNITS.day;
  if (hour === '*') return /^\d+$/.test(minute) ? UNITS.hour : UNITS.minute * 30;
  return UNITS.day;
}
