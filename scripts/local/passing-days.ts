import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { StackId } from '../../lib/config/stacks';
import { type Lifecycle, until } from './lifecycle';

const DAY_MILLISECONDS = 86_400_000;

/** Lets days pass: sends the product's own schedules their events with later times, and looks at its alarms. */
export class PassingDays {
  private readonly functions = new LambdaClient({});
  private readonly cloudWatch = new CloudWatchClient({});
  private readonly midnight = Math.floor(Date.now() / DAY_MILLISECONDS) * DAY_MILLISECONDS;

  public constructor(private readonly lifecycle: Lifecycle) {}

  /** Runs a scheduled function as its rule would at `hour` o'clock (UTC), so many days from today. */
  public async schedule(
    { stack, logicalId }: { readonly stack: StackId; readonly logicalId: string },
    { days, hour }: { readonly days: number; readonly hour: number },
  ): Promise<unknown> {
    const time = new Date(this.midnight + days * DAY_MILLISECONDS + hour * 3_600_000).toISOString().slice(0, 19);
    const event = { source: 'aws.events', 'detail-type': 'Scheduled Event', time: `${time}Z`, detail: {} };
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
