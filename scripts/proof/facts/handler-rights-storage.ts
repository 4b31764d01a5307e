import type { Handler } from './handler-rights';

/** Types that keep something, watch or permit: a part of `HANDLERS`. */
export const STORAGE_HANDLERS: Readonly<Record<string, Handler>> = {
  // Not in the registry: operations of AWS Budgets, by the Service Authorization Reference.
  'AWS::Budgets::Budget': {
    always: { budgets: 'ListTagsForResource ModifyBudget TagResource UntagResource ViewBudget' },
  },
  'AWS::CloudWatch::Alarm': {
    always: { cloudwatch: 'DeleteAlarms DescribeAlarms ListTagsForResource PutMetricAlarm TagResource UntagResource' },
  },
  'AWS::CloudWatch::Dashboard': {
    always: { cloudwatch: 'DeleteDashboards GetDashboard ListTagsForResource PutDashboard TagResource UntagResource' },
  },
  'AWS::DynamoDB::GlobalTable': {
    always: {
      dynamodb:
        'CreateTable DeleteTable Describe* GetResourcePolicy ListTagsOfResource TagResource UntagResource UpdateContinuousBackups UpdateTable UpdateTimeToLive',
      iam: 'CreateServiceLinkedRole',
    },
    when: {
      WriteProvisionedThroughputSettings: {
        'application-autoscaling':
          'DeleteScalingPolicy DeleteScheduledAction DeregisterScalableTarget Describe* PutScalingPolicy PutScheduledAction RegisterScalableTarget',
        cloudwatch: 'PutMetricData',
        dynamodb: 'UpdateTableReplicaAutoScaling',
      },
      'Replicas.KinesisStreamSpecification': {
        dynamodb:
          'DisableKinesisStreamingDestination EnableKinesisStreamingDestination UpdateKinesisStreamingDestination',
        kinesis: 'DescribeStream ListStreams PutRecords',
      },
      'Replicas.ResourcePolicy': { dynamodb: 'DeleteResourcePolicy PutResourcePolicy' },
      GlobalTableWitnesses: {
        dynamodb:
          'BatchWriteItem CreateTableReplica DeleteItem DeleteTableReplica GetItem PutItem Query Scan UpdateItem',
      },
      SSESpecification: { kms: 'CreateGrant Decrypt DescribeKey ListAliases RevokeGrant' },
      'Replicas.ContributorInsightsSpecification': { dynamodb: 'UpdateContributorInsights' },
    },
  },
  'AWS::ECR::Repository': {
    always: {
      ecr: 'CreateRepository DeleteLifecyclePolicy DeleteRepository DeleteRepositoryPolicy DescribeRepositories GetLifecyclePolicy GetRepositoryPolicy ListTagsForResource PutImageScanningConfiguration PutImageTagMutability PutLifecyclePolicy SetRepositoryPolicy TagResource UntagResource',
    },
    when: {
      EncryptionConfiguration: { kms: 'CreateGrant DescribeKey RetireGrant' },
    },
  },
  'AWS::IAM::Policy': {
    always: { iam: 'DeleteRolePolicy GetRolePolicy PutRolePolicy' },
    when: {
      Groups: { iam: 'DeleteGroupPolicy GetGroupPolicy PutGroupPolicy' },
      Users: { iam: 'DeleteUserPolicy GetUserPolicy PutUserPolicy' },
    },
  },
  'AWS::IAM::Role': {
    always: {
      iam: 'CreateRole DeleteRole DeleteRolePolicy GetRole GetRolePolicy ListAttachedRolePolicies ListRolePolicies PutRolePolicy TagRole UntagRole UpdateAssumeRolePolicy UpdateRole UpdateRoleDescription',
    },
    when: {
      PermissionsBoundary: { iam: 'DeleteRolePermissionsBoundary PutRolePermissionsBoundary' },
      ManagedPolicyArns: { iam: 'AttachRolePolicy DetachRolePolicy' },
    },
  },
  'AWS::KMS::Alias': {
    always: { kms: 'CreateAlias DeleteAlias ListAliases UpdateAlias' },
  },
  'AWS::KMS::Key': {
    always: {
      kms: 'CreateKey DescribeKey DisableKey DisableKeyRotation EnableKey EnableKeyRotation GetKeyPolicy GetKeyRotationStatus ListResourceTags PutKeyPolicy ScheduleKeyDeletion TagResource UntagResource UpdateKeyDescription',
    },
  },
  'AWS::Logs::LogGroup': {
    always: {
      logs: 'CreateLogGroup DeleteLogGroup DeleteRetentionPolicy DescribeIndexPolicies DescribeLogGroups DescribeResourcePolicies GetDataProtectionPolicy ListTagsForResource PutRetentionPolicy TagResource UntagResource',
    },
    when: {
      DataProtectionPolicy: {
        firehose: 'TagDeliveryStream',
        logs: 'CreateLogDelivery DeleteDataProtectionPolicy PutDataProtectionPolicy',
      },
      FieldIndexPolicies: { logs: 'DeleteIndexPolicy PutIndexPolicy' },
      ResourcePolicyDocument: { logs: 'DeleteResourcePolicy PutResourcePolicy' },
      DeletionProtectionEnabled: { logs: 'PutLogGroupDeletionProtection' },
      BearerTokenAuthenticationEnabled: { logs: 'PutBearerTokenAuthentication' },
      KmsKeyId: { kms: 'DescribeKey', logs: 'AssociateKmsKey DisassociateKmsKey' },
    },
  },
  'AWS::Logs::LogStream': {
    always: { logs: 'CreateLogStream DeleteLogStream DescribeLogStreams' },
  },
  'AWS::S3::Bucket': {
    always: {
      s3: 'CreateBucket DeleteBucket GetAccelerateConfiguration GetAnalyticsConfiguration GetBucketAbac GetBucketAcl GetBucketCORS GetBucketLogging GetBucketMetadataTableConfiguration GetBucketNotification GetBucketObjectLockConfiguration GetBucketOwnershipControls GetBucketPublicAccessBlock GetBucketTagging GetBucketVersioning GetBucketWebsite GetEncryptionConfiguration GetIntelligentTieringConfiguration GetInventoryConfiguration GetLifecycleConfiguration GetMetricsConfiguration GetReplicationConfiguration ListBucket ListTagsForResource PutBucketOwnershipControls PutBucketPublicAccessBlock PutBucketTagging PutEncryptionConfiguration PutLifecycleConfiguration TagResource UntagResource',
    },
    when: {
      MetadataTableConfiguration: {
        s3: 'CreateBucketMetadataTableConfiguration DeleteBucketMetadataTableConfiguration DeleteObject UpdateBucketMetadataAnnotationTableConfiguration UpdateBucketMetadataInventoryTableConfiguration UpdateBucketMetadataJournalTableConfiguration',
        s3tables:
          'CreateNamespace CreateTable CreateTableBucket GetTable GetTableMetadataLocation PutTableBucketPolicy PutTableEncryption PutTablePolicy UpdateTableMetadataLocation',
      },
      ReplicationConfiguration: { iam: 'PassRole', s3: 'PutReplicationConfiguration' },
      WebsiteConfiguration: { s3: 'DeleteBucketWebsite PutBucketWebsite' },
      CorsConfiguration: { s3: 'PutBucketCORS' },
      AnalyticsConfigurations: { s3: 'PutAnalyticsConfiguration' },
      InventoryConfigurations: { s3: 'PutInventoryConfiguration' },
      IntelligentTieringConfigurations: { s3: 'PutIntelligentTieringConfiguration' },
      AccelerateConfiguration: { s3: 'PutAccelerateConfiguration' },
      ObjectLockConfiguration: { s3: 'PutBucketObjectLockConfiguration' },
      MetricsConfigurations: { s3: 'PutMetricsConfiguration' },
      AccessControl: { s3: 'PutBucketAcl PutObjectAcl' },
      AbacStatus: { s3: 'PutBucketAbac' },
      LoggingConfiguration: { s3: 'PutBucketLogging' },
      NotificationConfiguration: { s3: 'PutBucketNotification' },
      VersioningConfiguration: { s3: 'PutBucketVersioning' },
    },
  },
  'AWS::S3::BucketPolicy': {
    always: { s3: 'DeleteBucketPolicy GetBucketPolicy PutBucketPolicy' },
  },
  'AWS::SNS::Topic': {
    always: {
      sns: 'CreateTopic DeleteTopic GetDataProtectionPolicy GetTopicAttributes ListSubscriptionsByTopic ListTagsForResource SetTopicAttributes TagResource UntagResource',
    },
    when: {
      DataProtectionPolicy: { sns: 'PutDataProtectionPolicy' },
      DeliveryStatusLogging: { iam: 'GetRole PassRole' },
      Subscription: { sns: 'Subscribe Unsubscribe' },
    },
  },
  'AWS::SNS::TopicPolicy': {
    always: { sns: 'SetTopicAttributes' },
  },
  'AWS::SQS::Queue': {
    always: {
      sqs: 'CreateQueue DeleteQueue GetQueueAttributes GetQueueUrl ListQueueTags SetQueueAttributes TagQueue UntagQueue',
    },
  },
  'AWS::SQS::QueuePolicy': {
    always: { sqs: 'SetQueueAttributes' },
  },
  'AWS::SSM::Parameter': {
    always: {
      ssm: 'AddTagsToResource DeleteParameter GetParameters ListTagsForResource PutParameter RemoveTagsFromResource',
    },
  },
  'AWS::SecretsManager::Secret': {
    always: {
      secretsmanager:
        'CreateSecret DeleteSecret DescribeSecret GetRandomPassword GetSecretValue TagResource UntagResource UpdateSecret',
    },
    when: {
      ReplicaRegions: { secretsmanager: 'RemoveRegionsFromReplication ReplicateSecretToRegions' },
      KmsKeyId: { kms: 'Decrypt GenerateDataKey' },
    },
  },
};
