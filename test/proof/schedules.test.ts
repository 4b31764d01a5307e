import { scheduleExpressions } from '../../scripts/proof/checks/schedule-expressions';
import { scheduleFault } from '../../scripts/proof/schedule-expression';
import { beside, finds, holds, set } from './finds';

const RULE = 'AWS::Events::Rule';
const DAILY = { id: /Daily|Morning/ };
const at = (expression: string) => set('Properties.ScheduleExpression', expression);
const schedule = (ScheduleExpression: string) =>
  beside(() => ({ Type: 'AWS::Scheduler::Schedule', Properties: { ScheduleExpression } }));

describe('in the product', () => {
  holds([scheduleExpressions]);
});

describe('a schedule that never comes is found:', () => {
  finds(scheduleExpressions, [
    ['of a rule', RULE, at('cron(0 25 * * ? *)'), /hour is "25"/, DAILY],
    ['once, of a rule', RULE, at('at(2026-01-01T00:00:00)'), /no single moment/, DAILY],
    ['of a schedule', RULE, schedule('cron(0 12 31 2 ? *)'), /day 31 of month 2/],
    ['once, of a schedule', RULE, schedule('at(2026-13-01T00:00:00)'), /no moment/],
    ['without a notation', RULE, at('0 1 * * ? *'), /neither cron/, DAILY],
  ]);
});

describe('a schedule', () => {
  test.each([
    ['cron(60 1 * * ? *)', /minute is "60"/],
    ['cron(0 24 * * ? *)', /hour is "24"/],
    ['cron(0 1 32 * ? *)', /day of the month is "32"/],
    ['cron(0 1 0 * ? *)', /day of the month is "0"/],
    ['cron(0 1 * 13 ? *)', /month is "13"/],
    ['cron(0 1 ? * 0 *)', /day of the week is "0"/],
    ['cron(0 1 ? * MONDAY *)', /day of the week is "MONDAY"/],
    ['cron(0 1 * * ? 1969)', /year is "1969"/],
    ['cron(0 1 * * * *)', /one of the two kinds of days/],
    ['cron(0 1 ? * ? *)', /one of the two kinds of days/],
    ['cron(0 1 * *)', /has 4 fields/],
    ['cron(0/0 1 * * ? *)', /minute is "0\/0"/],
    ['cron(0 1-2-3 * * ? *)', /hour is "1-2-3"/],
    ['cron(0 1 31 APR ? *)', /never/],
    ['rate(0 hours)', /no rate/],
    ['rate(1 hours)', /1 hour$|has to be 1 hour/],
    ['rate(5 minute)', /has to be 5 minutes/],
    ['rate(2 weeks)', /no rate/],
    ['every day', /neither/],
  ])('%s is none', (expression, said) => {
    expect(scheduleFault(expression)).toMatch(said);
  });

  test.each([
    'cron(0 1 * * ? *)',
    'cron(0/15 8-18 ? * MON-FRI *)',
    'cron(0 9 L * ? *)',
    'cron(0 9 1W JAN,JUL ? 2026-2030)',
    'cron(30 6 ? * 2#1 *)',
    'cron(0 0 29 2 ? *)',
    'cron(0 */6 * * ? *)',
    'rate(1 hour)',
    'rate(12 hours)',
    'at(2026-11-21T20:00:00)',
  ])('%s is one', (expression) => {
    expect(scheduleFault(expression)).toBeUndefined();
  });
});
