import { about, type Check } from '../check';
import { COMPARISONS, STATE_FIELDS } from '../facts/state-fields';
import { under } from '../leaves';
import { array, type Fields, type Flow, machinesOf, nextOf, statesOf } from '../state-machine';

const TOP = ['StartAt', 'States', 'Comment', 'TimeoutSeconds', 'Version', 'QueryLanguage'];
const ENDS = ['Succeed', 'Fail'];

/** A machine begins, and each of its states can be reached, goes somewhere that exists and comes to an end. */
export const stateMachineFlow: Check = {
  id: 'state-machine-flow',
  rule: 'Every state machine is what the Amazon States Language allows: known fields, states that are reached, that go on to states that exist, and that come to an end',
  find: (assembly) =>
    machinesOf(assembly).flatMap((machine) => {
      const { resource, definition, flows } = machine;
      if (!definition) return [about(resource, 'its definition is no JSON object')];
      const faults = [
        ...unknown(definition, TOP).map((field) => `has ${field}, which no state machine has`),
        ...seconds(definition, 'TimeoutSeconds'),
        ...flows.flatMap(flowFaults),
        ...statesOf(machine).flatMap(({ name, state, jsonata }) =>
          stateFaults(state, jsonata).map((fault) => `${name} ${fault}`),
        ),
      ];
      return faults.map((fault) => about(resource, fault));
    }),
};

function flowFaults({ within, startAt, states }: Flow): string[] {
  const here = within === '' ? '' : `within ${within}`;
  const names = Object.keys(states);
  if (names.length === 0) return [`${here}has no states`];
  if (!(String(startAt) in states)) return [`${here}starts at ${startAt}, which is none of its states`];
  const next = (name: string) => nextOf(states[name] ?? {}).map(String);
  const reached = new Set([String(startAt)]);
  // A set yields what is added to it on the way.
  for (const name of reached) for (const each of next(name)) if (each in states) reached.add(each);
  const ending = new Set(
    names.filter((name) => states[name]?.End === true || ENDS.includes(String(states[name]?.Type))),
  );
  for (let size = -1; size < ending.size; ) {
    size = ending.size;
    for (const name of names) if (next(name).some((each) => ending.has(each))) ending.add(name);
  }
  return names.flatMap((name) => [
    ...next(name)
      .filter((each) => !(each in states))
      .map((each) => `${within}${name} goes on to ${each}, which does not exist`),
    ...(reached.has(name) ? [] : [`${within}${name} is never reached`]),
    ...(ending.has(name) ? [] : [`${within}${name} never comes to an end`]),
  ]);
}

function stateFaults(state: Fields, jsonata: boolean): string[] {
  const { Type, Next, End, Choices, Default } = state;
  const fields = STATE_FIELDS[String(Type)];
  if (!fields) return [`is of the type ${Type}, which does not exist`];
  const found = unknown(state, fields).map((field) => `has ${field}, which a ${Type} does not have`);
  if (fields.includes('End') && (Next === undefined) === (End !== true)) found.push('has to have either Next or End');
  if (Type === 'Choice') {
    if (array(Choices).length === 0) found.push('chooses between nothing');
    if (Default === undefined)
      found.push('has no Default, so that what fits no rule fails with States.NoChoiceMatched');
    found.push(
      ...array(Choices).flatMap((rule) => [
        ...(under(rule, 'Next') === undefined ? ['has a rule without Next'] : []),
        ...(jsonata ? [] : ruleFaults(rule)),
      ]),
    );
  }
  if (
    Type === 'Wait' &&
    ['Seconds', 'Timestamp', 'SecondsPath', 'TimestampPath'].filter((each) => each in state).length !== 1
  )
    found.push('has to say one way how long it waits');
  if (Type === 'Fail' && (('Error' in state && 'ErrorPath' in state) || ('Cause' in state && 'CausePath' in state)))
    found.push('says one thing in two ways');
  if (Type === 'Task' && typeof state.Resource !== 'string') found.push('has no Resource');
  if (Type === 'Map' && !('ItemProcessor' in state || 'Iterator' in state)) found.push('has no ItemProcessor');
  if (Type === 'Parallel' && array(state.Branches).length === 0) found.push('has no Branches');
  if (Number(state.HeartbeatSeconds) >= Number(state.TimeoutSeconds))
    found.push('has a heartbeat that is not shorter than its timeout');
  return [
    ...found,
    ...['TimeoutSeconds', 'HeartbeatSeconds', ...(Type === 'Wait' ? ['Seconds'] : [])].flatMap((each) =>
      jsonata ? [] : seconds(state, each),
    ),
  ];
}

function ruleFaults(rule: unknown): string[] {
  const parts = [
    ...array(under(rule, 'And')),
    ...array(under(rule, 'Or')),
    ...(under(rule, 'Not') === undefined ? [] : [under(rule, 'Not')]),
  ];
  if (parts.length > 0) return parts.flatMap(ruleFaults);
  const compares = Object.keys((rule as object | undefined) ?? {}).filter(
    (key) => !['Variable', 'Next', 'Comment', 'Assign', 'Output'].includes(key),
  );
  const known = compares.filter((key) => COMPARISONS.includes(key));
  if (compares.length !== 1 || known.length !== 1)
    return [`has a rule that compares by ${compares.join(' and ') || 'nothing'}; expected one comparison`];
  if (typeof under(rule, 'Variable') !== 'string') return ['has a rule without Variable'];
  const [by = ''] = known;
  const wanted =
    by.endsWith('Path') || /^(String|Timestamp)/.test(by) ? 'string' : by.startsWith('Numeric') ? 'number' : 'boolean';
  return typeof under(rule, by) === wanted
    ? []
    : [`compares by ${by} with ${JSON.stringify(under(rule, by))}; expected a ${wanted}`];
}

function unknown(fields: Fields, allowed: readonly string[]): string[] {
  return Object.keys(fields).filter((field) => !allowed.includes(field));
}

/** A time in whole seconds, of which the language allows at most 99,999,999. */
function seconds(fields: Fields, name: string): string[] {
  const value = fields[name];
  const fits = value === undefined || (Number.isInteger(value) && Number(value) > 0 && Number(value) <= 99_999_999);
  return fits ? [] : [`has ${name} ${JSON.stringify(value)}; expected whole seconds from 1 to 99,999,999`];
}
