import type { Assembly } from '../assembly';
import { about, type Check } from '../check';
import { NOT_CALLED_BY_NAME } from '../facts/called-for';
import { READERS } from '../facts/integrations';
import { roleStatements } from '../iam/role-statements';
import { pointsTo } from '../points-to';
import { callsOf } from '../state-calls';
import { type Machine, machinesOf, statesOf } from '../state-machine';

/** What Step Functions does with executions of a distributed map, and around jobs that it waits for. */
const BY_ITSELF = /^(states:(StartExecution|DescribeExecution|StopExecution|RedriveExecution)|events:\w+)$/;

/** As for functions: a machine's role is for what its tasks call. */
export const machinesUseWhatTheyMay: Check = {
  id: 'machines-use-what-they-may',
  rule: 'Every action that the role of a state machine is allowed by its full name is one that a task of some machine with that role needs',
  find: (assembly) => {
    const machines = machinesOf(assembly).map(
      (machine) =>
        [machine, pointsTo(machine.resource.Properties.RoleArn, machine.resource.stack, assembly).resource] as const,
    );
    return roleStatements(assembly).flatMap(({ role, statements }) => {
      const users = machines.filter(([, used]) => used === role).map(([machine]) => machine);
      const needed = new Set(
        users.flatMap((machine) => actionsOf(machine, assembly)).map((each) => each.toLowerCase()),
      );
      const allowed = statements
        .filter(({ effect, actions }) => effect === 'Allow' && !actions.not)
        .flatMap(({ actions }) => actions.of)
        .filter((action) => /^[\w-]+:\w+$/.test(action) && !NOT_CALLED_BY_NAME.test(action) && !BY_ITSELF.test(action));
      return users.length === 0
        ? []
        : [...new Set(allowed)]
            .filter((action) => !needed.has(action.toLowerCase()))
            .map((action) => about(role, `may ${action}, which no task of its state machine calls`));
    });
  },
};

function actionsOf(machine: Machine, assembly: Assembly): string[] {
  const readers = statesOf(machine).flatMap(({ state }) => {
    const text = JSON.stringify(state.ItemReader ?? '');
    return Object.entries(READERS).flatMap(([operation, action]) => (text.includes(operation) ? [action] : []));
  });
  return [...callsOf(machine, assembly).flatMap(({ actions }) => actions), ...readers];
}
