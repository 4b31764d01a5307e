import { put, remove, rename } from '../edits';
import type { Seed } from '../fault';
import { faultsOf } from '../fault';
import type { JsonObject } from '../json';
import { added, properties, TAGS } from '../seeds';

const BUDGET: JsonObject = {
  Type: 'AWS::Budgets::Budget',
  Properties: {
    Budget: {
      BudgetType: 'COST',
      TimeUnit: 'MONTHLY',
      BudgetLimit: { Amount: 100, Unit: 'USD' },
      CostFilters: { TagKeyValue: ['user:ml:project$ml-lifecycle'] },
    },
    NotificationsWithSubscribers: [
      {
        Notification: {
          NotificationType: 'ACTUAL',
          ComparisonOperator: 'GREATER_THAN',
          Threshold: 80,
          ThresholdType: 'PERCENTAGE',
        },
        Subscribers: [{ SubscriptionType: 'EMAIL', Address: 'ml-platform@example.com' }],
      },
      {
        Notification: {
          NotificationType: 'FORECASTED',
          ComparisonOperator: 'GREATER_THAN',
          Threshold: 100,
          ThresholdType: 'PERCENTAGE',
        },
        Subscribers: [{ SubscriptionType: 'EMAIL', Address: 'ml-platform@example.com' }],
      },
    ],
    ResourceTags: TAGS,
  },
};
/** We have no budget yet: faults are seeded into one that is right. */
const given: Seed = added('Operations/Spending', BUDGET);
const inBudget = { given };

/** Budgets that are refused or never warn, and tags by which nobody finds the costs. */
export const COSTS = faultsOf('costs', [
  [
    'budget-time-unit',
    'a budget by MONTH',
    properties('Operations/Spending', put('Budget/TimeUnit', 'MONTH')),
    inBudget,
  ],
  [
    'budget-type',
    'a budget of a type that does not exist',
    properties('Operations/Spending', put('Budget/BudgetType', 'COSTS')),
    inBudget,
  ],
  [
    'budget-currency',
    'a budget in a sign',
    properties('Operations/Spending', put('Budget/BudgetLimit/Unit', '$')),
    inBudget,
  ],
  [
    'budget-limit-missing',
    'a budget without limit',
    properties('Operations/Spending', remove('Budget/BudgetLimit')),
    inBudget,
  ],
  [
    'budget-comparison',
    'a budget with a comparison of alarms',
    properties(
      'Operations/Spending',
      put('NotificationsWithSubscribers/0/Notification/ComparisonOperator', 'GreaterThanThreshold'),
    ),
    inBudget,
  ],
  [
    'budget-unheard',
    'a budget that tells nobody',
    properties('Operations/Spending', put('NotificationsWithSubscribers/0/Subscribers', [])),
    inBudget,
  ],
  [
    'budget-address',
    'a budget that writes to no address',
    properties('Operations/Spending', put('NotificationsWithSubscribers/0/Subscribers/0/Address', 'ml-platform')),
    inBudget,
  ],
  [
    'budget-filter',
    'a budget of a tag as it stands on resources instead of as bills have it',
    properties('Operations/Spending', put('Budget/CostFilters/TagKeyValue', ['ml:project=ml-lifecycle'])),
    inBudget,
  ],
  [
    'budget-tag-of-nobody',
    'a budget of a tag that nothing carries',
    properties('Operations/Spending', put('Budget/CostFilters/TagKeyValue', ['user:ml:project$ml-lifecycles'])),
    inBudget,
  ],
  [
    'budget-without-forecast',
    'a budget that warns only of what was spent',
    properties('Operations/Spending', remove('NotificationsWithSubscribers/1')),
    inBudget,
  ],
  [
    'budget-of-the-account',
    'a budget that counts the whole account',
    properties('Operations/Spending', remove('Budget/CostFilters')),
    inBudget,
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
