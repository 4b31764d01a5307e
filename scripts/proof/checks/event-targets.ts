import type { Assembly, Placed } from '../assembly';
import { about, type Check, type Finding } from '../check';
import { EVENT_TARGETS } from '../facts/event-targets';
import { listed, under } from '../leaves';
import { letsIn, mayInvoke } from '../lets-in';
import { pointsTo, textOf } from '../points-to';
import { resourcesOf } from '../resources-of';
import { roleAllows } from '../role-allows';

const EVENTS = 'events.amazonaws.com';

/** What a rule or a schedule starts lets itself be started by it, and so does the queue for what cannot be delivered. */
export const eventTargets: Check = {
  id: 'event-targets',
  rule: 'Every rule has something that starts it and a target that lets EventBridge in, by role, permission or policy; its input is put together of what it reads',
  find: (assembly) => [
    ...resourcesOf(assembly, 'AWS::Events::Rule').flatMap((rule) => ruleFaults(rule, assembly)),
    ...resourcesOf(assembly, 'AWS::Scheduler::Schedule').flatMap((schedule) =>
      targetFaults(schedule, schedule.Properties.Target, 'role', assembly).map((message) => about(schedule, message)),
    ),
  ],
};

function ruleFaults(rule: Placed, assembly: Assembly): Finding[] {
  const { Targets, EventPattern, ScheduleExpression, State } = rule.Properties;
  const targets = listed(Targets);
  const ids = targets.map((each) => String(under(each, 'Id')));
  return [
    ...(targets.length === 0 ? ['has no target'] : []),
    // "Quotas in Amazon EventBridge": five targets a rule.
    ...(targets.length > 5 ? [`has ${targets.length} targets; EventBridge takes 5`] : []),
    ...(EventPattern === undefined && ScheduleExpression === undefined ? ['has neither a pattern nor a schedule'] : []),
    ...(State === 'DISABLED' ? ['is disabled, so that nothing ever starts its target'] : []),
    ...(new Set(ids).size < ids.length ? [`has two targets with one id: ${ids.join(', ')}`] : []),
    ...targets.flatMap((each) => [
      ...targetFaults(rule, each, undefined, assembly),
      ...inputFaults(each, rule, assembly),
    ]),
  ].map((message) => about(rule, message));
}

function targetFaults(rule: Placed, target: unknown, always: 'role' | undefined, assembly: Assembly): string[] {
  const { resource: to } = pointsTo(under(target, 'Arn'), rule.stack, assembly);
  const { resource: queue } = pointsTo(under(target, 'DeadLetterConfig', 'Arn'), rule.stack, assembly);
  const parked = !queue || always || letsIn(queue, EVENTS, 'sqs:SendMessage', rule, assembly);
  const way = EVENT_TARGETS[to?.Type ?? ''];
  const faults = parked
    ? []
    : [`parks what it cannot deliver in ${queue.logicalId}, whose policy does not let this rule send`];
  if (!to || !way) return faults;
  const by = always ?? way.by;
  if (by === 'role') {
    const { resource: role } = pointsTo(under(target, 'RoleArn'), rule.stack, assembly);
    if (!role) return [...faults, `starts ${to.logicalId} without a role; expected one that allows ${way.action}`];
    return roleAllows(role, way.action, to, assembly)
      ? faults
      : [...faults, `starts ${to.logicalId} by ${role.logicalId}, which does not allow ${way.action} on it`];
  }
  const letIn =
    by === 'permission' ? mayInvoke(to, EVENTS, rule, assembly) : letsIn(to, EVENTS, way.action, rule, assembly);
  return letIn ? faults : [...faults, `starts ${to.logicalId}, which does not let this rule do ${way.action}`];
}

function inputFaults(target: unknown, rule: Placed, assembly: Assembly): string[] {
  const kinds = ['Input', 'InputPath', 'InputTransformer'].filter((each) => under(target, each) !== undefined);
  const faults = kinds.length > 1 ? [`has ${kinds.join(' and ')}; EventBridge takes one of them`] : [];
  const transformer = under(target, 'InputTransformer');
  if (transformer === undefined) return faults;
  const paths = (under(transformer, 'InputPathsMap') as Record<string, unknown> | undefined) ?? {};
  const template = textOf(under(transformer, 'InputTemplate'), rule.stack, assembly);
  const used = [...template.matchAll(/<([^<>]+)>/g)].map(([, name = '']) => name);
  return [
    ...faults,
    ...used
      .filter((name) => !(name in paths) && !name.startsWith('aws.events.'))
      .map((name) => `puts <${name}> into its input and reads it from nowhere`),
    ...Object.keys(paths)
      .filter((name) => !used.includes(name))
      .map((name) => `reads ${name} and puts it nowhere`),
    ...Object.values(paths)
      .filter((path) => !/^\$(\.[\w-]+|\[\d+\])*$/.test(String(path)))
      .map((path) => `reads ${path}, which is no JSON path`),
    ...(template.startsWith('{') && !isJson(template.replaceAll(/"?<[^<>]+>"?/g, '0'))
      ? ['puts together an input that is no JSON']
      : []),
  ];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
