import { admits } from '../admits';
import type { Assembly, Placed } from '../assembly';
import { about, type Check, type Finding } from '../check';
import { isTrue, list } from '../json';
import { referred, same } from '../referred';
import { resourcesOf } from '../resources-of';
import { textOf } from '../text-of';

const CLOUDWATCH = 'cloudwatch.amazonaws.com';
/** What else than a topic an alarm may set off; these act instead of telling. */
const ACTS =
  /^AWS::((Application)?AutoScaling::ScalingPolicy|Lambda::(Function|Alias|Version)|SSMIncidents::ResponsePlan)$|^arn:aws:(automate|ssm|ssm-incidents|swf|aiops):/;
const RUNBOOK = /https?:\/\/\S+|[\w./-]+\.md(#[\w-]+)?/;

/** An alarm that cannot reach anybody, or says nothing to whom it wakes, watches for nobody (CIS 4; operational excellence). */
export const alarmsTellSomebody: Check = {
  id: 'alarms-tell-somebody',
  rule: 'Every alarm has an action that CloudWatch may take, and says in a sentence what happened and where to read on',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm').flatMap((alarm) => [
      ...actionFaults(alarm, assembly),
      ...descriptionFaults(alarm, assembly),
    ]),
};

function actionFaults(alarm: Placed, assembly: Assembly): Finding[] {
  const { AlarmActions, OKActions, InsufficientDataActions, ActionsEnabled } = alarm.Properties;
  const all = {
    AlarmActions: list(AlarmActions),
    OKActions: list(OKActions),
    InsufficientDataActions: list(InsufficientDataActions),
  };
  const faults = Object.entries(all).flatMap(([key, actions]) =>
    actions.flatMap((action) => {
      const fault = actionFault(action, alarm, assembly);
      return fault === undefined ? [] : [about(alarm, `${key}: ${fault}`)];
    }),
  );
  if (ActionsEnabled !== undefined && !isTrue(ActionsEnabled))
    faults.push(about(alarm, 'ActionsEnabled is false, so it tells nobody'));
  if (all.AlarmActions.length === 0 && !isPartOfComposite(alarm, assembly))
    faults.push(about(alarm, 'AlarmActions is empty, so it tells nobody'));
  return faults;
}

function actionFault(action: unknown, alarm: Placed, assembly: Assembly): string | undefined {
  const resource = referred(action, alarm.stack, assembly)?.resource;
  const text = textOf(action, alarm, assembly);
  if (ACTS.test(resource?.Type ?? text)) return undefined;
  if (resource === undefined) {
    const parameter = typeof action === 'object' && JSON.stringify(action).includes('"Ref"');
    return parameter && text.startsWith('${') && isParameter(text, alarm)
      ? undefined
      : `${text || 'it'} is in no template`;
  }
  if (resource.Type !== 'AWS::SNS::Topic') return `is ${resource.Type} ${resource.logicalId}, expected a topic`;
  if (isTrue(resource.Properties.FifoTopic)) return `${resource.logicalId} is FIFO, which takes no alarms`;
  if (resource.stack.region !== alarm.stack.region)
    return `${resource.logicalId} is in ${resource.stack.region}, expected the alarm's region`;
  return closedTopic(resource, alarm, assembly);
}

/** A topic without a policy of its own admits the account's alarms; one whose key is AWS's own never does (SNS, "Key management"). */
function closedTopic(topic: Placed, alarm: Placed, assembly: Assembly): string | undefined {
  const call = { service: CLOUDWATCH, source: alarm };
  const policies = resourcesOf(assembly, 'AWS::SNS::TopicPolicy').filter(({ Properties, stack }) =>
    list(Properties.Topics).some((each) => same(referred(each, stack, assembly)?.resource, topic)),
  );
  const open = policies.some(({ Properties, stack }) =>
    admits(Properties.PolicyDocument, { ...call, action: 'sns:Publish', resource: topic }, stack, assembly),
  );
  if (policies.length > 0 && !open) return `the policy of ${topic.logicalId} does not let ${CLOUDWATCH} publish`;
  const id = topic.Properties.KmsMasterKeyId;
  if (id === undefined) return undefined;
  const key = referred(id, topic.stack, assembly)?.resource;
  if (key?.Type !== 'AWS::KMS::Key')
    return textOf(id, topic, assembly).includes('alias/aws/')
      ? `the key of ${topic.logicalId} is AWS's own, which admits no alarm`
      : undefined;
  const missing = ['kms:Decrypt', 'kms:GenerateDataKey'].filter(
    (action) => !admits(key.Properties.KeyPolicy, { ...call, action, resource: key }, key.stack, assembly),
  );
  return missing.length === 0
    ? undefined
    : `key ${key.logicalId} of ${topic.logicalId} does not allow ${CLOUDWATCH} ${missing.join(' and ')}`;
}

function isParameter(text: string, { stack }: Placed): boolean {
  const name = text.slice(2, -1).split('.')[1] ?? '';
  return name in ((stack.template.Parameters ?? {}) as object);
}

function isPartOfComposite(alarm: Placed, assembly: Assembly): boolean {
  return resourcesOf(assembly, 'AWS::CloudWatch::CompositeAlarm').some((composite) => {
    const rule = textOf(composite.Properties.AlarmRule, composite, assembly);
    const name = textOf(alarm.Properties.AlarmName, alarm, assembly);
    return rule.includes(`\${${alarm.stack.id}.${alarm.logicalId}.`) || (name !== '' && rule.includes(name));
  });
}

function descriptionFaults(alarm: Placed, assembly: Assembly): Finding[] {
  const text = textOf(alarm.Properties.AlarmDescription, alarm, assembly);
  const prose = text.replace(RUNBOOK, '');
  const isSentence = prose.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length >= 4 && /[.;!]/.test(prose);
  if (!isSentence) return [about(alarm, `AlarmDescription says no sentence: ${JSON.stringify(text)}`)];
  return RUNBOOK.test(text)
    ? []
    : [about(alarm, 'AlarmDescription names no runbook: expected an address or a file.md#entry')];
}
