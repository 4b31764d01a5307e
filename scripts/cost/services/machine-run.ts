import type { Assembly, Placed } from '../../proof/assembly';
import { pointsTo } from '../../proof/points-to';
import { callsOf, literal } from '../../proof/state-calls';
import { machinesOf, statesOf } from '../../proof/state-machine';
import type { Usage } from '../line';
import { nameOf } from '../name-of';
import { assumed } from '../pass-usage';
import { type Quantity, times } from '../quantity';
import { functionRuns } from './function-run';

export interface MachineRuns {
  readonly machine: Placed;
  readonly assembly: Assembly;
  readonly runs: Quantity;
  /** How often each state is entered in a run. */
  readonly entries: string;
  /** Functions whose runs are counted elsewhere. @default - none */
  readonly without?: readonly Placed[];
}

/** What executions of a state machine cost: its transitions, and the functions that it calls. */
export function machineRuns({ machine, assembly, runs, entries, without = [] }: MachineRuns): Usage[] {
  const entered = times(runs, entries);
  const states = machinesOf(assembly)
    .filter(({ resource }) => resource === machine)
    .flatMap(statesOf);
  const functions = functionCalls(machine, assembly).filter(({ called }) => !without.includes(called));
  return [
    { what: 'state transitions', price: 'state-transition', quantity: times(entered, BigInt(states.length)) },
    ...functions.flatMap(({ called }) =>
      functionRuns(called, `function ${nameOf(called)}`, entered, assumed('stateFunctionSeconds')),
    ),
  ];
}

/** The functions that a machine calls; in a map, once for each item. */
export function functionCalls(
  machine: Placed,
  assembly: Assembly,
): readonly { readonly called: Placed; readonly inMap: boolean }[] {
  const calls = machinesOf(assembly)
    .filter(({ resource }) => resource === machine)
    .flatMap((each) => callsOf(each, assembly));
  return calls.flatMap(({ name, lambda, operation, parameters }) => {
    const meant = pointsTo(literal(parameters, 'FunctionName'), machine.stack, assembly).resource;
    const called = lambda ?? (operation === 'lambda:invoke' ? meant : undefined);
    return called ? [{ called, inMap: name.includes(' / ') }] : [];
  });
}
