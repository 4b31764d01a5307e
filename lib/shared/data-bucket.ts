import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { PhaseStack } from './phase-stack';

export interface DataBucketProps {
  readonly key: IKey;
  readonly accessLogs: IBucket;
  /** Objects of this age go. @default - they stay */
  readonly expireAfterDays?: number;
  /** Tells EventBridge about every new object. @default false */
  readonly announceObjects?: boolean;
}

/** A zone of data: encrypted by the project's key, TLS only, versioned, logged, emptied with its stack unless retained. */
export class DataBucket extends Bucket {
  public constructor(scope: Construct, id: string, props: DataBucketProps) {
    const { retainData, dataLake } = PhaseStack.of(scope).lifecycle.config;
    super(scope, id, {
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      enforceSSL: true,
      versioned: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      autoDeleteObjects: !retainData,
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(dataLake.keepOldVersionsDays),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
          ...(props.expireAfterDays !== undefined && { expiration: Duration.days(props.expireAfterDays) }),
        },
      ],
    });
    const bucket = this.node.defaultChild as CfnBucket;
    // Not serverAccessLogsBucket: it would write this bucket's ARN into the log bucket's policy, an arrow that points forward.
    bucket.loggingConfiguration = {
      destinationBucketName: props.accessLogs.bucketName,
      logFilePrefix: `${scope.node.id}-${id}/`,
    };
    // Not eventBridgeEnabled: it adds a Lambda of CDK's own only to set this property.
    if (props.announceObjects)
      bucket.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  }
}
