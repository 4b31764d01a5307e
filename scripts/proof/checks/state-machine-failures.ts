import { about, type Check } from '../check';
import { ANY_FAILURE } from '../facts/task-errors';
import { listed, under } from '../leaves';
import { array, type Fields, type Flow, machinesOf, nextOf } from '../state-machine';

const FAILING = ['Task', 'Map', 'Parallel'];

/** What a machine has begun is brought to an end when a later state fails: a claim is given back, operators are told. */
export const stateMachineFailures: Check = {
  id: 'state-machine-failures',
  rule: 'After a claim that the machine gives back, and after a state that gives up on every error in an orderly way, each state that may fail catches every error too, and after a claim the way goes on to where it is given back',
  find: (assembly) =>
    machinesOf(assembly).flatMap((machine) =>
      machine.flows.flatMap((flow) =>
        [...claimFaults(flow), ...laterFaults(flow)].map((fault) => about(machine.resource, `${flow.within}${fault}`)),
      ),
    ),
};

function claimFaults(flow: Flow): string[] {
  return Object.entries(flow.states).flatMap(([id, claim]) => {
    const table = JSON.stringify(under(claim.Parameters, 'TableName'));
    const condition = String(under(claim.Parameters, 'ConditionExpression'));
    if (!calls(claim, 'putItem') || !condition.includes('attribute_not_exists')) return [];
    const releases = Object.entries(flow.states)
      .filter(
        ([, state]) => calls(state, 'deleteItem') && JSON.stringify(under(state.Parameters, 'TableName')) === table,
      )
      .map(([each]) => each);
    if (releases.length === 0) return [];
    return [...reached(flow, onward(claim), onward)]
      .filter((each) => !releases.includes(each) && FAILING.includes(String(flow.states[each]?.Type)))
      .filter((each) => !givesBack(flow, each, releases))
      .map((each) => `${each} may fail and leave what ${id} has claimed`);
  });
}

function givesBack(flow: Flow, id: string, releases: readonly string[]): boolean {
  const ways = array(flow.states[id]?.Catch).filter(catchesAll);
  return ways.some((each) => {
    const found = reached(flow, [under(each, 'Next')], nextOf);
    return releases.some((release) => found.has(release));
  });
}

function laterFaults(flow: Flow): string[] {
  const usual = reached(flow, [flow.startAt], onward);
  const isCaught = (state: Fields | undefined) => array(state?.Catch).some(catchesAll);
  /** Goes somewhere else than where all goes well, and not just on. */
  const givesUp = (state: Fields) =>
    array(state.Catch).some((each) => catchesAll(each) && !usual.has(String(under(each, 'Next'))));
  const later = Object.values(flow.states)
    .filter(givesUp)
    .map((state) => reached(flow, onward(state), onward));
  return [...new Set(later.flatMap((each) => [...each]))]
    .filter((id) => FAILING.includes(String(flow.states[id]?.Type)) && !isCaught(flow.states[id]))
    .map((id) => `${id} catches no error, and states before it catch all`);
}

/** Where a state goes when nothing fails. */
function onward(state: Fields): unknown[] {
  return nextOf({ ...state, Catch: undefined });
}

function reached(flow: Flow, from: readonly unknown[], next: (state: Fields) => unknown[]): ReadonlySet<string> {
  const found = new Set(from.map(String));
  for (const id of found) for (const each of next(flow.states[id] ?? {})) found.add(String(each));
  return found;
}

function catchesAll(handler: unknown): boolean {
  return listed(under(handler, 'ErrorEquals')).some((error) => ANY_FAILURE.includes(String(error)));
}

function calls({ Type, Resource }: Fields, operation: string): boolean {
  return Type === 'Task' && new RegExp(`:dynamodb:${operation}$`).test(String(Resource));
}
