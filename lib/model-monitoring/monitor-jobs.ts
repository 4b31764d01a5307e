import { Duration } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { imageUri, type PublishedImage } from '../config/container-images';
import type { LakeZone } from '../data-lake/lake-zone';
import { endpointNames } from '../serving/endpoint-names';
import { PhaseStack } from '../shared/phase-stack';
import { hasLocalStorage } from '../training/pipeline-definition/volume-key';

export interface MonitorJobsProps {
  readonly role: IRole;
  readonly key: IKey;
  readonly reports: LakeZone;
  readonly groundTruth: LakeZone;
}

/** Shorter than the time between two schedules, so that the four take turns on one instance. */
const LONGEST_RUN = Duration.minutes(90);
const VOLUME_GIGABYTES = 20;
/** Predictions of so many days are judged together. */
const JUDGED_DAYS = 7;

/** What the jobs of all four monitors have in common: the endpoint that they watch, machine, role, and where reports go. */
export class MonitorJobs extends Construct {
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: MonitorJobsProps,
  ) {
    super(scope, id);
  }

  /** Resources, role and time limit of a job. */
  public get common() {
    const { role, key } = this.props;
    const { instanceType } = PhaseStack.of(this).lifecycle.config.modelMonitoring;
    const disk = hasLocalStorage(instanceType) ? {} : { volumeKmsKeyId: key.keyArn };
    return {
      roleArn: role.roleArn,
      jobResources: {
        clusterConfig: { instanceCount: 1, instanceType, volumeSizeInGb: VOLUME_GIGABYTES, ...disk },
      },
      stoppingCondition: { maxRuntimeInSeconds: LONGEST_RUN.toSeconds() },
    };
  }

  /** The image, and the order to publish what it measures: CloudWatch bills a daily signal for the hour it is sent in. */
  public app(image: PublishedImage) {
    const { region } = PhaseStack.of(this).lifecycle.config;
    return { imageUri: imageUri(image, region), environment: { publish_cloudwatch_metrics: 'Enabled' } };
  }

  /** What the real-time endpoint captured since the schedule's last run. */
  public get captured() {
    return {
      endpointName: endpointNames(PhaseStack.of(this).lifecycle.config).realTime,
      localPath: '/opt/ml/processing/input/endpoint',
      s3InputMode: 'File',
      s3DataDistributionType: 'FullyReplicated',
    };
  }

  /** The predictions of the newest week whose outcomes must be known by now: ground truth comes late. */
  public get outcomesKnown() {
    const { outcomesAfterDays } = PhaseStack.of(this).lifecycle.config.modelMonitoring;
    return {
      startTimeOffset: `-P${outcomesAfterDays + JUDGED_DAYS}D`,
      endTimeOffset: `-P${outcomesAfterDays}D`,
    };
  }

  public get groundTruth() {
    return { groundTruthS3Input: { s3Uri: this.props.groundTruth.uri } };
  }

  /** Each monitor reports to `<reports>/<endpoint>/<schedule>/yyyy/mm/dd/hh/`. */
  public get reports() {
    const { key, reports } = this.props;
    return {
      kmsKeyId: key.keyArn,
      monitoringOutputs: [
        {
          s3Output: {
            s3Uri: reports.uri,
            localPath: '/opt/ml/processing/output',
            s3UploadMode: 'Continuous',
          },
        },
      ],
    };
  }
}
