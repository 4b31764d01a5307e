import type { Assembly, Placed } from '../assembly';
import { about, type Check, type Finding } from '../check';
import { isServicePrincipal } from '../facts/assumed-by';
import { arnsOverlap, partsOf } from '../iam/arn';
import { type Policy, policiesOf } from '../iam/policies';
import { ResourceNames } from '../iam/resource-names';
import { inWords, listed, type Statement } from '../iam/statement';
import { referencesIn, target } from '../references';
import { resourcesOf } from '../resources-of';

/** The property that says on what a policy stands, and the service whose actions it may name. */
const STANDS_ON: Readonly<Record<string, { on?: string; service: string }>> = {
  'AWS::KMS::Key': { service: 'kms' },
  'AWS::S3::BucketPolicy': { on: 'Bucket', service: 's3' },
  'AWS::SNS::TopicPolicy': { on: 'Topics', service: 'sns' },
  'AWS::SQS::QueuePolicy': { on: 'Queues', service: 'sqs' },
};

/** What S3, SNS, SQS and KMS refuse in a policy when the stack is deployed. */
export const iamResourcePolicies: Check = {
  id: 'iam-resource-policies',
  rule: 'A policy of a bucket, topic, queue or key names what it stands on, actions on that, and principals that exist',
  find(assembly) {
    const names = new ResourceNames(assembly);
    const identities = resourcesOf(assembly, 'AWS::IAM::Role', 'AWS::IAM::User').map((each) => names.arnOf(each) ?? '');
    return policiesOf(assembly).flatMap((policy) => findIn(policy, assembly, names, identities));
  },
};

function findIn(policy: Policy, assembly: Assembly, names: ResourceNames, identities: readonly string[]): Finding[] {
  const { holder, kind, statements } = policy;
  const form = STANDS_ON[holder.Type];
  if (kind !== 'resource' || !form) return [];
  const arns = form.on === undefined ? ['*'] : standsOn(holder, form.on, assembly, names);
  return [
    ...(arns.length === 0 ? ['it stands on nothing that a template holds'] : []),
    ...statements.flatMap((each) =>
      wrongWith(each, arns, form.service, identities).map((message) => `${inWords(each)}: ${message}`),
    ),
  ].map((message) => about(holder, message));
}

function wrongWith(
  { actions, resources, principals }: Statement,
  arns: readonly string[],
  service: string,
  identities: readonly string[],
): string[] {
  const foreign = actions.of.filter((action) => action !== '*' && action.split(':')[0]?.toLowerCase() !== service);
  // In the policy of a key, `*` is that key.
  const isOwn = (arn: string) =>
    service === 'kms' ? arn === '*' : arn !== '*' && arns.some((own) => arnsOverlap(arn, own));
  return [
    ...foreign.map((action) => `${action} is no action on what the policy stands on`),
    ...(resources ? [] : ['it names no resource']),
    ...(resources?.of ?? []).filter((arn) => !isOwn(arn)).map((arn) => `${arn} is not what the policy stands on`),
    ...(principals?.of ?? [])
      .filter((principal) => !exists(principal, identities))
      .map((principal) => `${principal} does not exist`),
  ];
}

/** Everybody and the account itself exist; whether they may be let in is another check's question. */
function exists(principal: string, identities: readonly string[]): boolean {
  const [kind = '', ...rest] = principal.split(':');
  const name = rest.join(':');
  if (kind === 'Service') return isServicePrincipal(name);
  if (kind !== 'AWS') return ['Federated', 'CanonicalUser'].includes(kind);
  const [, , service, , , who] = partsOf(name) ?? [];
  if (service === undefined) return name === '*' || /^\d{12}$/.test(name) || name.startsWith('${');
  return (
    (service === 'iam' || service === 'sts') &&
    (who === 'root' || !name.includes(':111111111111:') || identities.includes(name))
  );
}

function standsOn(holder: Placed, property: string, assembly: Assembly, names: ResourceNames): string[] {
  return listed(holder.Properties[property])
    .flatMap((value) => referencesIn(value, holder.stack, assembly))
    .flatMap((reference) => target(reference) ?? [])
    .flatMap((resource) => names.arnsOf(resource));
}
