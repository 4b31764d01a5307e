/** What AWS Budgets takes. Source: API reference, data types `Budget`, `Notification`, `Subscriber`; user guide, "Creating a budget". */
export const BUDGET_TYPES = [
  'USAGE',
  'COST',
  'RI_UTILIZATION',
  'RI_COVERAGE',
  'SAVINGS_PLANS_UTILIZATION',
  'SAVINGS_PLANS_COVERAGE',
];
export const TIME_UNITS = ['DAILY', 'MONTHLY', 'QUARTERLY', 'ANNUALLY', 'CUSTOM'];
/** Units without a forecast. */
export const NOT_FORECAST = ['DAILY'];
export const NOTIFICATION_TYPES = ['ACTUAL', 'FORECASTED'];
export const COMPARISONS = ['GREATER_THAN', 'LESS_THAN', 'EQUAL_TO'];
export const THRESHOLD_TYPES = ['PERCENTAGE', 'ABSOLUTE_VALUE'];
export const MOST_NOTIFICATIONS = 10;
/** Per notification: ten addresses and one topic. */
export const MOST_SUBSCRIBERS: Readonly<Record<string, number>> = { EMAIL: 10, SNS: 1 };
/** Names of dimensions in `CostFilters`. */
export const FILTERS = [
  'AZ',
  'BillingEntity',
  'CostCategory',
  'InstanceType',
  'InvoicingEntity',
  'LegalEntityName',
  'LinkedAccount',
  'Operation',
  'PurchaseType',
  'Region',
  'Service',
  'TagKeyValue',
  'UsageType',
  'UsageTypeGroup',
];
