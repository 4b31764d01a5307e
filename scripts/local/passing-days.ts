import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { StackId } from '../../lib/config/stacks';
import { type Lifecycle, until } from './lifecycle';

const DAY_MILLISECONDS = 86_400_000;

/** A function that some schedule calls. */
interface Scheduled {
  readonly stack: StackId;
  readonly logicalId: string;
}

/** Lets days pass: sends the product's own schedules their events with later times, and looks at its alarms. */
export class PassingDays {
  private readonly functions = new LambdaClient({});
  private readonly cloudWatch = new CloudWatchClient({});
  private readonly midnight = Math.floor(Date.now() / DAY_MILLISECONDS) * DAY_MILLISECONDS;

  public constructor(private readonly lifecycle: Lifecycle) {}

  /** Runs a scheduled function as its rule would at `hour` o'clock (UTC), so many days from today. */
  public schedule(
    scheduled: Scheduled,
    { days, hour }: { readonly days: number; readonly hour: number },
  ): Promise<unknown> {
    return this.scheduleAt(scheduled, new Date(this.midnight + days * DAY_MILLISECONDS + hour * 3_600_000));
  }

  /** Runs a scheduled function as its rule would at that time; fractions of a second are not told. */
  public async scheduleAt({ stack, logicalId }: Scheduled, at: Date): Promise<unknown> {
    const time = `${at.toISOString().slice(0, 19)}Z`;
    const event = { source: 'aws.events', 'detail-type': 'Scheduled Event', time, detail: {} };
    const FunctionName = await this.lifecycle.stacks.find(stack, 'AWS::Lambda::Function', logicalId);
    const { FunctionError, Payload } = await this.functions.send(
      new InvokeCommand({ FunctionName, Payload: Buffer.from(JSON.stringify(event)) }),
    );
    const answer = Buffer.from(Payload ?? []).toString();
    if (FunctionError) throw new Error(`${FunctionName}: ${answer}`);
    return JSON.parse(answer || 'null');
  }

  /** Resolves when the alarm whose name holds `name` is in ALARM. */
  public untilAlarm(name: string): Promise<void> {
    return until(`the alarm ${name}`, async () => (await this.isInAlarm(name)) || undefined).then(() => {});
  }

  /** Whether the alarm whose name holds `name` is in ALARM. */
  public async isInAlarm(name: string): Promise<boolean> {
    const { MetricAlarms = [] } = await this.cloudWatch.send(new DescribeAlarmsCommand({ StateValue: 'ALARM' }));
    return MetricAlarms.some(({ AlarmName = '' }) => AlarmName.includes(name));
  }
}
