import { about, type Check } from '../check';
import { ERRORS } from '../facts/state-fields';
import { listed, under } from '../leaves';
import { callsOf } from '../state-calls';
import { array, type Fields, machinesOf, statesOf } from '../state-machine';
import { errorFault } from '../task-errors';

const RETRY = [
  'ErrorEquals',
  'IntervalSeconds',
  'MaxAttempts',
  'BackoffRate',
  'MaxDelaySeconds',
  'JitterStrategy',
  'Comment',
];
const CATCH = ['ErrorEquals', 'Next', 'ResultPath', 'Comment', 'Assign', 'Output'];
/** Lowest and highest, and whether it counts in whole numbers. Source: "Handling errors in Step Functions workflows". */
const RANGES: Readonly<Record<string, readonly [number, number, boolean]>> = {
  IntervalSeconds: [1, 99_999_999, true],
  MaxAttempts: [0, 99_999_999, true],
  MaxDelaySeconds: [1, 31_622_400, true],
  BackoffRate: [1, Infinity, false],
};

/** What a state does about errors can happen: names that exist, in an order in which each has its turn. */
export const stateMachineErrors: Check = {
  id: 'state-machine-errors',
  rule: 'Every Retry and Catch names errors that there are, States.ALL alone and last, and retries in numbers that Step Functions takes',
  find: (assembly) =>
    machinesOf(assembly).flatMap((machine) => {
      const never = callsOf(machine, assembly).flatMap((call) =>
        [...array(call.state.Retry), ...array(call.state.Catch)]
          .flatMap((handler) => listed(under(handler, 'ErrorEquals')).map(String))
          .flatMap((error) => errorFault(error, call, machine.resource.stack, assembly) ?? [])
          .map((fault) => about(machine.resource, `${call.name} ${fault}`)),
      );
      const odd = statesOf(machine).flatMap(({ name, state }) =>
        stateFaults(state).map((fault) => about(machine.resource, `${name} ${fault}`)),
      );
      return [...odd, ...never];
    }),
};

function stateFaults(state: Fields): string[] {
  return [
    ...handlerFaults(state.Retry, 'Retry', RETRY),
    ...handlerFaults(state.Catch, 'Catch', CATCH),
    ...array(state.Retry).flatMap(numberFaults),
    ...array(state.Catch)
      .filter((each) => under(each, 'Next') === undefined)
      .map(() => 'has a Catch without Next'),
  ];
}

function handlerFaults(handlers: unknown, what: string, fields: readonly string[]): string[] {
  if (handlers === undefined) return [];
  if (!Array.isArray(handlers)) return [`has a ${what} that is no list`];
  return handlers.flatMap((handler, index) => {
    const errors = listed(under(handler, 'ErrorEquals')).map(String);
    const faults = Object.keys((handler as object | null) ?? {})
      .filter((key) => !fields.includes(key))
      .map((key) => `has a ${what} with ${key}, which does not exist`);
    if (errors.length === 0) faults.push(`has a ${what} for no error`);
    if (errors.includes('States.ALL') && errors.length > 1)
      faults.push(`has a ${what} with States.ALL beside other errors`);
    if (errors.includes('States.ALL') && index < handlers.length - 1)
      faults.push(`has a ${what} with States.ALL before others, which never have their turn`);
    const before = handlers.slice(0, index).flatMap((each) => listed(under(each, 'ErrorEquals')).map(String));
    const late = errors.filter((error) => before.includes(error));
    return [
      ...faults,
      ...errors
        .filter((error) => error.startsWith('States.') && !ERRORS.includes(error))
        .map((error) => `has a ${what} for ${error}, which Step Functions does not report`),
      ...late.map((error) => `has a ${what} for ${error} after one that takes it`),
    ];
  });
}

function numberFaults(retry: unknown): string[] {
  return [
    ...Object.entries(RANGES).flatMap(([field, [low, high, whole]]) => {
      const value = under(retry, field);
      const fits =
        value === undefined ||
        (typeof value === 'number' && value >= low && value <= high && (!whole || Number.isInteger(value)));
      return fits ? [] : [`retries with ${field} ${JSON.stringify(value)}; expected ${low} or more`];
    }),
    ...(['FULL', 'NONE', undefined].includes(under(retry, 'JitterStrategy') as string | undefined)
      ? []
      : ['retries with a JitterStrategy other than FULL or NONE']),
    ...(Number(under(retry, 'MaxDelaySeconds')) <= Number(under(retry, 'IntervalSeconds'))
      ? ['retries with MaxDelaySeconds not above IntervalSeconds']
      : []),
  ];
}
