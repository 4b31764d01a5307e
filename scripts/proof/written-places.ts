import type { Assembly, Placed } from './assembly';
import type { ResourceNames } from './iam/resource-names';
import { roleStatements } from './iam/role-statements';
import { matches } from './iam/wildcard';
import { record } from './json';
import { referred, same } from './referred';
import { resourcesOf } from './resources-of';

const DESTINATIONS = ['ExtendedS3DestinationConfiguration', 'S3DestinationConfiguration'];

/**
 * Patterns of the ARNs of all objects that somebody in the templates may write. A delivery stream's role is allowed its whole
 * bucket as a rule, so that the stream's prefix counts instead.
 */
export function writtenPlaces(assembly: Assembly, names: ResourceNames): readonly string[] {
  const streams = resourcesOf(assembly, 'AWS::KinesisFirehose::DeliveryStream').flatMap((stream) =>
    DESTINATIONS.filter((name) => name in stream.Properties).map((name) => ({
      stream,
      destination: record(stream.Properties[name]),
    })),
  );
  const ofStreams = streams.map(({ stream, destination }) => referred(destination.RoleARN, stream.stack, assembly));
  return [
    ...streams.map(({ stream, destination }) => prefixOf(destination, stream, names)),
    ...roleStatements(assembly)
      .filter(({ role }) => !ofStreams.some((each) => same(each?.resource, role)))
      .flatMap(({ statements }) => statements)
      .filter(({ effect, actions }) => effect === 'Allow' && !actions.not && actions.of.some(writes))
      .flatMap(({ resources }) => (resources?.not ? ['*'] : (resources?.of ?? []))),
  ];
}

function writes(action: string): boolean {
  return matches(action, 's3:PutObject', { ignoreCase: true });
}

function prefixOf({ BucketARN, Prefix }: Readonly<Record<string, unknown>>, stream: Placed, names: ResourceNames) {
  const [fixed = ''] = names.text(Prefix ?? '', stream.stack).split('!{');
  return `${names.text(BucketARN, stream.stack)}/${fixed}*`;
}
