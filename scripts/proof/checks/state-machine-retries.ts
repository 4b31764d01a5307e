import { about, type Check } from '../check';
import { ANY_FAILURE, PASSING } from '../facts/task-errors';
import { listed, under } from '../leaves';
import { callsOf } from '../state-calls';
import { array, type Fields, machinesOf } from '../state-machine';
import { keysOf } from '../state-paths';

/** A call that fails once in a thousand times fails every day somewhere; an execution must not end with it. */
export const stateMachineRetries: Check = {
  id: 'state-machine-retries',
  rule: 'Every task tries again after an error that passes by itself, or catches it; a function is always tried again',
  find: (assembly) =>
    machinesOf(assembly).flatMap((machine) =>
      callsOf(machine, assembly).flatMap(({ name, state, operation, parameters }) => {
        const isFunction = /^$|^lambda:/.test(operation);
        const fault = isFunction
          ? !tries(state) && 'calls a function without trying again'
          : !tries(state) &&
            !survives(state, operation, parameters) &&
            `calls ${operation}, and neither tries again nor catches`;
        return fault ? [about(machine.resource, `${name} ${fault} what passes by itself`)] : [];
      }),
    ),
};

function tries({ Retry }: Fields): boolean {
  return array(Retry).some(
    (each) =>
      under(each, 'MaxAttempts') !== 0 &&
      listed(under(each, 'ErrorEquals'))
        .map(String)
        .some((error) => ANY_FAILURE.includes(error) || PASSING.test(error)),
  );
}

/** What is no error, and what is not to be done twice blindly: the first may have been done although its answer never came. */
function survives({ Catch }: Fields, operation: string, parameters: Fields): boolean {
  const caught = array(Catch).flatMap((each) => listed(under(each, 'ErrorEquals')).map(String));
  const onlyOnce = operation === 'states:startExecution' && !keysOf(parameters).includes('Name');
  return (
    onlyOnce ||
    parameters.ConditionExpression !== undefined ||
    caught.some((error) => ANY_FAILURE.includes(error) || PASSING.test(error))
  );
}
