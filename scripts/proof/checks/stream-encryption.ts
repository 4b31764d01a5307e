import { about, type Check } from '../check';
import { resourcesOf } from '../resources-of';
import { shown, valueAt } from '../value-at';

const KEY_TYPES = ['AWS_OWNED_CMK', 'CUSTOMER_MANAGED_CMK'];

export const streamEncryption: Check = {
  id: 'stream-encryption',
  rule: 'What waits in a stream is encrypted until it is delivered (DataFirehose.1, Kinesis.1).',
  find: (assembly) => [
    // A stream that reads from Kinesis keeps nothing itself.
    ...resourcesOf(assembly, 'AWS::KinesisFirehose::DeliveryStream')
      .filter(({ Properties }) => valueAt(Properties, 'DeliveryStreamType') !== 'KinesisStreamAsSource')
      .map((stream) => ({
        stream,
        type: valueAt(stream.Properties, 'DeliveryStreamEncryptionConfigurationInput', 'KeyType'),
      }))
      .filter(({ type }) => !KEY_TYPES.includes(String(type)))
      .map(({ stream, type }) =>
        about(
          stream,
          `DataFirehose.1: DeliveryStreamEncryptionConfigurationInput.KeyType is ${shown(type)}; it has to be ${KEY_TYPES.join(' or ')}`,
        ),
      ),
    ...resourcesOf(assembly, 'AWS::Kinesis::Stream')
      .filter(({ Properties }) => valueAt(Properties, 'StreamEncryption', 'EncryptionType') !== 'KMS')
      .map((stream) => about(stream, 'Kinesis.1: StreamEncryption.EncryptionType is not KMS')),
  ],
};
