import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type Environment, TAGS_INACTIVE } from '../../lambda/governance/activate-tags/environment';
import { TAG_KEYS } from '../config/cost-tags';
import type { DeadLetterQueue } from '../shared/dead-letter-queue';
import { LambdaFunction } from '../shared/lambda-function';
import { OwnSignal } from '../shared/own-signal';

export interface TagActivationProps {
  readonly deadLetters: DeadLetterQueue;
}

/**
 * Has AWS tell the bill by our tags: every day, since it knows a key only a day after the first resource carries it, and
 * since whoever pays may switch one off. Where another account pays, it says what somebody must click there.
 */
export class TagActivation extends Construct {
  private readonly inactive: OwnSignal;

  public constructor(scope: Construct, id: string, { deadLetters }: TagActivationProps) {
    super(scope, id);
    this.inactive = new OwnSignal(this, TAGS_INACTIVE);
    const activateTags = new LambdaFunction(this, 'ActivateTags', {
      handler: 'governance/activate-tags',
      description: 'Activates the cost tags, so that the bill is told by them',
      environment: {
        TAG_KEYS: TAG_KEYS.join(','),
        SIGNAL_NAMESPACE: this.inactive.namespace,
      } satisfies Environment,
      onFailure: deadLetters,
    });
    activateTags.addToRolePolicy(
      new PolicyStatement({
        actions: ['ce:ListCostAllocationTags', 'ce:UpdateCostAllocationTagsStatus'],
        // Neither knows a resource or a condition (IAM's service reference).
        resources: ['*'],
      }),
    );
    this.inactive.grantPublish(activateTags);
    new Rule(this, 'Daily', {
      description: 'Cost tags that AWS has met are activated',
      schedule: Schedule.cron({ hour: '6', minute: '0' }),
      targets: [
        new LambdaTarget(activateTags, {
          deadLetterQueue: deadLetters,
          retryAttempts: 24,
          maxEventAge: Duration.hours(24),
        }),
      ],
    });
  }

  /** Keys by which the bill is not told, as the day's look left them. */
  public metricInactive(): IMetric {
    return this.inactive.metric({ statistic: 'Minimum', period: Duration.days(1) });
  }
}
