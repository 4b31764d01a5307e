import { dashboardWidgets } from '../../scripts/proof/checks/dashboard-widgets';
import { STATISTIC } from '../../scripts/proof/facts/dashboard-keys';
import { type Change, finds, holds } from './finds';

const DASHBOARD = 'AWS::CloudWatch::Dashboard';

/** Another text in the body's own words; what is filled in stays. */
const says =
  (from: string, to: string): Change =>
  ({ Properties }) => {
    const parts: unknown[] = Properties.DashboardBody['Fn::Join'][1];
    const place = parts.findIndex((part) => typeof part === 'string' && part.includes(from));
    if (place < 0) throw new Error(`the dashboard does not say ${from}`);
    parts[place] = String(parts[place]).replace(from, () => to);
  };

describe('in the product', () => {
  holds([dashboardWidgets]);
});

describe('what CloudWatch does not read of a dashboard is found:', () => {
  finds(dashboardWidgets, [
    ['a key of the body', DASHBOARD, says('"start":', '"from":'), /dashboard has from,/],
    ['a key of a widget', DASHBOARD, says('"height":', '"Height":'), /it has Height,/],
    ['a key of a graph', DASHBOARD, says('"view":', '"display":'), /it has display,/],
    ['a key of a list of alarms', DASHBOARD, says('"title":"What', '"name":"What'), /it has name,/],
    ['a key of a text', DASHBOARD, says('"background":', '"color":'), /it has color,/],
    ['a key of a metric', DASHBOARD, says('"stat":', '"statistic":'), /a metric of it has statistic,/],
    ['a view', DASHBOARD, says('"timeSeries"', '"line"'), /its view is line/],
    ['a statistic', DASHBOARD, says('"stat":"Sum"', '"stat":"Total"'), /Total is no statistic/],
    [
      'a statistic in small letters',
      DASHBOARD,
      says('"stat":"Maximum"', '"stat":"maximum"'),
      /maximum is no statistic/,
    ],
    ['a percentile beyond all', DASHBOARD, says('"stat":"p50"', '"stat":"p500"'), /p500 is no statistic/],
    ['a period', DASHBOARD, says('"period":86400', '"period":90'), /a period is 90 seconds/],
    ['a namespace', DASHBOARD, says('"AWS/ApiGateway"', '"AWS/APIGateway"'), /AWS\/APIGateway, a namespace/],
    ['a namespace in small letters', DASHBOARD, says('"AWS/SQS"', '"aws/sqs"'), /aws\/sqs, a namespace/],
  ]);
});

test('CloudWatch knows more statistics than five', () => {
  const known = ['Average', 'SampleCount', 'IQM', 'p99', 'p99.9', 'p100', 'tm90', 'wm98', 'TM(10%:90%)', 'PR(:300)'];
  expect(known.filter((each) => !STATISTIC.test(each))).toEqual([]);
  expect(['average', 'p', 'p101', 'Median', 'TM(10%)', ''].filter((each) => STATISTIC.test(each))).toEqual([]);
});
