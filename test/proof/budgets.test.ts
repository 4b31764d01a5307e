import { budgetNotifications } from '../../scripts/proof/checks/budget-notifications';
import { budgets } from '../../scripts/proof/checks/budgets';
import { findWhen } from './broken';
import { holds, idOf, type Json } from './finds';

const OPERATORS = 'AWS::SNS::Topic';
const notification = (type: string) => ({
  Notification: {
    NotificationType: type,
    ComparisonOperator: 'GREATER_THAN',
    Threshold: 80,
    ThresholdType: 'PERCENTAGE',
  },
  Subscribers: [{ SubscriptionType: 'EMAIL', Address: 'ml-platform@example.com' }],
});
const right = (): Json => ({
  Budget: {
    BudgetType: 'COST',
    TimeUnit: 'MONTHLY',
    BudgetLimit: { Amount: 100, Unit: 'USD' },
    CostFilters: { TagKeyValue: ['user:ml:project$ml-lifecycle'] },
  },
  NotificationsWithSubscribers: [notification('ACTUAL'), notification('FORECASTED')],
});

/** What is found of a budget beside the topic of the operators. */
function found(change: (budget: Json, template: Json) => void): string {
  const add = (_: Json, template: Json) => {
    const Properties = right();
    change(Properties, template);
    template.Resources.Spending = { Type: 'AWS::Budgets::Budget', Properties };
  };
  const findings = [budgetNotifications, budgets].flatMap((check) => findWhen(check, OPERATORS, add));
  return findings
    .filter(({ logicalId }) => logicalId === 'Spending')
    .map(({ message }) => message)
    .join('\n');
}

holds([budgetNotifications, budgets]);

test('a budget that is right has no findings', () => {
  expect(found(() => {})).toBe('');
});

test('a filter may stand in an expression', () => {
  const FilterExpression = { And: [{ Tags: { Key: 'ml:project', Values: ['ml-lifecycle'] } }] };
  expect(
    found(({ Budget }) => {
      Budget.FilterExpression = FilterExpression;
      Budget.Metrics = ['UnblendedCost'];
      delete Budget.CostFilters;
    }),
  ).toBe('');
});

test('an expression needs its metrics, and no filters of the former kind beside it', () => {
  const expression = { Tags: { Key: 'ml:project', Values: ['ml-lifecycle'] } };
  const messages = found(({ Budget }) => {
    Budget.FilterExpression = expression;
  });
  expect(messages).toMatch(/no Metrics/);
  expect(messages).toMatch(/takes one of them/);
});

test.each<[string, (budget: Json) => void, RegExp]>([
  ['a time unit that does not exist', ({ Budget }) => (Budget.TimeUnit = 'WEEKLY'), /TimeUnit is WEEKLY/],
  ['a type that does not exist', ({ Budget }) => (Budget.BudgetType = 'Cost'), /BudgetType is Cost/],
  ['no limit', ({ Budget }) => delete Budget.BudgetLimit, /no BudgetLimit/],
  ['a limit of nothing', ({ Budget }) => (Budget.BudgetLimit.Amount = 0), /Amount is 0/],
  ['a limit in no currency', ({ Budget }) => (Budget.BudgetLimit.Unit = 'dollars'), /Unit is dollars/],
  ['no filter', ({ Budget }) => delete Budget.CostFilters, /counts the whole account/],
  [
    'a filter that does not exist',
    ({ Budget }) => (Budget.CostFilters.Tags = ['x']),
    /CostFilters has Tags, which AWS Budgets does not know/,
  ],
  [
    'a tag without the prefix of users',
    ({ Budget }) => (Budget.CostFilters.TagKeyValue = ['ml:project$ml-lifecycle']),
    /expected a tag as user:key/,
  ],
  [
    'a key that nothing carries',
    ({ Budget }) => (Budget.CostFilters.TagKeyValue = ['user:project$ml-lifecycle']),
    /that nothing in the templates carries/,
  ],
  [
    'a value in an expression that nothing carries',
    ({ Budget }) => (Budget.FilterExpression = { Tags: { Key: 'ml:project', Values: ['lifecycle'] } }),
    /that nothing in the templates carries/,
  ],
  ['no forecast', (budget) => budget.NotificationsWithSubscribers.pop(), /nothing that is forecast/],
  ['no notice of what was spent', (budget) => budget.NotificationsWithSubscribers.shift(), /nothing that was spent/],
  ['a forecast of days', ({ Budget }) => (Budget.TimeUnit = 'DAILY'), /which DAILY budgets do not have/],
  [
    'the same twice',
    (budget) => budget.NotificationsWithSubscribers.push(notification('ACTUAL')),
    /has a notification twice/,
  ],
  [
    'a threshold of nothing',
    (budget) => (budget.NotificationsWithSubscribers[0].Notification.Threshold = 0),
    /Threshold is 0/,
  ],
  [
    'a comparison of alarms',
    (budget) => (budget.NotificationsWithSubscribers[0].Notification.ComparisonOperator = 'GreaterThanThreshold'),
    /ComparisonOperator is GreaterThanThreshold/,
  ],
  ['nobody', (budget) => (budget.NotificationsWithSubscribers[0].Subscribers = []), /has no Subscribers/],
  [
    'no address',
    (budget) => (budget.NotificationsWithSubscribers[0].Subscribers[0].Address = 'ml-platform'),
    /writes to ml-platform/,
  ],
  [
    'a way that does not exist',
    (budget) => (budget.NotificationsWithSubscribers[0].Subscribers[0].SubscriptionType = 'SMS'),
    /SubscriptionType is SMS/,
  ],
  [
    'a topic that no template has',
    (budget) =>
      (budget.NotificationsWithSubscribers[0].Subscribers = [
        { SubscriptionType: 'SNS', Address: 'arn:aws:sns:us-east-1:111111111111:spending' },
      ]),
    /a topic of no template/,
  ],
])('%s is found', (_, change, message) => {
  expect(found(change)).toMatch(message);
});

describe('a topic', () => {
  const told = (change: (template: Json) => void) =>
    found((budget, template) => {
      const topic = idOf(template, OPERATORS);
      for (const each of budget.NotificationsWithSubscribers)
        each.Subscribers = [{ SubscriptionType: 'SNS', Address: { Ref: topic } }];
      template.Resources.Open = {
        Type: 'AWS::SNS::TopicPolicy',
        Properties: {
          Topics: [{ Ref: topic }],
          PolicyDocument: {
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 'budgets.amazonaws.com' },
                Action: 'sns:Publish',
                Resource: { Ref: topic },
              },
            ],
          },
        },
      };
      const key = Object.values<Json>(template.Resources).find(({ Type }) => Type === 'AWS::KMS::Key');
      key?.Properties.KeyPolicy.Statement.push({
        Effect: 'Allow',
        Principal: { Service: 'budgets.amazonaws.com' },
        Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        Resource: '*',
      });
      change(template);
    });

  test('that lets budgets in hears them', () => {
    expect(told(() => {})).toBe('');
  });

  test('that does not is found', () => {
    const closed = told(({ Resources }) => {
      for (const { Type, Properties } of Object.values<Json>(Resources))
        if (Type === 'AWS::SNS::TopicPolicy')
          Properties.PolicyDocument.Statement = Properties.PolicyDocument.Statement.filter(
            (each: Json) => !JSON.stringify(each).includes('budgets'),
          );
    });
    expect(closed).toMatch(/lets budgets.amazonaws.com publish/);
  });

  test('with a key that does not is found', () => {
    const closed = told(({ Resources }) => {
      for (const { Type, Properties } of Object.values<Json>(Resources))
        if (Type === 'AWS::KMS::Key')
          Properties.KeyPolicy.Statement = Properties.KeyPolicy.Statement.filter(
            (each: Json) => !JSON.stringify(each).includes('budgets'),
          );
    });
    expect(closed).toMatch(/does not allow budgets.amazonaws.com kms:Decrypt/);
  });
});
