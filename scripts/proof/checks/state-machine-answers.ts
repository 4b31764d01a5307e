import type { Assembly } from '../assembly';
import { bundleOf } from '../bundle';
import { about, type Check } from '../check';
import { under } from '../leaves';
import { callsOf } from '../state-calls';
import { array, type Fields, type Machine, machinesOf, statesOf } from '../state-machine';
import { keysOf, readOfInput } from '../state-paths';

/** How far behind the name of a field its value may stand in code. */
const NEAR = 80;

/** What a machine looks for in a handler's answer is something that the handler can say. */
export const stateMachineAnswers: Check = {
  id: 'state-machine-answers',
  rule: 'Every field that a state reads of what a function answered is named in the code of that function, and so is every value that a choice compares it with',
  find: (assembly) =>
    machinesOf(assembly).flatMap((machine) => faults(machine, assembly).map((fault) => about(machine.resource, fault))),
};

function faults(machine: Machine, assembly: Assembly): string[] {
  const answers = answersOf(machine, assembly);
  return statesOf(machine).flatMap(({ name, state }) => [
    ...readOfInput(state).flatMap(({ text }) =>
      [...text.matchAll(/(?<![\w$])\$\.(\w+)\.(\w+)/g)].flatMap(([path, place = '', field = '']) => {
        const said = answers.get(place);
        return !said ||
          said.names.has(field) ||
          said.code.some((code) => new RegExp(`(?<![\\w$])${field}(?![\\w$])`).test(code))
          ? []
          : [`${name} reads ${path}, which no function that answers there says`];
      }),
    ),
    ...rules(state).flatMap((rule) => {
      const [, place = '', field = ''] = /^\$\.(\w+)\.(\w+)$/.exec(String(under(rule, 'Variable'))) ?? [];
      const said = answers.get(place);
      const value = under(rule, 'StringEquals');
      if (!said || typeof value !== 'string' || said.values.has(value)) return [];
      // As `step:"update"`, also behind a condition: `step:wanted?"update":"wait"`.
      const given = new RegExp(
        `(?<![\\w$])${field}["'\`]?:[^,;{}]{0,${NEAR}}["'\`]${value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}["'\`]`,
      );
      return said.code.some((code) => given.test(code))
        ? []
        : [`${name} waits for the answer ${value}, which no function gives as ${field}`];
    }),
  ]);
}

interface Answers {
  readonly code: string[];
  /** Fields and values that states of the machine itself put there. */
  readonly names: Set<string>;
  readonly values: Set<string>;
}

/** By the place in the input where answers are kept, who answers there; without a place whose answers nobody knows. */
function answersOf(machine: Machine, assembly: Assembly): Map<string, Answers> {
  const found = new Map<string, Answers>();
  const unknown = new Set<string>();
  const functions = new Map(callsOf(machine, assembly).map((call) => [call.state, call.lambda] as const));
  for (const { state } of statesOf(machine)) {
    for (const handler of array(state.Catch)) unknown.add(placeOf(under(handler, 'ResultPath')) ?? '');
    const place = placeOf(state.ResultPath);
    if (place === undefined) {
      // A pass that makes the whole input anew puts something at each of its keys.
      if (state.Type === 'Pass') for (const key of keysOf(state.Parameters)) unknown.add(key);
      continue;
    }
    const answers = found.get(place) ?? { code: [], names: new Set(), values: new Set() };
    found.set(place, answers);
    const lambda = functions.get(state);
    const bundle = lambda && bundleOf(lambda, assembly);
    if (bundle) answers.code.push(bundle.text);
    else if (state.Type === 'Pass') {
      for (const key of keysOf(state.Parameters)) answers.names.add(key);
      for (const value of Object.values((state.Parameters as object | undefined) ?? {}))
        answers.values.add(String(value));
    } else unknown.add(place);
  }
  return new Map([...found].filter(([place]) => !unknown.has(place)));
}

function placeOf(resultPath: unknown): string | undefined {
  return typeof resultPath === 'string' ? /^\$\.(\w+)$/.exec(resultPath)?.[1] : undefined;
}

function rules(state: Fields): unknown[] {
  const inner = (rule: unknown): unknown[] => [
    rule,
    ...[...array(under(rule, 'And')), ...array(under(rule, 'Or')), under(rule, 'Not')].filter(Boolean).flatMap(inner),
  ];
  return array(state.Choices).flatMap(inner);
}
