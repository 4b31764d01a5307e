import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';
import type { OperatorsTopic } from '../foundation/operators-topic';
import { PhaseStack } from '../shared/phase-stack';

export interface SpendingBudgetProps {
  readonly monthlyDollars: number;
  readonly operators: OperatorsTopic;
}

/** Percent of the budget at which the operators hear of it; AWS keeps five notifications a budget. */
const SPENT = [50, 80, 100];
const FORECAST = [100];

/**
 * Tells the operators in time what this environment spends in a month, before credits and refunds: they end. It stops
 * nothing, and sees what is tagged only once the tags are active.
 */
export class SpendingBudget extends Construct {
  public constructor(scope: Construct, id: string, { monthlyDollars, operators }: SpendingBudgetProps) {
    super(scope, id);
    const { costTags } = PhaseStack.of(this);
    const counted = (['ml:project', 'ml:environment'] as const).map((key) => ({
      tags: { key, values: [costTags[key]], matchOptions: ['EQUALS'] },
    }));
    const given = { dimensions: { key: 'RECORD_TYPE', values: ['Credit', 'Refund'], matchOptions: ['EQUALS'] } };
    const subscribers = [{ subscriptionType: 'SNS', address: operators.topicArn }];
    const notifications = [
      ...SPENT.map((threshold) => ({ notificationType: 'ACTUAL', threshold })),
      ...FORECAST.map((threshold) => ({ notificationType: 'FORECASTED', threshold })),
    ];
    operators.admitPublisher('budgets.amazonaws.com');
    // Without a name: a change of the notifications replaces the budget, and two of one name cannot be.
    new CfnBudget(this, 'Resource', {
      budget: {
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: monthlyDollars, unit: 'USD' },
        filterExpression: { and: [...counted, { not: given }] },
        // An expression without metrics makes a budget that cannot be drawn.
        metrics: ['UnblendedCost'],
      },
      notificationsWithSubscribers: notifications.map((notification) => ({
        notification: { ...notification, comparisonOperator: 'GREATER_THAN', thresholdType: 'PERCENTAGE' },
        subscribers,
      })),
    });
  }
}
