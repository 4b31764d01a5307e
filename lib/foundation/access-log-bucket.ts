import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { PhaseStack } from '../shared/phase-stack';

/** Keeps who read and wrote the other buckets. SSE-S3: S3 delivers access logs to no other encryption by a customer key. */
export class AccessLogBucket extends Bucket {
  public constructor(scope: Construct, id: string) {
    const { retainData, dataLake } = PhaseStack.of(scope).lifecycle.config;
    super(scope, id, {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: false,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      autoDeleteObjects: !retainData,
      lifecycleRules: [
        {
          expiration: Duration.days(dataLake.keepAccessLogsDays),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
    });
    // The whole account and not single buckets: later phases' buckets must not be named here.
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [this.arnForObjects('*')],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
  }
}
