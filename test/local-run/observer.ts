import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  type MetricAlarm,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type Lifecycle, until } from '../../scripts/local/lifecycle';
import type { LocalCloud } from '../../scripts/local/local-cloud';

/** Looks at what the deployed system left behind, as an operator or an auditor would. */
export class Observer {
  private readonly alarms = new CloudWatchClient({});
  private readonly queues = new SQSClient({});
  private mailbox = '';
  /** By id. */
  private readonly received = new Map<string, string>();

  public constructor(
    private readonly cloud: LocalCloud,
    private readonly lifecycle: Lifecycle,
  ) {}

  /** Subscribes a mailbox to the operators' topic. */
  public async subscribe(): Promise<void> {
    const topic = await this.lifecycle.stacks.find('foundation', 'AWS::SNS::Topic');
    const principal = { Service: 'sns.amazonaws.com' };
    const open = { Effect: 'Allow', Principal: principal, Action: 'sqs:SendMessage', Resource: '*' };
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [open] });
    const create = new CreateQueueCommand({ QueueName: 'operators-mailbox', Attributes: { Policy } });
    const { QueueUrl = '' } = await this.queues.send(create);
    const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] });
    const { Attributes } = await this.queues.send(asked);
    await new SNSClient({}).send(
      new SubscribeCommand({ TopicArn: topic, Protocol: 'sqs', Endpoint: Attributes?.QueueArn }),
    );
    this.mailbox = QueueUrl;
  }

  /** A message to the operators that says `text`, as soon as there is one. */
  public messageSaying(text: string): Promise<string> {
    return until(`a message saying ${text}`, async () => (await this.messages()).find((body) => body.includes(text)));
  }

  /** Every message that the operators have had so far, each once. */
  public async messages(): Promise<string[]> {
    const command = new ReceiveMessageCommand({ QueueUrl: this.mailbox, MaxNumberOfMessages: 10 });
    for (;;) {
      const { Messages = [] } = await this.queues.send(command);
      if (Messages.length === 0) return [...this.received.values()];
      // What is not deleted comes again after a while.
      for (const { MessageId = '', Body = '' } of Messages) this.received.set(MessageId, Body);
    }
  }

  /** Resolves when the alarm whose name holds `name` is in ALARM. */
  public alarm(name: string): Promise<string> {
    return until(`the alarm ${name}`, async () => {
      const { MetricAlarms = [] } = await this.alarms.send(new DescribeAlarmsCommand({ StateValue: 'ALARM' }));
      return MetricAlarms.find(({ AlarmName }) => AlarmName?.includes(name))?.AlarmName;
    });
  }

  /** Every alarm there is. */
  public async allAlarms(): Promise<MetricAlarm[]> {
    return (await this.alarms.send(new DescribeAlarmsCommand({ MaxRecords: 100 }))).MetricAlarms ?? [];
  }

  /** Makes what an alarm watches as bad as it takes, in as many periods as it takes, and waits until it goes off. */
  public async raise(alarmName: string): Promise<void> {
    const alarm = (await this.allAlarms()).find(({ AlarmName }) => AlarmName === alarmName);
    if (!alarm) throw new Error(`there is no alarm ${alarmName}`);
    if (alarm.TreatMissingData === 'breaching') return this.silence(alarm);
    const { Namespace, MetricName, Dimensions, Unit, Threshold = 0, Period = 60, EvaluationPeriods = 1 } = alarm;
    // Far beyond: a percentile also counts what really happened in the same minute.
    const beyond = 1 + 1000 * Math.abs(Threshold);
    const Value = Threshold + (alarm.ComparisonOperator?.startsWith('LessThan') ? -beyond : beyond);
    const MetricData = Array.from({ length: EvaluationPeriods }, (_, ago) => {
      const Timestamp = new Date(Date.now() - ago * Period * 1000);
      return { MetricName, Dimensions, Unit, Value, Timestamp };
    });
    await this.alarms.send(new PutMetricDataCommand({ Namespace, MetricData }));
    await this.alarm(alarmName);
  }

  /** Points an alarm that wants to hear something at a signal that nobody publishes, all else as it was. */
  private async silence(alarm: MetricAlarm): Promise<void> {
    const { AlarmName, AlarmDescription, AlarmActions, Namespace, MetricName, Statistic, Period } = alarm;
    const { EvaluationPeriods, Threshold, ComparisonOperator, TreatMissingData } = alarm;
    const Dimensions = [{ Name: 'heard', Value: 'by nobody' }];
    await this.alarms.send(
      new PutMetricAlarmCommand({
        ...{ AlarmName, AlarmDescription, AlarmActions, Namespace, MetricName, Dimensions, Statistic, Period },
        ...{ EvaluationPeriods, Threshold, ComparisonOperator, TreatMissingData },
      }),
    );
    await this.alarm(AlarmName ?? '');
  }

  /** Keys below a prefix of one of the lake's buckets. */
  public async keys(bucket: string, prefix: string): Promise<string[]> {
    const s3: S3Client = this.lifecycle.s3;
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
    return Contents.map(({ Key = '' }) => Key);
  }

  /** Kills the first running job whose name holds `name`, as a broken machine would. */
  public async killJob(name: string): Promise<void> {
    const pid = await until(`a job ${name}`, async () => {
      const { running } = (await (await fetch(`${this.cloud.serviceUrl}/local/jobs`)).json()) as {
        running: { job: string; pid: number }[];
      };
      return running.find(({ job }) => job.includes(name))?.pid;
    });
    process.kill(-pid, 'SIGKILL');
  }

  /** Delivers an event of AWS's own to the default bus, as AWS does when it delivers one twice. */
  public async announce(source: string, detailType: string, detail: object): Promise<void> {
    const entry = { Source: source, DetailType: detailType, Detail: JSON.stringify(detail), Resources: [] };
    const answer = await fetch(this.cloud.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'LocalEvents.PutEvents', 'content-type': 'application/x-amz-json-1.1' },
      body: JSON.stringify({ Entries: [entry] }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }
}
