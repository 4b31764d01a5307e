import type { Assembly, Placed } from '../assembly';
import { about, type Check } from '../check';
import { listed, under } from '../leaves';
import { pointsTo, textOf } from '../points-to';
import { resourcesOf } from '../resources-of';
import { array, type Fields, type Flow, type Machine, machinesOf, statesOf } from '../state-machine';
import { firstSteps, keysOf, readOfInput } from '../state-paths';

/** Names of what a state may find in its input; undefined when nobody knows them. */
type Names = ReadonlySet<string> | undefined;

/** A state reads of its input only what its starter, or some state before it, put there. */
export const stateMachineData: Check = {
  id: 'state-machine-data',
  rule: 'What a state reads of its input was put there on some way to it: by what starts the machine, by a Pass, as a result or as a caught error',
  find: (assembly) => {
    const machines = machinesOf(assembly);
    return machines.flatMap((machine) =>
      machine.flows
        .filter(({ jsonata }) => !jsonata)
        .flatMap((flow) => {
          const found = inputsOf(
            flow,
            flow.within === '' ? started(machine, machines, assembly) : selected(flow, machine),
          );
          return Object.entries(flow.states).flatMap(([id, state]) => {
            const names = found.get(id);
            const read = new Set(readOfInput(state).flatMap(({ text }) => firstSteps(text)));
            return [...read]
              .filter((step) => found.has(id) && names !== undefined && !names.has(step))
              .map((step) =>
                about(machine.resource, `${flow.within}${id} reads $.${step}, which nothing before it writes`),
              );
          });
        }),
    );
  },
};

/** By state, the names in its input, over every way to it. */
function inputsOf({ startAt, states }: Flow, input: Names): Map<string, Names> {
  const found = new Map<string, Names>([[String(startAt), input]]);
  const queue = [String(startAt)];
  for (const id of queue) {
    const state = states[id];
    if (!state) continue;
    const names = found.get(id);
    const ways: [unknown, Names][] = [
      ...[state.Next, state.Default, ...array(state.Choices).map((each) => under(each, 'Next'))].map(
        (next): [unknown, Names] => [next, outputOf(state, names)],
      ),
      ...array(state.Catch).map((each): [unknown, Names] => [
        under(each, 'Next'),
        put(under(each, 'ResultPath'), new Set(['Error', 'Cause']), names),
      ]),
    ];
    for (const [next, output] of ways) {
      if (next === undefined) continue;
      const key = String(next);
      const known = found.get(key);
      const merged = found.has(key) ? (known && output ? new Set([...known, ...output]) : undefined) : output;
      if (found.has(key) && merged?.size === known?.size) continue;
      found.set(key, merged);
      queue.push(key);
    }
  }
  return found;
}

function outputOf(state: Fields, input: Names): Names {
  if (['Choice', 'Wait', 'Succeed'].includes(String(state.Type))) return 'OutputPath' in state ? undefined : input;
  if ('OutputPath' in state || ('InputPath' in state && !('Parameters' in state))) return undefined;
  const made = state.Type === 'Pass' ? (state.Parameters ?? state.Result) : state.ResultSelector;
  const result = made === undefined ? (state.Type === 'Pass' ? input : undefined) : new Set(keysOf(made));
  return put(state.ResultPath, result, input);
}

function put(resultPath: unknown, result: Names, input: Names): Names {
  if (resultPath === null) return input;
  if (resultPath === undefined || resultPath === '$') return result;
  return input && new Set([...input, ...firstSteps(String(resultPath))]);
}

/** What a processor of a map gets. */
function selected({ within }: Flow, machine: Machine): Names {
  const map = statesOf(machine).find(({ name, state }) => within === `${name} / ` && state.Type === 'Map')?.state;
  return map?.ItemSelector === undefined ? undefined : new Set(keysOf(map.ItemSelector));
}

/** What rules and other machines start a machine with; undefined when none of ours does. */
function started({ resource }: Machine, machines: readonly Machine[], assembly: Assembly): Names {
  const isIt = (value: unknown, by: Placed) => pointsTo(value, by.stack, assembly).resource === resource;
  const inputs = [
    ...resourcesOf(assembly, 'AWS::Events::Rule').flatMap((rule) =>
      listed(rule.Properties.Targets)
        .filter((each) => isIt(under(each, 'Arn'), rule))
        .map((each) => {
          const template = textOf(
            under(each, 'InputTransformer', 'InputTemplate') ?? under(each, 'Input'),
            rule.stack,
            assembly,
          );
          return [...template.matchAll(/"([\w-]+)"\s*:/g)].map(([, key = '']) => key);
        }),
    ),
    ...machines.flatMap((machine) =>
      statesOf(machine)
        .filter(({ state }) => isIt(under(state.Parameters, 'StateMachineArn'), machine.resource))
        .map(({ state }) => keysOf(under(state.Parameters, 'Input'))),
    ),
  ];
  return inputs.length === 0 || inputs.some((keys) => keys.length === 0) ? undefined : new Set(inputs.flat());
}
