import type { Placed } from '../../assembly';
import { SERVICE_ACTIONS, SOURCE_ACTIONS } from '../../facts/service-role-actions';
import { listOf, valueAt } from '../../value-at';
import { keyChecks } from '../operations/operation';
import { type Asked, ask, asked, type Caller, type World } from './world';

/** What Firehose does with the roles of a stream: it delivers to S3, in a table's format if asked, and logs what failed. */
export const ofStream: Caller = (resource, world) =>
  ['ExtendedS3DestinationConfiguration', 'S3DestinationConfiguration']
    .map((name) => valueAt(resource.Properties, name))
    .filter((each) => each !== undefined)
    .flatMap((destination) => [
      ...ofDestination(destination, resource, world),
      ...ofDestination(valueAt(destination, 'S3BackupConfiguration'), resource, world),
      ...ofSource(resource, world),
    ]);

function ofDestination(destination: unknown, { stack }: Placed, world: World): Asked[] {
  if (destination === undefined) return [];
  const role = world.roleOf(valueAt(destination, 'RoleARN'), stack);
  const bucket = world.text(valueAt(destination, 'BucketARN'), stack);
  const named = world.text(
    valueAt(destination, 'EncryptionConfiguration', 'KMSEncryptionConfig', 'AWSKMSKeyARN'),
    stack,
  );
  const at = named === '' ? world.at(stack) : { ...world.at(stack), keyOf: () => named };
  const prefixes = ['Prefix', 'ErrorOutputPrefix'].map((name) => world.text(valueAt(destination, name), stack));
  return [
    ...ask(role, SERVICE_ACTIONS.streamBucket, bucket),
    ...prefixes.flatMap((prefix) => ask(role, SERVICE_ACTIONS.streamObject, `${bucket}/${prefix}file`)),
    ...asked(role, keyChecks(SERVICE_ACTIONS.streamKey, bucket, 's3', at)),
    ...ofLogs(role, valueAt(destination, 'CloudWatchLoggingOptions'), stack, world),
    ...ofFormat(valueAt(destination, 'DataFormatConversionConfiguration', 'SchemaConfiguration'), stack, world),
    ...listOf(valueAt(destination, 'ProcessingConfiguration', 'Processors'))
      .flatMap((each) => listOf(valueAt(each, 'Parameters')))
      .filter((each) => valueAt(each, 'ParameterName') === 'LambdaArn')
      .flatMap((each) =>
        ask(role, SERVICE_ACTIONS.streamTransform, world.text(valueAt(each, 'ParameterValue'), stack)),
      ),
  ];
}

function ofLogs(role: string, options: unknown, stack: Placed['stack'], world: World): Asked[] {
  if (valueAt(options, 'Enabled') !== true) return [];
  const [group, stream] = ['LogGroupName', 'LogStreamName'].map((name) => world.text(valueAt(options, name), stack));
  const arn = `arn:aws:logs:${stack.region}:111111111111:log-group:${group}:log-stream:${stream}`;
  return ask(role, SERVICE_ACTIONS.streamLogs, arn);
}

function ofFormat(schema: unknown, stack: Placed['stack'], world: World): Asked[] {
  if (schema === undefined) return [];
  const role = world.roleOf(valueAt(schema, 'RoleARN'), stack);
  const [database, table] = ['DatabaseName', 'TableName'].map((name) => world.text(valueAt(schema, name), stack));
  const place = `arn:aws:glue:${stack.region}:111111111111`;
  return [`${place}:catalog`, `${place}:database/${database}`, `${place}:table/${database}/${table}`].flatMap((arn) =>
    ask(role, SERVICE_ACTIONS.streamSchema, arn),
  );
}

function ofSource({ Properties, stack }: Placed, world: World): Asked[] {
  const source = valueAt(Properties, 'KinesisStreamSourceConfiguration');
  const arn = world.text(valueAt(source, 'KinesisStreamARN'), stack);
  return arn === '' ? [] : ask(world.roleOf(valueAt(source, 'RoleARN'), stack), SOURCE_ACTIONS.kinesis ?? [], arn);
}
