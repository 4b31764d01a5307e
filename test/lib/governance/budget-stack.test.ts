import { Template } from 'aws-cdk-lib/assertions';
import { PHASES } from '../../../lib/config/cost-tags';
import type { EnvironmentConfig } from '../../../lib/config/environment-config';
import { ENVIRONMENTS } from '../../../lib/config/environments';
import { UNTAGGABLE_COSTS } from '../../../lib/governance/untaggable-costs';
import { resources, SYNTHESIZED } from '../../synthesized';
import { givenBudget, givenLifecycle } from './given-governance';

const { governance: SANDBOX } = ENVIRONMENTS.sandbox;
const NOTHING: EnvironmentConfig['governance'] = {
  ...SANDBOX,
  budget: 'none',
  costAnomalies: 'none',
  costCategories: false,
};
const KEYS = ['ml:project', 'ml:environment', 'ml:phase', 'ml:owner', 'ml:cost-center', 'ml:model'];
const STABLE_KEYS = KEYS.filter((key) => !['ml:owner', 'ml:cost-center'].includes(key));
const text = (value: unknown) => JSON.stringify(value);
const keysOf = (tags: unknown) => (tags as { Key: string }[]).map(({ Key }) => Key).sort();

/** The account as CloudFormation would put it in. */
function joined(value: unknown): string {
  if (typeof value === 'string') return value;
  const [, parts] = (value as { 'Fn::Join': [string, unknown[]] })['Fn::Join'];
  return parts.map((part) => (typeof part === 'string' ? part : 'ACCOUNT')).join('');
}

describe.each(SYNTHESIZED)('in $environment', ({ templates, config }) => {
  const [budget] = resources(templates, 'AWS::Budgets::Budget');
  const properties: Record<string, unknown> = budget?.Properties ?? {};
  const { Budget, NotificationsWithSubscribers } = properties as {
    Budget: Record<string, unknown>;
    NotificationsWithSubscribers: { Notification: Record<string, unknown>; Subscribers: object[] }[];
  };

  test('the budget counts what carries the tags of this project and this environment, before credits and refunds', () => {
    expect(Budget.FilterExpression).toEqual({
      And: [
        { Tags: { Key: 'ml:project', Values: [config.project], MatchOptions: ['EQUALS'] } },
        { Tags: { Key: 'ml:environment', Values: [config.environment], MatchOptions: ['EQUALS'] } },
        { Not: { Dimensions: { Key: 'RECORD_TYPE', Values: ['Credit', 'Refund'], MatchOptions: ['EQUALS'] } } },
      ],
    });
    // AWS takes an expression without them, and then has nothing to draw or to forecast from.
    expect(Budget.Metrics).toEqual(['UnblendedCost']);
  });

  test('its limit is the environment’s, in dollars a month', () => {
    const { budget } = config.governance;

    expect(Budget).toMatchObject({
      BudgetType: 'COST',
      TimeUnit: 'MONTHLY',
      BudgetLimit: { Amount: budget === 'none' ? undefined : budget.monthlyDollars, Unit: 'USD' },
    });
    expect(Budget).not.toHaveProperty('BudgetName');
  });

  test('the operators hear at half, at four fifths and at all of it, and when the month is forecast to go beyond', () => {
    expect(
      NotificationsWithSubscribers.map(({ Notification }) => [Notification.NotificationType, Notification.Threshold]),
    ).toEqual([
      ['ACTUAL', 50],
      ['ACTUAL', 80],
      ['ACTUAL', 100],
      ['FORECASTED', 100],
    ]);
    for (const { Notification, Subscribers } of NotificationsWithSubscribers) {
      expect(Notification).toMatchObject({ ComparisonOperator: 'GREATER_THAN', ThresholdType: 'PERCENTAGE' });
      expect(Subscribers).toEqual([{ SubscriptionType: 'SNS', Address: expect.anything() }]);
      expect(text(Subscribers)).toContain('foundation:ExportsOutputRefOperators');
    }
  });

  test('the budget carries the cost tags itself, which the type database does not know of', () => {
    expect(keysOf(properties.ResourceTags)).toEqual([...KEYS].sort());
  });
});

test('the budget is deployed after every other stack: a refusal leaves nothing else undone', () => {
  const { budget, ...others } = givenLifecycle(SANDBOX);

  expect(Object.keys(others).length).toBeGreaterThan(10);
  expect(budget?.dependencies).toEqual(expect.arrayContaining(Object.values(others)));
});

test('without budget, anomalies and categories there is no stack, and no service of theirs may publish', () => {
  const { budget, foundation } = givenLifecycle(NOTHING);

  expect(budget).toBeUndefined();
  expect(text(Template.fromStack(foundation).toJSON())).not.toMatch(/budgets\.amazonaws|costalerts\.amazonaws/);
});

test('a budget alone makes neither anomalies nor categories, which an account may not take', () => {
  const { budget, foundation } = givenBudget({ ...NOTHING, budget: { monthlyDollars: 10 } });

  budget.resourceCountIs('AWS::Budgets::Budget', 1);
  for (const type of ['AnomalyMonitor', 'AnomalySubscription', 'CostCategory'])
    budget.resourceCountIs(`AWS::CE::${type}`, 0);
  expect(text(foundation.toJSON())).not.toContain('costalerts.amazonaws.com');
});

test('who publishes about costs may, for this account alone, through the topic and through its key', () => {
  const { foundation } = givenBudget({ ...SANDBOX, costAnomalies: { leastDollars: 5 } });
  const statementsFor = (service: string, type: string, policy: string) =>
    Object.values(foundation.findResources(type))
      .flatMap(({ Properties }) => Properties[policy].Statement)
      .filter(({ Principal }) => [Principal.Service].flat().includes(service));

  const Condition = { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } };
  for (const service of ['budgets.amazonaws.com', 'costalerts.amazonaws.com']) {
    expect(statementsFor(service, 'AWS::SNS::TopicPolicy', 'PolicyDocument')).toMatchObject([
      { Action: 'sns:Publish', Condition },
    ]);
    expect(statementsFor(service, 'AWS::KMS::Key', 'KeyPolicy')).toMatchObject([
      { Action: ['kms:Decrypt', 'kms:GenerateDataKey*'], Condition },
    ]);
  }
});

describe('with anomalies', () => {
  const { budget } = givenBudget({ ...NOTHING, costAnomalies: { leastDollars: 5 } });
  const [monitor] = Object.values(budget.findResources('AWS::CE::AnomalyMonitor'));
  const [subscription] = Object.values(budget.findResources('AWS::CE::AnomalySubscription'));

  test('a monitor of our own watches the project, beside one of the account', () => {
    expect(monitor?.Properties).toMatchObject({ MonitorName: 'ml-lifecycle-sandbox-costs', MonitorType: 'CUSTOM' });
    expect(monitor?.Properties).not.toHaveProperty('MonitorDimension');
    expect(JSON.parse(monitor?.Properties.MonitorSpecification)).toEqual({
      Tags: { Key: 'ml:project', Values: ['ml-lifecycle'] },
    });
  });

  test('the operators hear at once of what costs at least so much, and of nothing less', () => {
    expect(subscription?.Properties).toMatchObject({ Frequency: 'IMMEDIATE', Subscribers: [{ Type: 'SNS' }] });
    expect(text(subscription?.Properties.Subscribers)).toContain('ExportsOutputRefOperators');
    expect(subscription?.Properties).not.toHaveProperty('Threshold');
    expect(JSON.parse(subscription?.Properties.ThresholdExpression)).toEqual({
      Dimensions: { Key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE', MatchOptions: ['GREATER_THAN_OR_EQUAL'], Values: ['5'] },
    });
  });

  test('both carry the tags that never change, since another tag replaces them', () => {
    for (const { Properties } of [monitor, subscription].filter((each) => each !== undefined))
      expect(keysOf(Properties.ResourceTags)).toEqual([...STABLE_KEYS].sort());
  });
});

describe('with categories', () => {
  const { budget } = givenBudget({ ...NOTHING, costCategories: true });
  const [category] = Object.values(budget.findResources('AWS::CE::CostCategory'));
  const rules = JSON.parse(joined(category?.Properties.Rules)) as { Value: string; Type: string; Rule: object }[];
  const split = JSON.parse(joined(category?.Properties.SplitChargeRules));

  test('every phase has what carries its tags, before anything else is asked', () => {
    expect(rules.slice(0, PHASES.length).map(({ Value }) => Value)).toEqual([...PHASES]);
    expect(rules.find(({ Value }) => Value === 'training')).toEqual({
      Value: 'training',
      Type: 'REGULAR',
      Rule: {
        And: [
          { Tags: { Key: 'ml:project', Values: ['ml-lifecycle'], MatchOptions: ['EQUALS'] } },
          { Tags: { Key: 'ml:environment', Values: ['sandbox'], MatchOptions: ['EQUALS'] } },
          { Tags: { Key: 'ml:phase', Values: ['training'], MatchOptions: ['EQUALS'] } },
        ],
      },
    });
  });

  test('every untaggable cost of this account, and of no other, is kept apart by service, usage type or kind', () => {
    const untaggable = rules.slice(PHASES.length);

    expect(untaggable.map(({ Value }) => Value)).toEqual(UNTAGGABLE_COSTS.map(() => 'untaggable'));
    for (const { Rule } of untaggable) expect(text(Rule)).toContain('{"Key":"LINKED_ACCOUNT","Values":["ACCOUNT"]');
    expect(untaggable[0]?.Rule).toEqual({
      And: [
        { Dimensions: { Key: 'LINKED_ACCOUNT', Values: ['ACCOUNT'], MatchOptions: ['EQUALS'] } },
        { Dimensions: { Key: 'SERVICE_CODE', Values: ['AWSGlue'], MatchOptions: ['EQUALS'] } },
        {
          Dimensions: {
            Key: 'USAGE_TYPE',
            Values: ['Catalog-Request', 'Catalog-Storage'],
            MatchOptions: ['ENDS_WITH'],
          },
        },
      ],
    });
    expect(untaggable.at(-1)?.Rule).toMatchObject({
      And: [{}, { Dimensions: { Key: 'RECORD_TYPE', Values: ['Tax'], MatchOptions: ['EQUALS'] } }],
    });
  });

  test('it is shared out among the phases in proportion to what they cost', () => {
    expect(split).toEqual([{ Source: 'untaggable', Targets: [...PHASES], Method: 'PROPORTIONAL' }]);
  });

  test('its name and values are of signs that AWS takes', () => {
    const names = [category?.Properties.Name, ...rules.map(({ Value }) => Value)];
    for (const name of names) expect(name).toMatch(/^(?! )[\p{L}\p{N}\p{Z}_-]{1,50}(?<! )$/u);
    expect(keysOf(category?.Properties.Tags)).toEqual([...KEYS].sort());
  });
});
