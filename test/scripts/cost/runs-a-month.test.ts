import { brief } from '../../../scripts/cost/quantity';
import { runsAMonth } from '../../../scripts/cost/runs-a-month';

// A month has 730 hours, which are 30 days and 10 hours.
test.each([
  ['rate(1 hour)', '730'],
  ['rate(5 minutes)', '8760'],
  ['rate(2 days)', '15.208333'],
  ['cron(0 3 * * ? *)', '30.416667'],
  ['cron(0 5 ? * * *)', '30.416667'],
  ['cron(0 * * * ? *)', '730'],
  ['cron(0/15 8-17 * * ? *)', '1216.666667'],
  ['cron(30 6 ? * MON *)', '4.345238'],
  ['cron(30 6 ? * MON-FRI *)', '21.72619'],
  ['cron(0 6 1,15 * ? *)', '2'],
  ['cron(0 6 1 JAN,JUL ? *)', '0.166667'],
  ['cron(0 3 */30 * ? *)', '1.013889'],
])('%s comes %s times a month', (expression, times) => {
  const runs = runsAMonth(expression);

  expect(runs && brief(runs)).toBe(times);
});

test.each(['at(2026-01-01T00:00:00)', 'rate(1 week)', 'cron(0 3 * *)', ''])('%j comes round no more', (expression) => {
  expect(runsAMonth(expression)).toBeUndefined();
});
