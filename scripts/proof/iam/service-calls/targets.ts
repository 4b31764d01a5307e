import type { Stack } from '../../assembly';
import { TARGET_ACTIONS } from '../../facts/service-role-actions';
import { keyChecks } from '../operations/operation';
import { type Asked, ask, asked, serviceOf, type World } from './world';

/** What it takes to hand something on to a target by its ARN: a queue, a topic, a machine, a function. */
export function handsOn(role: string, value: unknown, stack: Stack, world: World): Asked[] {
  const arn = world.text(value, stack);
  const service = serviceOf(arn);
  const kind = arn.split(':')[5]?.split('/')[0] ?? '';
  const actions = TARGET_ACTIONS[`${service}:${kind}`] ?? TARGET_ACTIONS[service];
  if (!actions) return [];
  const keyed = service === 'sqs' || service === 'sns' ? ['kms:GenerateDataKey', 'kms:Decrypt'] : [];
  return [...ask(role, actions, arn), ...asked(role, keyChecks(keyed, arn, service, world.at(stack)))];
}
