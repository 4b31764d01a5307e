/** A property that names the key of what its holder keeps. */
export interface KeyProperty {
  readonly type: string;
  /** What keeps something; `[]` for each element of a list. Where it is absent nothing is kept. */
  readonly holder: readonly string[];
  readonly key: readonly string[];
  /** Security Hub's control or the line of the checklist. */
  readonly control: string;
  /** Where the instance type of the holder's disk stands: not every disk takes a key. */
  readonly disk?: 'ClusterConfig' | 'ProductionVariants';
  /** Instead of a key: a property that is true when the service encrypts by itself. */
  readonly instead?: readonly string[];
}

const monitor = (type: string, output: string): readonly KeyProperty[] => [
  { type, holder: ['JobResources', 'ClusterConfig'], key: ['VolumeKmsKeyId'], control: 'S-02', disk: 'ClusterConfig' },
  { type, holder: [output], key: ['KmsKeyId'], control: 'S-02' },
];

/** From the CloudFormation types' documentation; controls from AI Security Best Practices v1.0.0 and the FSBP standard. */
export const KEY_PROPERTIES: readonly KeyProperty[] = [
  {
    type: 'AWS::SageMaker::FeatureGroup',
    holder: ['OfflineStoreConfig', 'S3StorageConfig'],
    key: ['KmsKeyId'],
    control: 'SageMaker.17, S-04',
  },
  {
    type: 'AWS::SageMaker::FeatureGroup',
    holder: ['OnlineStoreConfig'],
    key: ['SecurityConfig', 'KmsKeyId'],
    control: 'SageMaker.18, S-04',
  },
  { type: 'AWS::SageMaker::InferenceExperiment', holder: [], key: ['KmsKey'], control: 'SageMaker.23' },
  {
    type: 'AWS::SageMaker::InferenceExperiment',
    holder: ['DataStorageConfig'],
    key: ['KmsKey'],
    control: 'SageMaker.24',
  },
  {
    type: 'AWS::SageMaker::EndpointConfig',
    holder: [],
    key: ['KmsKeyId'],
    control: 'S-02',
    disk: 'ProductionVariants',
  },
  { type: 'AWS::SageMaker::EndpointConfig', holder: ['DataCaptureConfig'], key: ['KmsKeyId'], control: 'S-02' },
  {
    type: 'AWS::SageMaker::EndpointConfig',
    holder: ['AsyncInferenceConfig', 'OutputConfig'],
    key: ['KmsKeyId'],
    control: 'S-02',
  },
  ...monitor('AWS::SageMaker::DataQualityJobDefinition', 'DataQualityJobOutputConfig'),
  ...monitor('AWS::SageMaker::ModelQualityJobDefinition', 'ModelQualityJobOutputConfig'),
  ...monitor('AWS::SageMaker::ModelBiasJobDefinition', 'ModelBiasJobOutputConfig'),
  ...monitor('AWS::SageMaker::ModelExplainabilityJobDefinition', 'ModelExplainabilityJobOutputConfig'),
  { type: 'AWS::SecretsManager::Secret', holder: [], key: ['KmsKeyId'], control: 'S-08' },
  { type: 'AWS::SNS::Topic', holder: [], key: ['KmsMasterKeyId'], control: 'S-08' },
  { type: 'AWS::SQS::Queue', holder: [], key: ['KmsMasterKeyId'], control: 'SQS.1', instead: ['SqsManagedSseEnabled'] },
  { type: 'AWS::Kinesis::Stream', holder: ['StreamEncryption'], key: ['KeyId'], control: 'Kinesis.1' },
  {
    type: 'AWS::KinesisFirehose::DeliveryStream',
    holder: ['ExtendedS3DestinationConfiguration'],
    key: ['EncryptionConfiguration', 'KMSEncryptionConfig', 'AWSKMSKeyARN'],
    control: 'S-08',
  },
];
