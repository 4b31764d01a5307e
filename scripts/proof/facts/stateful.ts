/** Types that hold what no deployment brings back: data, keys, versions, secrets, the record of what happened. */
export const STATEFUL =
  /^AWS::(S3::Bucket|DynamoDB::(Global)?Table|KMS::Key|SageMaker::(FeatureGroup|ModelPackageGroup|MlflowTrackingServer|Domain)|Logs::LogGroup|SecretsManager::Secret|ECR::Repository|EFS::FileSystem|RDS::DB(Cluster|Instance)|Kinesis::Stream|OpenSearchService::Domain|S3Tables::TableBucket|Timestream::Table|Backup::BackupVault|Cognito::UserPool|CloudTrail::Trail)$/;

/** Those of which CloudFormation can take a snapshot instead (DeletionPolicy attribute). */
export const SNAPSHOTS =
  /^AWS::(DocDB::DBCluster|EC2::Volume|ElastiCache::\w+|Neptune::DBCluster|RDS::DB(Cluster|Instance)|Redshift::Cluster)$/;

/** Those that CloudFormation cannot delete while there is something in them, unless told otherwise or emptied first. */
export const REFUSES_WHEN_FULL: Readonly<Record<string, string | undefined>> = {
  'AWS::S3::Bucket': undefined,
  'AWS::SageMaker::ModelPackageGroup': undefined,
  'AWS::ECR::Repository': 'EmptyOnDelete',
};
