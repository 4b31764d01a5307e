import type { Assembly, Placed } from '../assembly';
import { about, type Check } from '../check';
import { isTrue, type Json, list, record, valuesAt } from '../json';
import { referred } from '../referred';
import { resourcesOf } from '../resources-of';

/** A rule that is off, listens on the wrong bus or to nobody is deployed without a word and never fires. */
export const rulesFire: Check = {
  id: 'rules-fire',
  rule: 'Every rule is on, has targets, and listens on the bus to which its source sends (EventBridge, event buses)',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::Events::Rule').flatMap((rule) =>
      faults(rule, assembly).map((fault) => about(rule, fault)),
    ),
};

function faults(rule: Placed, assembly: Assembly): string[] {
  const { EventPattern, ScheduleExpression, State, Targets } = rule.Properties;
  const pattern = record(EventPattern);
  return [
    ...(EventPattern === undefined && ScheduleExpression === undefined
      ? ['has neither EventPattern nor ScheduleExpression']
      : []),
    ...(State !== undefined && !String(State).startsWith('ENABLED')
      ? [`State is ${String(State)}, so it never fires`]
      : []),
    ...(list(Targets).length === 0 ? ['has no Targets, so nothing follows'] : []),
    ...busFaults(rule, pattern, assembly),
    ...bucketFaults(rule, pattern, assembly),
  ];
}

/** Services of AWS send to the default bus only; what is ours needs somebody who may send it. */
function busFaults({ Properties, stack }: Placed, pattern: Json, assembly: Assembly): string[] {
  const { EventBusName, ScheduleExpression } = Properties;
  const bus = EventBusName === undefined ? undefined : referred(EventBusName, stack, assembly)?.resource;
  const own = EventBusName !== undefined && !/(^|\/)default$/.test(String(EventBusName));
  const sources = list(pattern.source).map(String);
  const sent = resourcesOf(
    assembly,
    'AWS::IAM::Policy',
    'AWS::IAM::ManagedPolicy',
    'AWS::IAM::Role',
    'AWS::Events::EventBusPolicy',
  ).some(({ Properties: policy }) => JSON.stringify(policy).includes('events:PutEvents'));
  return [
    ...(own && bus?.Type !== 'AWS::Events::EventBus'
      ? [`EventBusName ${JSON.stringify(EventBusName)} is no bus of any template`]
      : []),
    ...(own && ScheduleExpression !== undefined ? ['has a ScheduleExpression, which only the default bus takes'] : []),
    ...(own && sources.some((each) => each.startsWith('aws.'))
      ? [`waits for ${sources.join(', ')} on a bus of its own, expected the default bus`]
      : []),
    ...(sources.length > 0 && !sources.some((each) => each.startsWith('aws.')) && !sent
      ? [`waits for ${sources.join(', ')}, and nobody may send events`]
      : []),
  ];
}

/** A bucket sends to EventBridge only when told to (S3, "Enabling Amazon EventBridge"). */
function bucketFaults(rule: Placed, pattern: Json, assembly: Assembly): string[] {
  if (!list(pattern.source).includes('aws.s3')) return [];
  return valuesAt(pattern, 'detail.bucket.name').flatMap((value) => {
    const bucket = referred(value, rule.stack, assembly)?.resource;
    if (bucket?.Type !== 'AWS::S3::Bucket') return [];
    const { EventBridgeConfiguration } = record(bucket.Properties.NotificationConfiguration);
    const { EventBridgeEnabled = true } = record(EventBridgeConfiguration);
    return EventBridgeConfiguration !== undefined && isTrue(EventBridgeEnabled)
      ? []
      : [`waits for ${bucket.logicalId}, which does not send to EventBridge`];
  });
}
