/**
 * What the body of a dashboard may hold, by type of widget. Source: CloudWatch API reference, "Dashboard Body Structure and
 * Syntax"; what it does not read it leaves out of the picture without a word.
 */
export const WIDGET_KEYS: Readonly<Record<string, readonly string[]>> = {
  alarm: 'alarms sortBy states title'.split(' '),
  custom: 'endpoint params title updateOn'.split(' '),
  explorer: 'aggregateBy labels metrics period region splitBy title widgetOptions'.split(' '),
  log: 'accountId legend logGroups query queryBy queryLanguage region stacked title view yAxis'.split(' '),
  metric:
    'accountId annotations end labels legend liveData metrics period region setPeriodToTimeRange singleValueFullPrecision sparkline stacked start stat table timezone title trend view yAxis'.split(
      ' ',
    ),
  text: 'background markdown'.split(' '),
};

/** What stands at the end of a metric's row. */
export const ROW_KEYS = 'accountId color expression id label period region searchAccount stat visible yAxis'.split(' ');

export const BODY_KEYS = 'end periodOverride start variables widgets'.split(' ');
export const FRAME_KEYS = 'height properties type width x y'.split(' ');

export const VIEWS: Readonly<Record<string, readonly string[]>> = {
  metric: 'timeSeries singleValue gauge bar pie table'.split(' '),
  log: 'table timeSeries bar pie'.split(' '),
};

/** CloudWatch user guide, "CloudWatch statistics definitions". */
export const STATISTIC =
  /^(SampleCount|Average|Sum|Minimum|Maximum|IQM|p100|(p|tm|tc|ts|wm)\d{1,2}(\.\d{1,10})?|(TM|TC|TS|WM|PR)\([\d.]*%?:[\d.]*%?\))$/;
