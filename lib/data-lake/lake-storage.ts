import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { DataBucket } from '../shared/data-bucket';
import { PhaseStack } from '../shared/phase-stack';
import { LakeZone } from './lake-zone';

export interface LakeStorageProps {
  readonly key: IKey;
  readonly accessLogs: IBucket;
}

/** The lake's zones, a bucket each; within a bucket everything about the dataset stands under `<zone>/<dataset>/`. */
export class LakeStorage extends Construct {
  /** Files as they came, by day of arrival: `raw/<dataset>/ingest_date=YYYY-MM-DD/`. */
  public readonly raw: LakeZone;
  /** Clean rows, by day of arrival. */
  public readonly curated: LakeZone;
  /** The newest features of each record in a delivery, in parts that one function call can write. */
  public readonly featureRecords: LakeZone;
  /** Feature records that could not be written, with the reason. */
  public readonly parkedFeatureRecords: LakeZone;
  /** Rows that broke a rule, with the reason. */
  public readonly quarantine: LakeZone;
  /** What models are trained and judged on, one folder a run. */
  public readonly datasets: LakeZone;
  /** Every prediction that was given, with its features, by hour: one JSON object a line. */
  public readonly predictions: LakeZone;
  /** What SageMaker captures at the real-time endpoint, for its Model Monitor. */
  public readonly captured: LakeZone;
  /** What the monitors found, one report a look. */
  public readonly monitoring: LakeZone;
  /** What became of predictions, as it was told, by hour: one JSON object a line. */
  public readonly outcomes: LakeZone;
  /** The same in the layout of Model Monitor. */
  public readonly groundTruth: LakeZone;

  public constructor(scope: Construct, id: string, props: LakeStorageProps) {
    super(scope, id);
    const { config, dataset } = PhaseStack.of(this).lifecycle;
    const raw = new DataBucket(this, 'Raw', { ...props, announceObjects: true });
    const curated = new DataBucket(this, 'Curated', props);
    const quarantine = new DataBucket(this, 'Quarantine', {
      ...props,
      expireAfterDays: config.dataLake.keepQuarantineDays,
    });
    const datasets = new DataBucket(this, 'Datasets', props);
    const predictions = new DataBucket(this, 'Predictions', props);
    const outcomes = new DataBucket(this, 'Outcomes', props);
    const zone = (bucket: IBucket, name: string) => new LakeZone(bucket, `${name}/${dataset.name}`);
    this.raw = zone(raw, 'raw');
    this.curated = zone(curated, 'curated');
    this.featureRecords = zone(curated, 'feature-records');
    this.parkedFeatureRecords = zone(curated, 'feature-records-parked');
    this.quarantine = zone(quarantine, 'quarantine');
    this.datasets = zone(datasets, 'datasets');
    this.predictions = zone(predictions, 'predictions');
    this.captured = zone(predictions, 'captured');
    this.monitoring = zone(predictions, 'monitoring');
    this.outcomes = zone(outcomes, 'outcomes');
    this.groundTruth = zone(outcomes, 'ground-truth');
  }

  /** What curating a delivery needs: read what came, write clean rows, features and what broke a rule. */
  public grantCurate(grantee: IGrantable): void {
    this.raw.grantRead(grantee);
    for (const zone of [this.curated, this.featureRecords, this.quarantine]) zone.grantReadWrite(grantee);
  }

  /** What building datasets needs: read all that was curated and all that became of predictions, write datasets. */
  public grantBuildDatasets(grantee: IGrantable): void {
    for (const zone of [this.curated, this.predictions, this.outcomes]) zone.grantRead(grantee);
    this.datasets.grantReadWrite(grantee);
  }
}
