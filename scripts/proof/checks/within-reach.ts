import type { Assembly, Placed } from '../assembly';
import { about, type Check } from '../check';
import { type Leaf, leavesOf, under } from '../leaves';
import { isAbout, pointsTo, textOf } from '../points-to';
import { resourcesOf } from '../resources-of';
import { allowedOn, matches, roleAllows } from '../role-allows';

/** Properties that hold the role of the resource itself, and of a delivery stream's destination. */
const ROLE = ['Role', 'RoleArn', 'ExecutionRoleArn', 'ExtendedS3DestinationConfiguration.RoleARN'];
/** A metric has no ARN: who may read any may read those of the endpoint that it is told of. */
const READS_SIGNALS = ['cloudwatch:GetMetricData', 'cloudwatch:GetMetricStatistics'];
/** A place in a bucket that some template makes, as `inText` writes it, up to what only a deployment knows. */
const S3_URI = /^s3:\/\/\$\{([^.}]+)\.([^.}]+)\.Ref\}(\/[^$]*)?/;

/** What a function, a job or a stream is told to use, its role lets it use: the same resource, the same prefix. */
export const withinReach: Check = {
  id: 'within-reach',
  rule: 'Every resource and every place in S3 that a function, job or stream with a role of its own is told of stands in some statement of that role',
  find: (assembly) =>
    resourcesOf(assembly).flatMap((resource) => {
      const value = ROLE.map((path) => under(resource.Properties, ...path.split('.'))).find(
        (each) => each !== undefined,
      );
      const { resource: role } = pointsTo(value, resource.stack, assembly);
      if (role?.Type !== 'AWS::IAM::Role') return [];
      const texts = allowedOn(role, 's3', assembly);
      const faults = leavesOf(resource.Properties).flatMap((leaf) => [
        ...placeFaults(leaf, resource, texts, assembly),
        ...nameFaults(leaf, resource, role, assembly),
      ]);
      return [...faults, ...streamFaults(resource, texts, assembly)].map((fault) =>
        about(resource, `${fault}, on which ${role.logicalId} allows nothing`),
      );
    }),
};

function placeFaults({ path, value }: Leaf, { stack }: Placed, texts: readonly string[], assembly: Assembly): string[] {
  const text = textOf(value, stack, assembly);
  const [, stackId, logicalId, prefix = ''] = S3_URI.exec(text) ?? [];
  if (!stackId) return [];
  return covered(`\${${stackId}.${logicalId}.Arn}`, prefix, texts) ? [] : [`${path} is ${text}`];
}

function nameFaults({ path, value }: Leaf, { Type, stack }: Placed, role: Placed, assembly: Assembly): string[] {
  if (Type !== 'AWS::Lambda::Function' || !path.startsWith('Environment.Variables.')) return [];
  const { resource: named, text } = pointsTo(value, stack, assembly);
  if (!named || text.startsWith('s3://')) return [];
  const reads = READS_SIGNALS.some((action) => roleAllows(role, action, undefined, assembly));
  if (reads && named.Type === 'AWS::SageMaker::Endpoint') return [];
  const texts = allowedOn(role, serviceOf(named.Type), assembly);
  return texts.some((each) => each === '*' || isAbout(each, named, assembly))
    ? []
    : [`${path} is about ${named.logicalId}`];
}

/** The prefix of a type's actions in IAM. */
function serviceOf(type: string): string {
  const part = type.split('::')[1] ?? '';
  return { StepFunctions: 'states', KinesisFirehose: 'firehose' }[part] ?? part.toLowerCase();
}

/** A delivery stream puts its prefixes behind the ARN of its bucket. */
function streamFaults({ Type, Properties, stack }: Placed, texts: readonly string[], assembly: Assembly): string[] {
  const destination = Properties.ExtendedS3DestinationConfiguration;
  if (Type !== 'AWS::KinesisFirehose::DeliveryStream' || destination === undefined) return [];
  const bucket = textOf(under(destination, 'BucketARN'), stack, assembly);
  return ['Prefix', 'ErrorOutputPrefix']
    .map((name) => [name, textOf(under(destination, name), stack, assembly)] as const)
    .filter(([, prefix]) => !covered(bucket, `/${prefix.replace(/!\{.*$/s, '')}`, texts))
    .map(([name, prefix]) => `${name} is ${prefix}`);
}

/** Whether some text allows what lies under a prefix, or an object of that name. */
function covered(bucketArn: string, prefix: string, texts: readonly string[]): boolean {
  const place = prefix.replace(/\/$/, '');
  return texts.some((text) => {
    if (text === '*') return true;
    if (!text.startsWith(`${bucketArn}/`)) return false;
    const pattern = text.slice(bucketArn.length);
    return matches(pattern, `${place}/x`) || matches(pattern, place);
  });
}
