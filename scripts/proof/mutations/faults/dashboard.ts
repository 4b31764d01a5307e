import { put, remove, rename, reword } from '../edits';
import { faultsOf } from '../fault';
import { definition, properties } from '../seeds';

const DASHBOARD = 'Operations/Dashboard';

/** A dashboard that CloudWatch refuses, or that shows nothing. */
export const DASHBOARDS = faultsOf('dashboard', [
  [
    'widget-type',
    'a widget of a type that does not exist',
    definition(DASHBOARD, put('widgets/type=metric/type', 'graph')),
  ],
  ['too-wide', 'a widget wider than the grid', definition(DASHBOARD, put('widgets/type=alarm/width', 36))],
  ['without-metrics', 'a graph of nothing', definition(DASHBOARD, remove('widgets/type=metric/properties/metrics'))],
  ['region-missing', 'a graph without region', definition(DASHBOARD, remove('widgets/type=metric/properties/region'))],
  [
    'alarm-unknown',
    'an alarm that no template has',
    definition(
      DASHBOARD,
      put('widgets/type=alarm/properties/alarms/0', 'arn:aws:cloudwatch:us-east-1:111111111111:alarm:churn'),
    ),
  ],
  [
    'metric-misspelt',
    'a metric that does not exist',
    definition(DASHBOARD, reword('widgets', '5XXError', '5xxErrors')),
  ],
  [
    'namespace-misspelt',
    'a namespace that does not exist',
    definition(DASHBOARD, reword('widgets', 'AWS/ApiGateway', 'AWS/APIGateway')),
  ],
  [
    'api-unknown',
    'an API that no template has',
    definition(DASHBOARD, reword('widgets', 'sandbox-prediction', 'sandbox-predictions')),
  ],
  ['statistic', 'a statistic that does not exist', definition(DASHBOARD, reword('widgets', 'Sum', 'Total'))],
  [
    'key-misspelt',
    'a graph with what is not read',
    definition(DASHBOARD, rename('widgets/type=metric/properties/view', 'display')),
  ],
  ['broken', 'a body that is no JSON', properties(DASHBOARD, reword('DashboardBody', '"widgets":[', '"widgets":'))],
]);
