import { admits, roleMay } from '../admits';
import type { Assembly, Placed } from '../assembly';
import { about, type Check, type Finding } from '../check';
import { type AsynchronousEdge, asynchronousEdges } from '../dead-letters';
import { list, numeric } from '../json';
import { referred, same } from '../referred';
import { resourcesOf } from '../resources-of';

/** The longest that SQS keeps a message, which costs nothing: 14 days. Without a word it keeps 4, a long weekend. */
const KEPT_SECONDS = 1_209_600;
const KEPT_BY_DEFAULT = 345_600;

/** R-01, second half: a dead-letter queue that refuses its source loses all it was made for, silently. */
export const deadLetterQueuesAdmit: Check = {
  id: 'dead-letter-queues-admit',
  rule: 'A dead-letter queue exists, keeps messages for 14 days, and lets its source write, encrypted too (R-01)',
  find: (assembly) =>
    asynchronousEdges(assembly)
      .filter(({ deadLetters }) => deadLetters !== undefined)
      .flatMap((edge) => faults(edge, assembly)),
};

function faults(edge: AsynchronousEdge, assembly: Assembly): Finding[] {
  const { at, what, deadLetters } = edge;
  const say = (fault: string) => [about(at, `dead-letter queue of ${what}: ${fault}`)];
  const found = referred(deadLetters, at.stack, assembly);
  if (!found) return say(`no template has it: ${JSON.stringify(deadLetters)}`);
  const { resource: queue, attribute } = found;
  if (queue.Type === 'AWS::SNS::Topic') return [];
  if (queue.Type !== 'AWS::SQS::Queue') return say(`is ${queue.Type} ${queue.logicalId}, expected a queue`);
  if (same(queue, at)) return say('is the queue itself');
  if (attribute !== 'Arn') return say(`is given by ${attribute}, expected its Arn`);
  const { FifoQueue, MessageRetentionPeriod, KmsMasterKeyId } = queue.Properties;
  const kept = numeric(MessageRetentionPeriod) ?? KEPT_BY_DEFAULT;
  return [
    ...(String(FifoQueue) === 'true' && at.Properties.FifoQueue === undefined
      ? say('is FIFO, expected a standard one')
      : []),
    ...(kept < KEPT_SECONDS
      ? say(`${queue.logicalId} forgets after ${kept} seconds, expected ${KEPT_SECONDS}, the most that there is`)
      : []),
    ...(mayWrite(edge, queue, assembly) ? [] : say(`nothing lets ${senderOf(edge)} send to ${queue.logicalId}`)),
    ...(KmsMasterKeyId === undefined || mayEncrypt(edge, KmsMasterKeyId, queue, assembly)
      ? []
      : say(`the key of ${queue.logicalId} does not let ${senderOf(edge)} encrypt with it`)),
  ];
}

function mayWrite({ sender }: AsynchronousEdge, queue: Placed, assembly: Assembly): boolean {
  if (!sender) return true;
  if ('role' in sender) return sender.role !== undefined && roleMay(sender.role, 'sqs:SendMessage', queue, assembly);
  return resourcesOf(assembly, 'AWS::SQS::QueuePolicy')
    .filter(({ Properties, stack }) =>
      list(Properties.Queues).some((each) => same(referred(each, stack, assembly)?.resource, queue)),
    )
    .some(({ Properties, stack }) =>
      admits(Properties.PolicyDocument, { ...sender, action: 'sqs:SendMessage', resource: queue }, stack, assembly),
    );
}

/** The keys that AWS manages admit no service of AWS (SQS, "Configure KMS permissions for AWS services"). */
function mayEncrypt({ sender }: AsynchronousEdge, id: unknown, queue: Placed, assembly: Assembly): boolean {
  if (!sender) return true;
  const key = referred(id, queue.stack, assembly)?.resource;
  if (key?.Type !== 'AWS::KMS::Key') return !String(id).includes('alias/aws/');
  return ['kms:GenerateDataKey', 'kms:Decrypt'].every((action) =>
    'role' in sender
      ? sender.role !== undefined && roleMay(sender.role, action, key, assembly)
      : admits(key.Properties.KeyPolicy, { ...sender, action, resource: key }, key.stack, assembly),
  );
}

function senderOf({ sender }: AsynchronousEdge): string {
  if (!sender) return 'its source';
  return 'role' in sender
    ? `role ${sender.role?.logicalId ?? '(none)'}`
    : `${sender.service} for ${sender.source.logicalId}`;
}
