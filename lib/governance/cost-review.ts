import { Duration, Stack } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import {
  COST_EXPLORER_REQUESTS,
  COST_PER_PREDICTION,
  COST_PER_USER,
  DEVELOPMENT_COST,
  type Environment,
  PROJECT_COST,
  RETURN_ON_INVESTMENT,
  RUNNING_COST,
  VALUE_EARNED,
} from '../../lambda/governance/review-cost/environment';
import type { TAG_KEYS } from '../config/cost-tags';
import type { LakeStorage } from '../data-lake/lake-storage';
import type { DeadLetterQueue } from '../shared/dead-letter-queue';
import { LambdaFunction } from '../shared/lambda-function';
import { OwnSignal } from '../shared/own-signal';
import { PhaseStack } from '../shared/phase-stack';

export interface CostReviewProps {
  readonly storage: LakeStorage;
  readonly deadLetters: DeadLetterQueue;
}

/** What tells this lifecycle's costs from others in the account, and its phases from one another. */
const [OURS, PHASE] = [['ml:project', 'ml:environment'], 'ml:phase'] as const satisfies readonly [
  readonly (typeof TAG_KEYS)[number][],
  (typeof TAG_KEYS)[number],
];

/**
 * Every week joins the bill with what the model did and what that was worth, of the week and of the month to date: kept
 * beside the monitors' reports, the week's numbers published. Each review makes a few requests that cost a cent each.
 */
export class CostReview extends Construct {
  private readonly function: LambdaFunction;

  public constructor(scope: Construct, id: string, { storage, deadLetters }: CostReviewProps) {
    super(scope, id);
    const stack = PhaseStack.of(this);
    const reviews = storage.monitoring.folder('cost-reviews');
    const description = 'Reviews what the lifecycle cost and what it earned';
    const billingView = Stack.of(this).formatArn({
      service: 'billing',
      region: '',
      resource: 'billingview',
      resourceName: 'primary',
    });
    this.function = new LambdaFunction(this, 'Function', {
      handler: 'governance/review-cost',
      description,
      environment: {
        COST_TAGS: JSON.stringify(Object.fromEntries(OURS.map((key) => [key, stack.costTags[key]]))),
        PHASE_TAG: PHASE,
        BILLING_VIEW: billingView,
        PREDICTIONS_URI: storage.predictions.uri,
        OUTCOMES_URI: storage.outcomes.uri,
        REVIEWS_URI: reviews.uri,
        SIGNAL_NAMESPACE: stack.fixedName(),
      } satisfies Environment,
      // Reads two logs of a million lines at most, twice.
      timeout: Duration.minutes(15),
      memoryMegabytes: 1024,
      onFailure: deadLetters,
    });
    storage.predictions.grantRead(this.function);
    storage.outcomes.grantRead(this.function);
    reviews.grantWrite(this.function);
    new OwnSignal(this, PROJECT_COST).grantPublish(this.function);
    for (const [action, resource] of [
      ['ce:GetCostAndUsage', billingView],
      // Knows no resource.
      ['ce:ListCostAllocationTags', '*'],
    ] as const)
      this.function.addToRolePolicy(new PolicyStatement({ actions: [action], resources: [resource] }));
    new Rule(this, 'Weekly', {
      description,
      // AWS has billed a Sunday by Wednesday.
      schedule: Schedule.cron({ weekDay: 'WED', hour: '6', minute: '0' }),
      targets: [
        new LambdaTarget(this.function, {
          deadLetterQueue: deadLetters,
          retryAttempts: 24,
          maxEventAge: Duration.hours(24),
        }),
      ],
    });
  }

  /** Development, running and all costs of the last full week, in the bill's currency. */
  public metricsCosts(): readonly IMetric[] {
    return [DEVELOPMENT_COST, RUNNING_COST, PROJECT_COST].map((name) => this.weekly(name));
  }

  /** What a prediction and a user cost in running, in the bill's currency. */
  public metricsUnitCosts(): readonly IMetric[] {
    return [COST_PER_PREDICTION, COST_PER_USER].map((name) => this.weekly(name));
  }

  /** What decisions earned whose outcome came in the week, in the goal's currency. */
  public metricValueEarned(): IMetric {
    return this.weekly(VALUE_EARNED);
  }

  /** Net benefit for each currency unit spent. */
  public metricReturnOnInvestment(): IMetric {
    return this.weekly(RETURN_ON_INVESTMENT);
  }

  /** Requests of the week's review, of which each costs money. */
  public metricRequests(): IMetric {
    return this.weekly(COST_EXPLORER_REQUESTS);
  }

  /** The same review may be published twice: never a sum. */
  private weekly(name: string): IMetric {
    return new OwnSignal(this, name).metric({ statistic: 'Maximum', period: Duration.days(1) });
  }
}
