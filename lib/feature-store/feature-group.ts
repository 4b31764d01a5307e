import { Arn, ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Grant, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { CfnFeatureGroup } from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import { DataBucket } from '../shared/data-bucket';
import { PhaseStack } from '../shared/phase-stack';
import { ServiceRole } from '../shared/service-role';

export interface FeatureGroupProps {
  readonly key: IKey;
  readonly accessLogs: IBucket;
}

/** The dataset's features by record id and event time: newest online, all offline. Holds no label and nothing personal. */
export class FeatureGroup extends Construct {
  public readonly groupName: string;
  private readonly key: IKey;

  public constructor(scope: Construct, id: string, { key, accessLogs }: FeatureGroupProps) {
    super(scope, id);
    const stack = PhaseStack.of(this);
    const { dataset, config } = stack.lifecycle;
    this.key = key;
    this.groupName = stack.fixedName(dataset.name);
    const offline = new DataBucket(this, 'Offline', { key, accessLogs });
    const role = this.offlineRole(offline);
    const group = new CfnFeatureGroup(this, 'Group', {
      featureGroupName: this.groupName,
      recordIdentifierFeatureName: dataset.recordId.name,
      eventTimeFeatureName: dataset.eventTime.name,
      featureDefinitions: [
        { featureName: dataset.recordId.name, featureType: 'String' },
        { featureName: dataset.eventTime.name, featureType: 'String' },
        ...dataset.features.map(({ name, integral }) => ({
          featureName: name,
          featureType: integral ? 'Integral' : 'Fractional',
        })),
      ],
      // Both are untyped in the CDK, so nothing turns camelCase into what CloudFormation reads.
      onlineStoreConfig: { EnableOnlineStore: true, SecurityConfig: { KmsKeyId: key.keyArn } },
      offlineStoreConfig: {
        S3StorageConfig: { S3Uri: offline.s3UrlForObject('features'), KmsKeyId: key.keyArn },
        TableFormat: 'Glue',
      },
      roleArn: role.roleArn,
    });
    group.applyRemovalPolicy(config.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    // The service checks S3, Glue and the key at once: the role's policy must stand before the group.
    group.node.addDependency(role);
  }

  /** Lets `grantee` write records, online and offline. */
  public grantWrite(grantee: IGrantable): Grant {
    // Who writes an encrypted group needs its key too (checked by the service on behalf of the caller).
    this.key.grantEncryptDecrypt(grantee);
    return Grant.addToPrincipal({
      grantee,
      actions: ['sagemaker:BatchWriteRecord'],
      resourceArns: [this.groupArn],
    });
  }

  /** Lets `grantee` look up the newest record of an id. */
  public grantRead(grantee: IGrantable): Grant {
    this.key.grantDecrypt(grantee);
    return Grant.addToPrincipal({ grantee, actions: ['sagemaker:BatchGetRecord'], resourceArns: [this.groupArn] });
  }

  private get groupArn(): string {
    return Arn.format(
      { service: 'sagemaker', resource: 'feature-group', resourceName: this.groupName },
      Stack.of(this),
    );
  }

  private offlineRole(offline: IBucket): ServiceRole {
    const role = new ServiceRole(
      this,
      'OfflineRole',
      'sagemaker.amazonaws.com',
      'Writes the offline store and its table',
    );
    this.key.grantEncryptDecrypt(role);
    role.addToPolicy(
      new PolicyStatement({ actions: ['kms:DescribeKey', 'kms:CreateGrant'], resources: [this.key.keyArn] }),
    );
    role.addToPolicy(
      new PolicyStatement({
        actions: ['s3:PutObject', 's3:PutObjectAcl', 's3:GetObject', 's3:AbortMultipartUpload'],
        resources: [offline.arnForObjects('features/*')],
      }),
    );
    role.addToPolicy(
      new PolicyStatement({
        actions: ['s3:GetBucketAcl', 's3:GetBucketLocation', 's3:ListBucket'],
        resources: [offline.bucketArn],
      }),
    );
    const catalog = (resource: string, resourceName?: string) =>
      Arn.format(
        {
          service: 'glue',
          resource,
          resourceName,
          arnFormat: resourceName ? ArnFormat.SLASH_RESOURCE_NAME : ArnFormat.NO_RESOURCE_NAME,
        },
        Stack.of(this),
      );
    role.addToPolicy(
      new PolicyStatement({
        actions: ['glue:CreateDatabase', 'glue:GetDatabase', 'glue:CreateTable', 'glue:GetTable', 'glue:UpdateTable'],
        // The service names database and table itself when no catalog is configured.
        resources: [
          catalog('catalog'),
          catalog('database', 'sagemaker_featurestore'),
          catalog('table', 'sagemaker_featurestore/*'),
        ],
      }),
    );
    return role;
  }
}
