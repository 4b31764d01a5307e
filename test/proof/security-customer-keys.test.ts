import { customerKeys } from '../../scripts/proof/checks/customer-keys';
import { newFindings, nothingButWaived, withResource } from './brought';
import type { Json } from './finds';

nothingButWaived(customerKeys);

describe('customer keys', () => {
  test.each([
    [
      'AWS::SageMaker::FeatureGroup',
      (p: Json): unknown => delete p.OfflineStoreConfig.S3StorageConfig.KmsKeyId,
      /SageMaker\.17/,
    ],
    ['AWS::SageMaker::FeatureGroup', (p: Json): unknown => delete p.OnlineStoreConfig.SecurityConfig, /SageMaker\.18/],
    [
      'AWS::SageMaker::FeatureGroup',
      (p: Json): unknown => (p.OnlineStoreConfig.SecurityConfig.KmsKeyId = 'alias/aws/sagemaker'),
      /AWS's own/,
    ],
    [
      'AWS::SageMaker::FeatureGroup',
      (p: Json): unknown =>
        (p.OnlineStoreConfig.SecurityConfig.KmsKeyId = { 'Fn::GetAtt': ['FeaturesOffline809C0A32', 'Arn'] }),
      /is the AWS::S3::Bucket/,
    ],
    [
      'AWS::SageMaker::DataQualityJobDefinition',
      (p: Json): unknown => delete p.JobResources.ClusterConfig.VolumeKmsKeyId,
      /VolumeKmsKeyId is missing|VolumeKmsKeyId, is missing/,
    ],
    [
      'AWS::SageMaker::ModelBiasJobDefinition',
      (p: Json): unknown => delete p.ModelBiasJobOutputConfig.KmsKeyId,
      /ModelBiasJobOutputConfig/,
    ],
    ['AWS::SNS::Topic', (p: Json): unknown => (p.KmsMasterKeyId = 'alias/aws/sns'), /AWS's own/],
    ['AWS::SQS::Queue', (p: Json): unknown => (p.SqsManagedSseEnabled = false), /SQS\.1/],
    ['AWS::SecretsManager::Secret', (p: Json): unknown => (p.KmsKeyId = 'a key'), /names no key/],
    [
      'AWS::KinesisFirehose::DeliveryStream',
      (p: Json): unknown => delete p.ExtendedS3DestinationConfiguration.EncryptionConfiguration,
      /AWSKMSKeyARN/,
    ],
  ] as const)('encrypt what is kept: %s %#', (type, change, message) => {
    expect(newFindings(customerKeys, type, ({ Properties }) => change(Properties))).toEqual([
      expect.stringMatching(message),
    ]);
  });

  test.each([
    [(p: Json): unknown => delete p.KmsKeyId, /key, KmsKeyId, is missing/],
    [(p: Json): unknown => delete p.DataCaptureConfig.KmsKeyId, /DataCaptureConfig\.KmsKeyId/],
  ])('encrypt the disks of an endpoint and what it captures: %#', (change, message) => {
    const found = newFindings(customerKeys, 'AWS::SageMaker::EndpointConfig', ({ Properties }) => change(Properties), {
      id: /^RealTime/,
    });
    expect(found).toEqual([expect.stringMatching(message)]);
  });

  test('encrypt experiments and their data', () => {
    const found = withResource(customerKeys, 'AWS::SageMaker::InferenceExperiment', {
      DataStorageConfig: { Destination: 's3://b' },
    });
    expect(found).toEqual([expect.stringMatching(/SageMaker\.23/), expect.stringMatching(/SageMaker\.24/)]);
  });

  test('are not asked for where SageMaker refuses them', () => {
    const found = newFindings(
      customerKeys,
      'AWS::SageMaker::EndpointConfig',
      ({ Properties }) => {
        Properties.ProductionVariants[0].InstanceType = 'ml.m5d.large';
        delete Properties.KmsKeyId;
      },
      { id: /^RealTime/ },
    );
    expect(found).toEqual([]);
  });
});
