import type { Placed } from '../assembly';
import { about, type Check } from '../check';
import { resourcesOf } from '../resources-of';
import { isTrue, listOf, shown, valueAt } from '../value-at';

export const stateMachineLogs: Check = {
  id: 'state-machine-logs',
  rule: 'A state machine logs every step to a log group, without the data of its executions, and can be traced (StepFunctions.1, AwsSolutions-SF1, SF2).',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::StepFunctions::StateMachine').flatMap((machine) =>
      faults(machine).map((fault) => about(machine, `StepFunctions.1: ${fault}`)),
    ),
};

function faults({ Properties }: Placed): string[] {
  const logging = valueAt(Properties, 'LoggingConfiguration');
  const level = valueAt(logging, 'Level');
  const groups = listOf(valueAt(logging, 'Destinations')).map((each) =>
    valueAt(each, 'CloudWatchLogsLogGroup', 'LogGroupArn'),
  );
  return [
    ...(level === 'ALL' ? [] : [`LoggingConfiguration.Level is ${shown(level)}; it has to be ALL`]),
    ...(groups.length > 0 && !groups.includes(undefined)
      ? []
      : ['LoggingConfiguration.Destinations names no log group']),
    ...(isTrue(valueAt(logging, 'IncludeExecutionData'))
      ? ['IncludeExecutionData is true: what people sent stands in the log']
      : []),
    ...(isTrue(valueAt(Properties, 'TracingConfiguration', 'Enabled'))
      ? []
      : ['TracingConfiguration.Enabled is not true; nobody can follow a request through']),
  ];
}
