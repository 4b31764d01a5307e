import { formerPeriod, lastFullWeek, monthToDate, period } from '../../../../lambda/governance/review-cost/period';

test('the last full week is Monday to Sunday and over', () => {
  // A Wednesday, a Monday's first second, a Sunday's last one.
  expect(lastFullWeek('2026-11-18T06:00:00Z')).toEqual({ from: '2026-11-09', to: '2026-11-16' });
  expect(lastFullWeek('2026-11-16T00:00:00Z')).toEqual({ from: '2026-11-09', to: '2026-11-16' });
  expect(lastFullWeek('2026-11-15T23:59:59Z')).toEqual({ from: '2026-11-02', to: '2026-11-09' });
});

test('the month to date ends before today, and on the first of a month it is the whole month before', () => {
  expect(monthToDate('2026-11-18T06:00:00Z')).toEqual({ from: '2026-11-01', to: '2026-11-18' });
  expect(monthToDate('2026-11-01T06:00:00Z')).toEqual({ from: '2026-10-01', to: '2026-11-01' });
  expect(monthToDate('2026-11-02T01:00:00+03:00')).toEqual({ from: '2026-10-01', to: '2026-11-01' });
});

test('the former period has as many days and ends where the period begins', () => {
  expect(formerPeriod({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-01-30', to: '2026-03-01' });
});

test('a day that no calendar has, and a period without a day, are refused in words', () => {
  expect(period('2026-10-01', '2026-11-01')).toEqual({ from: '2026-10-01', to: '2026-11-01' });
  expect(() => period('2026-02-30', '2026-11-01')).toThrow('"2026-02-30" is no day');
  expect(() => period('01.10.2026', '2026-11-01')).toThrow('"01.10.2026" is no day');
  expect(() => period('2026-11-01', '2026-11-01')).toThrow('has no day');
});
