import { BUCKET } from '../attached-policies';
import { about, type Check } from '../check';
import { resourcesOf } from '../resources-of';
import { shown, valueAt } from '../value-at';

export const bucketVersioning: Check = {
  id: 'bucket-versioning',
  rule: 'A bucket keeps what was overwritten or deleted, for a while (S-09; S3.14).',
  find: (assembly) =>
    resourcesOf(assembly, BUCKET)
      .map((bucket) => ({ bucket, status: valueAt(bucket.Properties, 'VersioningConfiguration', 'Status') }))
      .filter(({ status }) => status !== 'Enabled')
      .map(({ bucket, status }) =>
        about(bucket, `S-09: VersioningConfiguration.Status is ${shown(status)}; it has to be Enabled`),
      ),
};
