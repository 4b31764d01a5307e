import { backgroundWorkIsWatched } from '../checks/background-work-is-watched';
import { stateMachineAnswers } from '../checks/state-machine-answers';
import { stateMachineCalls } from '../checks/state-machine-calls';
import { stateMachineData } from '../checks/state-machine-data';
import { stateMachineErrors } from '../checks/state-machine-errors';
import { stateMachineFailures } from '../checks/state-machine-failures';
import { stateMachineFlow } from '../checks/state-machine-flow';
import { stateMachineInputs } from '../checks/state-machine-inputs';
import { stateMachineLogs } from '../checks/state-machine-logs';
import { stateMachinePaths } from '../checks/state-machine-paths';
import { stateMachineRetries } from '../checks/state-machine-retries';
import { stateMachineTargets } from '../checks/state-machine-targets';
import { timeoutsNest } from '../checks/timeouts-nest';
import type { Subject } from '../subject';

export const STATE_MACHINES: Subject = {
  title: 'State machines',
  checks: [
    backgroundWorkIsWatched,
    stateMachineAnswers,
    stateMachineCalls,
    stateMachineData,
    stateMachineErrors,
    stateMachineFailures,
    stateMachineFlow,
    stateMachineInputs,
    stateMachineLogs,
    stateMachinePaths,
    stateMachineRetries,
    stateMachineTargets,
    timeoutsNest,
  ],
};
