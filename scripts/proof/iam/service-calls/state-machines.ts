import type { Placed } from '../../assembly';
import { NAMING } from '../../call-target';
import { SERVICE_ACTIONS } from '../../facts/service-role-actions';
import { type Call, callsOf } from '../../state-calls';
import { type Fields, type Machine, machinesOf, statesOf } from '../../state-machine';
import { listOf, valueAt } from '../../value-at';
import { callOfTask, requiredChecks } from '../operation-actions';
import { record } from '../statement';
import { reads, writes } from './storage';
import { type Asked, ask, asked, type World } from './world';

const NAMES = [...Object.keys(NAMING), 'StackName'];

/** What Step Functions does with the roles of machines: their tasks, their logs and traces, the children of their maps. */
export function ofMachines(world: World): Asked[] {
  return machinesOf(world.assembly).flatMap((machine) => {
    const { resource } = machine;
    const { Properties, stack } = resource;
    const role = world.roleOf(Properties.RoleArn, stack);
    const level = String(valueAt(Properties, 'LoggingConfiguration', 'Level') ?? 'OFF');
    const traced = valueAt(Properties, 'TracingConfiguration', 'Enabled') === true;
    return [
      ...callsOf(machine, world.assembly).flatMap((call) => ofTask(call, role, resource, world)),
      ...statesOf(machine).flatMap(({ state }) => ofMap(state, role, machine, world)),
      ...(level === 'OFF' ? [] : ask(role, SERVICE_ACTIONS.machineLogs, '*')),
      ...(traced ? ask(role, SERVICE_ACTIONS.machineTraces, '*') : []),
    ];
  });
}

function ofTask({ state, parameters, actions, lambda }: Call, role: string, { stack }: Placed, world: World): Asked[] {
  if (lambda) return ask(role, ['lambda:InvokeFunction'], world.text(state.Resource, stack));
  const input = filledIn(parameters, stack, world);
  // Only a run knows what a task names by a path.
  if (NAMES.some((name) => `${name}.$` in input || String(input[name]).startsWith('{%')))
    return ask(role, actions, undefined);
  try {
    const call = callOfTask(String(state.Resource), input);
    const checks = call ? requiredChecks(call, world.at(stack)) : [];
    // What the page on the integration names besides, as for waiting.
    const besides = actions.filter((action) => !checks.some((each) => each.action === action));
    return [...asked(role, checks), ...ask(role, besides, checks[0]?.resource)];
  } catch {
    // An operation that nobody has looked up: its action alone.
    return ask(role, actions, undefined);
  }
}

/** A distributed map reads its items, starts and watches executions of its own machine, and may write what they answer. */
function ofMap(state: Fields, role: string, { resource }: Machine, world: World): Asked[] {
  if (state.Type !== 'Map' || valueAt(state, 'ItemProcessor', 'ProcessorConfig', 'Mode') !== 'DISTRIBUTED') return [];
  const { stack } = resource;
  const arn = world.arnOf(resource);
  const execution = arn.replace(':stateMachine:', ':execution:');
  const written = record(state.ResultWriter);
  return [
    ...ofReader(state, role, resource, world),
    ...ask(role, SERVICE_ACTIONS.startChildren, arn),
    ...ask(role, SERVICE_ACTIONS.watchChildren, `${execution}:child`),
    ...ask(role, SERVICE_ACTIONS.redriveChildren, `${execution}/label:child`),
    ...(written.Resource === undefined ? [] : writes(role, uriOf(written, resource, world), stack, world)),
    ...(written.Resource === undefined ? [] : ask(role, SERVICE_ACTIONS.mapResults, undefined)),
  ];
}

function ofReader(state: Fields, role: string, resource: Placed, world: World): Asked[] {
  const reader = record(state.ItemReader);
  if (reader.Resource === undefined) return [];
  const uri = uriOf(reader, resource, world);
  const all = reads(role, uri, resource.stack, world);
  return /listObjectsV2$/.test(String(reader.Resource))
    ? all.filter(({ action }) => action === 's3:ListBucket').map((each) => ({ ...each, context: {} }))
    : all.filter(({ action }) => action !== 's3:ListBucket');
}

function uriOf(holder: Fields, { stack }: Placed, world: World): string {
  const input = filledIn(record(holder.Parameters ?? holder.Arguments), stack, world);
  return `s3://${input.Bucket ?? '{bucket}'}/${input.Key ?? input.Prefix ?? ''}`;
}

function filledIn(value: Fields, stack: Placed['stack'], world: World): Fields {
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      typeof each === 'string' ? world.text(each, stack) : Array.isArray(each) ? listOf(each) : each,
    ]),
  );
}
