import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { AttributeType, Billing, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { type Environment, TOO_FEW_LABELS } from '../../lambda/training/start-training/environment';
import type { LakeZone } from '../data-lake/lake-zone';
import type { PrepareData } from '../data-preparation/prepare-data';
import type { ModelRegistry } from '../model-registry/model-registry';
import type { DeadLetterQueue } from '../shared/dead-letter-queue';
import { LambdaFunction } from '../shared/lambda-function';
import { OwnSignal } from '../shared/own-signal';
import { PhaseStack } from '../shared/phase-stack';
import type { TrainingPipeline } from './training-pipeline';

export interface TrainingStartProps {
  readonly pipeline: TrainingPipeline;
  readonly datasets: LakeZone;
  readonly registry: ModelRegistry;
  readonly deadLetters: DeadLetterQueue;
}

/** The one door to training: one run at a time, none during the cool-down, none without enough new labels. */
export class TrainingStart extends Construct {
  private readonly startTraining: LambdaFunction;
  private readonly tooFewLabels: OwnSignal;
  private readonly deadLetters: DeadLetterQueue;

  public constructor(scope: Construct, id: string, { pipeline, datasets, registry, deadLetters }: TrainingStartProps) {
    super(scope, id);
    const { retainData, training } = PhaseStack.of(this).lifecycle.config;
    this.deadLetters = deadLetters;
    const starts = new TableV2(this, 'Starts', {
      partitionKey: { name: 'pipeline', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: retainData },
      removalPolicy: retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.tooFewLabels = new OwnSignal(this, TOO_FEW_LABELS);
    this.startTraining = new LambdaFunction(this, 'StartTraining', {
      handler: 'training/start-training',
      description: 'Decides whether prepared data start a training, and starts it',
      environment: {
        PIPELINE_NAME: pipeline.pipelineName,
        MODEL_PACKAGE_GROUP_NAME: registry.groupName,
        STARTS_TABLE: starts.tableName,
        COOL_DOWN_HOURS: String(training.coolDownHours),
        MINIMUM_NEW_LABELS: String(training.minimumNewLabels),
        SIGNAL_NAMESPACE: this.tooFewLabels.namespace,
      } satisfies Environment,
      timeout: Duration.minutes(1),
      onFailure: deadLetters,
    });
    pipeline.grantStart(this.startTraining);
    registry.grantList(this.startTraining);
    datasets.grantRead(this.startTraining);
    starts.grant(this.startTraining, 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem');
    this.tooFewLabels.grantPublish(this.startTraining);
  }

  /** Trainings that somebody asked for although too few labels had come to change anything. */
  public metricTooFewLabels(): IMetric {
    return this.tooFewLabels.metric();
  }

  /** Lets the end of a preparation ask for a training. */
  public onDataPrepared(prepareData: PrepareData): void {
    prepareData.onFinished(
      this,
      'OnDataPrepared',
      new LambdaTarget(this.startTraining, {
        deadLetterQueue: this.deadLetters,
        retryAttempts: 24,
        maxEventAge: Duration.hours(24),
      }),
    );
  }
}
