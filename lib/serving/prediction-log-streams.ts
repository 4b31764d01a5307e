import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { JsonLineStream } from '../data-lake/json-line-stream';
import type { LakeStorage } from '../data-lake/lake-storage';

export interface PredictionLogStreamsProps {
  readonly storage: LakeStorage;
  readonly key: IKey;
}

/** The way into the two logs, predictions and what became of them: by hour of arrival, at most a minute later. */
export class PredictionLogStreams extends Construct {
  private readonly predictions: JsonLineStream;
  private readonly outcomes: JsonLineStream;

  public constructor(scope: Construct, id: string, { storage, key }: PredictionLogStreamsProps) {
    super(scope, id);
    const byHour = { folders: '!{timestamp:yyyy/MM/dd/HH}/', bufferingInterval: Duration.seconds(60), key };
    this.predictions = new JsonLineStream(this, 'Predictions', {
      zone: storage.predictions,
      description: 'Writes predictions to their log',
      ...byHour,
    });
    this.outcomes = new JsonLineStream(this, 'Outcomes', {
      zone: storage.outcomes,
      description: 'Writes what became of predictions to its log',
      ...byHour,
    });
  }

  public get predictionStreamName(): string {
    return this.predictions.deliveryStreamName;
  }

  public get outcomeStreamName(): string {
    return this.outcomes.deliveryStreamName;
  }

  public metricPredictionsBehind(): IMetric {
    return this.predictions.metricBehind();
  }

  public metricOutcomesBehind(): IMetric {
    return this.outcomes.metricBehind();
  }

  /** Lets `grantee` log predictions. */
  public grantLogPredictions(grantee: IGrantable): void {
    this.predictions.grant(grantee, 'firehose:PutRecordBatch');
  }

  /** Lets `grantee` log outcomes. */
  public grantLogOutcomes(grantee: IGrantable): void {
    this.outcomes.grant(grantee, 'firehose:PutRecordBatch');
  }
}
