import type { Assembly, Placed } from '../assembly';
import { attachedStatements, isAbout } from '../attached-policies';
import { about, type Check } from '../check';
import type { Statement } from '../policy-statements';
import { resourcesOf } from '../resources-of';

/** What has a policy of its own, the type and property that attach it, what it has to deny, and on which parts. */
const GUARDED = [
  {
    type: 'AWS::S3::Bucket',
    policy: 'AWS::S3::BucketPolicy',
    property: 'Bucket',
    action: 's3:*',
    parts: ['', '/*'],
    control: 'S-09, S3.5',
  },
  {
    type: 'AWS::SQS::Queue',
    policy: 'AWS::SQS::QueuePolicy',
    property: 'Queues',
    action: 'sqs:*',
    parts: [''],
    control: 'AwsSolutions-SQS4',
  },
  {
    type: 'AWS::SNS::Topic',
    policy: 'AWS::SNS::TopicPolicy',
    property: 'Topics',
    action: 'sns:Publish',
    parts: [''],
    control: 'AwsSolutions-SNS3',
  },
];

export const tlsOnly: Check = {
  id: 'tls-only',
  rule: 'Buckets, queues and topics refuse everybody who comes without TLS (S-09; S3.5).',
  find: (assembly) =>
    GUARDED.flatMap((guard) =>
      resourcesOf(assembly, guard.type)
        .filter((resource) => !isGuarded(resource, guard, assembly))
        .map((resource) =>
          about(
            resource,
            `${guard.control}: no ${guard.policy} denies ${guard.action} to everybody when aws:SecureTransport is false, on all of it`,
          ),
        ),
    ),
};

function isGuarded(
  resource: Placed,
  { policy, property, action, parts }: (typeof GUARDED)[number],
  assembly: Assembly,
): boolean {
  const denied = attachedStatements(resource, policy, property, assembly)
    .filter((statement) => deniesWithoutTls(statement, action))
    .flatMap(({ resources }) => resources)
    .filter((text) => isAbout(text, resource));
  return parts.every((part) =>
    denied.some((text) => text === '*' || (part === '' ? !text.endsWith('/*') : text.endsWith(part))),
  );
}

/** Denied to all, in no other case than this one, so that the denial covers every request. */
function deniesWithoutTls({ effect, principals, actions, conditions, inverted }: Statement, action: string): boolean {
  const [condition, ...others] = conditions;
  const service = action.split(':')[0];
  return (
    effect === 'Deny' &&
    inverted.length === 0 &&
    principals.some(({ name }) => name === '*') &&
    actions.some((each) => [action, `${service}:*`, '*'].includes(each)) &&
    others.length === 0 &&
    /^Bool(IfExists)?$/.test(condition?.operator ?? '') &&
    condition?.key.toLowerCase() === 'aws:securetransport' &&
    condition.values.every((value) => value === 'false') &&
    condition.values.length > 0
  );
}
