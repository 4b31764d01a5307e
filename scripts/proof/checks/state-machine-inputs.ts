import { about, type Check } from '../check';
import { unfit } from '../fits-shape';
import { inputOf } from '../sdk-models';
import { callsOf } from '../state-calls';
import { machinesOf, statesOf } from '../state-machine';

/** What a task passes on is what the service takes, member by member; Step Functions finds out when it comes there. */
export const stateMachineInputs: Check = {
  id: 'state-machine-inputs',
  rule: "What a task gives to a service has the members, and the kinds of values, that the service's own model has, with all that it needs",
  find: (assembly) =>
    machinesOf(assembly).flatMap((machine) => {
      const jsonata = new Set(
        statesOf(machine)
          .filter((each) => each.jsonata)
          .map(({ state }) => state),
      );
      return callsOf(machine, assembly)
        .filter(({ operation, state }) => operation !== '' && !jsonata.has(state))
        .flatMap(({ name, operation, parameters }) =>
          unfit(parameters, inputOf(operation), operation).map((fault) => about(machine.resource, `${name} ${fault}`)),
        );
    }),
};
