import { admits } from './admits';
import type { Assembly, Placed } from './assembly';
import { list } from './json';
import { referred, same } from './referred';
import { resourcesOf } from './resources-of';
import { textOf } from './text-of';

const BUDGETS = 'budgets.amazonaws.com';

/** Why a budget's notification does not reach the topic that it names; nothing for a topic that only a deployment knows. */
export function reachesTopic(address: unknown, budget: Placed, assembly: Assembly): string | undefined {
  const topic = referred(address, budget.stack, assembly)?.resource;
  const text = textOf(address, budget, assembly);
  if (!topic) return text.startsWith('${') ? undefined : `it tells ${text || 'no topic'}, a topic of no template`;
  if (topic.Type !== 'AWS::SNS::Topic') return `it tells ${topic.logicalId}, a ${topic.Type}, expected a topic`;
  const call = { service: BUDGETS, source: budget };
  // Without a policy of its own a topic admits its own account, and a service is no account.
  const open = resourcesOf(assembly, 'AWS::SNS::TopicPolicy').some(
    ({ Properties, stack }) =>
      list(Properties.Topics).some((each) => same(referred(each, stack, assembly)?.resource, topic)) &&
      admits(Properties.PolicyDocument, { ...call, action: 'sns:Publish', resource: topic }, stack, assembly),
  );
  if (!open) return `no policy of ${topic.logicalId} lets ${BUDGETS} publish`;
  const id = topic.Properties.KmsMasterKeyId;
  if (id === undefined) return undefined;
  const key = referred(id, topic.stack, assembly)?.resource;
  if (key?.Type !== 'AWS::KMS::Key') return `the key of ${topic.logicalId} admits no budget: expected one of ours`;
  const missing = ['kms:Decrypt', 'kms:GenerateDataKey'].filter(
    (action) => !admits(key.Properties.KeyPolicy, { ...call, action, resource: key }, key.stack, assembly),
  );
  return missing.length === 0
    ? undefined
    : `key ${key.logicalId} of ${topic.logicalId} does not allow ${BUDGETS} ${missing.join(' and ')}`;
}
