import { put, remove, together } from '../edits';
import { faultsOf } from '../fault';
import { properties } from '../seeds';

/** Data in the clear, or open to the public. */
export const ENCRYPTION = faultsOf('encryption', [
  ['bucket-in-the-clear', 'a bucket without our key', properties('DataLake/StorageRaw', remove('BucketEncryption'))],
  [
    'bucket-key-of-aws',
    'a bucket with the key of the service',
    properties(
      'DataLake/StorageDatasets',
      put('BucketEncryption/ServerSideEncryptionConfiguration', [
        { ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
      ]),
    ),
  ],
  [
    'public-access',
    'a bucket that may become public',
    properties('DataLake/StorageRaw', remove('PublicAccessBlockConfiguration')),
  ],
  [
    'public-policy',
    'a bucket whose policy may make it public',
    properties('Training/ModelsBucket', put('PublicAccessBlockConfiguration/BlockPublicPolicy', false)),
  ],
  [
    'object-owner',
    'a bucket with lists of rights',
    properties('DataLake/StorageRaw', put('OwnershipControls/Rules/0/ObjectOwnership', 'ObjectWriter')),
  ],
  [
    'bucket-acl',
    'a bucket that everybody may read',
    properties('DataLake/StorageRaw', put('AccessControl', 'PublicRead')),
  ],
  [
    'bucket-not-logged',
    'a bucket whose readers nobody sees',
    properties('DataLake/StorageRaw', remove('LoggingConfiguration')),
  ],
  ['key-not-rotated', 'a key that is never rotated', properties('Foundation/Key', put('EnableKeyRotation', false))],
  ['topic-in-the-clear', 'a topic without key', properties('Foundation/Operators', remove('KmsMasterKeyId'))],
  [
    'topic-key-of-aws',
    'a topic with a key that alarms may not use',
    properties('Foundation/Operators', put('KmsMasterKeyId', 'alias/aws/sns')),
  ],
  [
    'stream-in-the-clear',
    'a delivery stream in the clear',
    properties('Prediction/ApiLogsPredictions', remove('DeliveryStreamEncryptionConfigurationInput')),
  ],
  [
    'stream-output-in-the-clear',
    'a delivery stream that writes without our key',
    properties('Prediction/ApiLogsPredictions', remove('ExtendedS3DestinationConfiguration/EncryptionConfiguration')),
  ],
  [
    'endpoint-disk',
    'the disk of an endpoint without our key',
    properties('Serving/RealTimeConfig', remove('KmsKeyId')),
  ],
  [
    'secret-in-a-template',
    'a secret whose value stands in the template',
    properties(
      'DataPreparation/JobsMaskingKey',
      together(remove('GenerateSecretString'), put('SecretString', 'correct-horse-battery-staple')),
    ),
  ],
  ['secret-in-the-clear', 'a secret without our key', properties('DataPreparation/JobsMaskingKey', remove('KmsKeyId'))],
  [
    'password-in-a-variable',
    'a secret in the variables of a function',
    properties(
      'Training/StartStartTraining',
      put('Environment/Variables/API_TOKEN', 'ghp_0123456789abcdefghijklmnopqrstuvwxyz'),
    ),
  ],
]);
