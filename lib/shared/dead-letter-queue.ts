import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** Keeps for 14 days every event of a phase that could not be handled; its depth is the signal to look. */
export class DeadLetterQueue extends Queue {
  public constructor(scope: Construct, id: string) {
    // SSE-SQS: EventBridge, Scheduler and Lambda may write without a grant on a key.
    super(scope, id, { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(14) });
  }

  /** Events waiting for a person; any is one too many. */
  public metricWaiting(): IMetric {
    return this.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period: Duration.minutes(5) });
  }
}
