import { put, remove, rename, together } from '../edits';
import { faultsOf } from '../fault';
import { properties } from '../seeds';

/** Budgets that are refused or never warn, and tags by which nobody finds the costs. */
export const COSTS = faultsOf('costs', [
  ['budget-time-unit', 'a budget by MONTH', properties('Budget/Spending', put('Budget/TimeUnit', 'MONTH'))],
  [
    'budget-type',
    'a budget of a type that does not exist',
    properties('Budget/Spending', put('Budget/BudgetType', 'COSTS')),
  ],
  ['budget-currency', 'a budget in a sign', properties('Budget/Spending', put('Budget/BudgetLimit/Unit', '$'))],
  ['budget-limit-missing', 'a budget without limit', properties('Budget/Spending', remove('Budget/BudgetLimit'))],
  [
    'budget-comparison',
    'a budget with a comparison of alarms',
    properties(
      'Budget/Spending',
      put('NotificationsWithSubscribers/0/Notification/ComparisonOperator', 'GreaterThanThreshold'),
    ),
  ],
  [
    'budget-unheard',
    'a budget that tells nobody',
    properties('Budget/Spending', put('NotificationsWithSubscribers/0/Subscribers', [])),
  ],
  [
    'budget-address',
    'a budget that writes to no address',
    properties(
      'Budget/Spending',
      put('NotificationsWithSubscribers/0/Subscribers/0', { SubscriptionType: 'EMAIL', Address: 'ml-platform' }),
    ),
  ],
  [
    'budget-filter',
    'a budget of a tag as it stands on resources instead of as bills have it',
    properties(
      'Budget/Spending',
      together(
        remove('Budget/FilterExpression'),
        remove('Budget/Metrics'),
        put('Budget/CostFilters', { TagKeyValue: ['ml:project=ml-lifecycle'] }),
      ),
    ),
  ],
  [
    'budget-tag-of-nobody',
    'a budget of a tag that nothing carries',
    properties('Budget/Spending', put('Budget/FilterExpression/And/0/Tags/Values', ['ml-lifecycles'])),
  ],
  [
    'budget-without-forecast',
    'a budget that warns only of what was spent',
    properties('Budget/Spending', remove('NotificationsWithSubscribers/3')),
  ],
  [
    'budget-of-the-account',
    'a budget that counts the whole account',
    properties('Budget/Spending', remove('Budget/FilterExpression')),
  ],
  [
    'budget-without-metrics',
    'a filter whose metrics nobody names',
    properties('Budget/Spending', remove('Budget/Metrics')),
  ],
  ['endpoint-untagged', 'an endpoint without tags', properties('Serving/RealTimeEndpoint', remove('Tags'))],
  [
    'tag-missing',
    'a bucket without its cost center',
    properties('DataLake/StorageRaw', remove('Tags/Key=ml:cost-center')),
  ],
  [
    'tag-misspelt',
    'a tag under another name',
    properties('DataLake/StorageRaw', put('Tags/Key=ml:project/Key', 'ml:Project')),
  ],
  [
    'tag-of-others',
    'a tag with the value of the other environment',
    properties('DataLake/StorageRaw', put('Tags/Key=ml:environment/Value', 'production')),
  ],
  ['tag-empty', 'a tag without value', properties('DataLake/StorageRaw', put('Tags/Key=ml:owner/Value', ''))],
  [
    'tag-of-aws',
    'a tag that belongs to AWS',
    properties('DataLake/StorageRaw', put('Tags/Key=ml:owner/Key', 'aws:owner')),
  ],
  [
    'glue-tag-missing',
    'a Glue job without its project',
    properties('DataPreparation/JobsCurate', remove('Tags/ml:project')),
  ],
  [
    'table-tags-elsewhere',
    'tags of a table where the table does not have them',
    properties('Training/StartStarts', rename('Replicas/0/Tags', 'ResourceTags')),
  ],
]);
