import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Environment } from '../../lambda/data-lake/mark-day-complete/environment';
import type { DeadLetterQueue } from '../shared/dead-letter-queue';
import { LambdaFunction } from '../shared/lambda-function';
import { JsonLineStream } from './json-line-stream';
import type { LakeStorage } from './lake-storage';

export interface StreamIntakeProps {
  readonly storage: LakeStorage;
  readonly key: IKey;
  readonly deadLetters: DeadLetterQueue;
}

/**
 * Takes single records (one JSON object each, under the table's own column names) and lays them down as a day's files;
 * early next morning the day gets its marker, as if somebody had uploaded it.
 */
export class StreamIntake extends Construct {
  private readonly stream: JsonLineStream;

  public constructor(scope: Construct, id: string, { storage, key, deadLetters }: StreamIntakeProps) {
    super(scope, id);
    this.stream = new JsonLineStream(this, 'Records', {
      zone: storage.raw,
      // A day's folder is what gets a marker and is prepared as one delivery.
      folders: 'ingest_date=!{timestamp:yyyy-MM-dd}/',
      bufferingInterval: Duration.minutes(5),
      key,
      description: 'Writes streamed records to the raw zone',
    });
    this.markEachDay(storage, deadLetters);
  }

  /** Lets `grantee` send records. */
  public grantSend(grantee: IGrantable): Grant {
    return this.stream.grantPutRecords(grantee);
  }

  public metricBehind(): IMetric {
    return this.stream.metricBehind();
  }

  private markEachDay({ raw }: LakeStorage, deadLetters: DeadLetterQueue): void {
    const markDayComplete = new LambdaFunction(this, 'MarkDayComplete', {
      handler: 'data-lake/mark-day-complete',
      description: 'Writes the marker of the day before, when records were streamed that day',
      environment: { RAW_BUCKET: raw.bucket.bucketName, RAW_PREFIX: raw.prefix } satisfies Environment,
      onFailure: deadLetters,
    });
    raw.grantRead(markDayComplete);
    raw.grantWrite(markDayComplete);
    new Rule(this, 'EachMorning', {
      description: 'Closes the day before, on which streamed records arrived',
      // An hour after midnight UTC: Firehose has delivered the day's last records by then.
      schedule: Schedule.cron({ hour: '1', minute: '0' }),
      targets: [new LambdaTarget(markDayComplete, { deadLetterQueue: deadLetters, retryAttempts: 3 })],
    });
  }
}
