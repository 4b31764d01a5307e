import { checkEnvironment } from '../../../lib/config/check-environment';
import { ENVIRONMENTS } from '../../../lib/config/environments';
import type { OfficeHours } from '../../../lib/config/office-hours';

const { sandbox } = ENVIRONMENTS;
const WEEK: OfficeHours = {
  from: '08:00',
  to: '18:30',
  timeZone: 'Europe/Berlin',
  weekdays: ['MON', 'TUE', 'WED', 'THU', 'FRI'],
};

const checked = (realTime: Partial<typeof sandbox.serving.realTime>) => () =>
  checkEnvironment({
    ...sandbox,
    serving: { ...sandbox.serving, realTime: { ...sandbox.serving.realTime, ...realTime } },
  });

test('office hours of a week and a time of idleness can be deployed, together or alone', () => {
  expect(checked({ officeHours: WEEK })).not.toThrow();
  expect(checked({ officeHours: { ...WEEK, timeZone: 'UTC' }, parkWhenIdleHours: undefined })).not.toThrow();
});

test.each<[string, Partial<OfficeHours>, RegExp]>([
  ['an hour that no day has', { from: '24:00' }, /officeHours\.from: found "24:00".*08:00/],
  ['an hour without minutes', { to: '18' }, /officeHours\.to: found "18".*08:00/],
  ['a night', { from: '22:00', to: '06:00' }, /officeHours\.to: found "06:00"; give a time after 22:00/],
  ['no time at all', { to: '08:00' }, /officeHours\.to: found "08:00"; give a time after 08:00/],
  [
    'a zone that nobody knows',
    { timeZone: 'Europe/Atlantis' },
    /officeHours\.timeZone: found "Europe\/Atlantis".*Berlin/,
  ],
  ['an offset, which is no zone', { timeZone: '+01:00' }, /officeHours\.timeZone: found "\+01:00"/],
  ['no day', { weekdays: [] }, /officeHours\.weekdays: found \[\].*MON/],
  ['a day of another language', { weekdays: ['LUN'] as never }, /officeHours\.weekdays: found \["LUN"\].*MON/],
  ['a day twice', { weekdays: ['MON', 'MON'] }, /officeHours\.weekdays: .*each day once/],
])('%s is refused with field, value and way out', (_what, change, message) => {
  expect(checked({ officeHours: { ...WEEK, ...change } })).toThrow(message);
});

test.each([0, -1, 1.5, 73, Number.NaN])('an endpoint is not parked after %d idle hours', (hours) => {
  expect(checked({ parkWhenIdleHours: hours })).toThrow(/serving\.realTime\.parkWhenIdleHours: found/);
});
