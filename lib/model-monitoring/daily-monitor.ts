import { CustomResource, Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { DeadLetterQueue } from '../shared/dead-letter-queue';
import { LambdaFunction } from '../shared/lambda-function';
import { OwnSignal } from '../shared/own-signal';

export interface DailyMonitorProps {
  /** The handler's folder below `lambda`. */
  readonly handler: string;
  readonly description: string;
  readonly environment: Record<string, string>;
  /** Hour of the day, UTC. */
  readonly hour: number;
  /** Name of the signal that says how many rows a look found. */
  readonly rowsSignal: string;
  readonly deadLetters: DeadLetterQueue;
}

/**
 * A function that looks at what was logged since its last look, every day. Its rows signal is its heartbeat: each look
 * publishes it, and so does the end of a deployment, so that nobody is called before the first look.
 */
export class DailyMonitor extends Construct {
  public readonly function: LambdaFunction;
  private readonly rows: OwnSignal;

  public constructor(scope: Construct, id: string, props: DailyMonitorProps) {
    super(scope, id);
    const { handler, description, environment, hour, deadLetters } = props;
    this.rows = new OwnSignal(this, props.rowsSignal);
    this.function = new LambdaFunction(this, 'Look', {
      handler,
      description,
      environment,
      // A million rows at most: about two minutes to read them, 200 bytes to keep of each.
      timeout: Duration.minutes(10),
      memoryMegabytes: 1024,
      onFailure: deadLetters,
    });
    // One namespace: it may publish its other signals too.
    const publish = this.rows.grantPublish(this.function);
    new Rule(this, 'Daily', {
      description,
      schedule: Schedule.cron({ hour: String(hour), minute: '0' }),
      targets: [
        new LambdaTarget(this.function, {
          deadLetterQueue: deadLetters,
          retryAttempts: 24,
          maxEventAge: Duration.hours(24),
        }),
      ],
    });
    const firstHeartbeat = new CustomResource(this, 'FirstHeartbeat', {
      serviceToken: this.function.functionArn,
      resourceType: 'Custom::MonitorHeartbeat',
    });
    publish.applyBefore(firstHeartbeat);
  }

  /** Rows that a look found; no data at all means that nobody looked. */
  public metricRows(): IMetric {
    // The same look may be published twice.
    return this.rows.metric({ statistic: 'Maximum', period: Duration.days(1) });
  }
}
