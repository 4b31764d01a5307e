import type { Assembly, Placed } from '../assembly';
import { attachedStatements, BUCKET, isAbout, logBuckets, named } from '../attached-policies';
import { about, type Check } from '../check';
import { resourcesOf } from '../resources-of';
import { textIn } from '../tolerant-reading';
import { shown, valueAt } from '../value-at';

/** From the S3 user guide, "Enabling Amazon S3 server access logging": a wrong destination is accepted and gets nothing. */
export const bucketAccessLogs: Check = {
  id: 'bucket-access-logs',
  rule: 'A bucket logs who reads and writes it, to a bucket that S3 may write to, under a prefix of its own (S-09; S3.9).',
  find: (assembly) => {
    const takers = logBuckets(assembly);
    const buckets = resourcesOf(assembly, BUCKET);
    const places = buckets.map((bucket) => place(bucket, assembly));
    return [
      ...buckets.flatMap((bucket, index) => {
        const destination = valueAt(bucket.Properties, 'LoggingConfiguration', 'DestinationBucketName');
        // A bucket of logs that logged itself would log its own logging without end.
        if (destination === undefined)
          return takers.has(bucket)
            ? []
            : [about(bucket, 'S-09: LoggingConfiguration names no bucket; nobody can say who read this one')];
        const taker = named(destination, bucket, BUCKET, assembly);
        if (!taker) return [about(bucket, `S-09: its access logs go to ${shown(destination)}, which no template has`)];
        if (taker === bucket)
          return [about(bucket, 'S-09: its access logs go to itself, and each log is logged again')];
        return places.indexOf(places[index] ?? '') === index
          ? []
          : [about(bucket, 'S-09: LogFilePrefix is that of another bucket; logs of the two cannot be told apart')];
      }),
      ...[...takers].flatMap((taker) =>
        faults(taker, assembly).map((fault) => about(taker, `S-09: access logs go here, but ${fault}`)),
      ),
    ];
  },
};

function place({ Properties, stack, logicalId }: Placed, assembly: Assembly): string {
  const logging = valueAt(Properties, 'LoggingConfiguration');
  const [bucket, prefix] = ['DestinationBucketName', 'LogFilePrefix'].map((name) =>
    textIn(valueAt(logging, name), stack, assembly),
  );
  return bucket ? `${bucket}/${prefix}` : `${stack.id}/${logicalId}`;
}

function faults(taker: Placed, assembly: Assembly): string[] {
  const writing = attachedStatements(taker, 'AWS::S3::BucketPolicy', 'Bucket', assembly).some(
    ({ effect, actions, principals, resources }) =>
      effect === 'Allow' &&
      principals.some(({ kind, name }) => kind === 'Service' && name === 'logging.s3.amazonaws.com') &&
      actions.some((action) => ['s3:PutObject', 's3:Put*', 's3:*', '*'].includes(action)) &&
      resources.some((text) => isAbout(text, taker) && text.endsWith('*')),
  );
  return writing ? [] : ['its policy does not let logging.s3.amazonaws.com do s3:PutObject on its objects'];
}
