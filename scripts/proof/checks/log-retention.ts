import type { Assembly, Placed } from '../assembly';
import { about, type Check, type Finding } from '../check';
import { resourcesOf } from '../resources-of';
import { pointedTo, textIn } from '../tolerant-reading';
import { listOf, shown, valueAt } from '../value-at';

const GROUP = 'AWS::Logs::LogGroup';
/** The days that CloudWatch Logs takes (API reference, PutRetentionPolicy). */
const DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

export const logRetention: Check = {
  id: 'log-retention',
  rule: 'Every log group is made by a template and forgets after a time; a service that made its own would keep it for ever (S-10).',
  find: (assembly) => {
    const names = new Set(
      resourcesOf(assembly, GROUP).map(({ Properties, stack }) =>
        textIn(valueAt(Properties, 'LogGroupName'), stack, assembly),
      ),
    );
    return [
      ...resourcesOf(assembly, GROUP).flatMap(retentionFaults),
      ...resourcesOf(assembly, 'AWS::Lambda::Function')
        .filter((each) => !logsToTemplate(each, names, assembly))
        .map((each) =>
          about(
            each,
            'S-10: LoggingConfig.LogGroup names no log group of a template; Lambda makes one that never forgets',
          ),
        ),
      ...resourcesOf(assembly, 'AWS::ApiGateway::Stage')
        .filter((each) => logsErrors(each) && !names.has(executionLogs(each, assembly)))
        .map((each) =>
          about(
            each,
            `S-10: no template makes the log group ${executionLogs(each, assembly)}; API Gateway makes one that never forgets`,
          ),
        ),
    ];
  },
};

function retentionFaults(group: Placed): Finding[] {
  const days = valueAt(group.Properties, 'RetentionInDays');
  if (days === undefined) return [about(group, 'S-10: RetentionInDays is missing: it keeps everything for ever')];
  return typeof days === 'object' || DAYS.includes(Number(days))
    ? []
    : [about(group, `S-10: RetentionInDays is ${shown(days)}; CloudWatch takes ${DAYS.join(', ')}`)];
}

function logsToTemplate({ Properties, stack }: Placed, names: ReadonlySet<string>, assembly: Assembly): boolean {
  const group = valueAt(Properties, 'LoggingConfig', 'LogGroup');
  if (pointedTo(group, stack, assembly).some(({ Type }) => Type === GROUP)) return true;
  const text =
    textIn(group, stack, assembly) || `/aws/lambda/${textIn(valueAt(Properties, 'FunctionName'), stack, assembly)}`;
  return names.has(text);
}

function logsErrors({ Properties }: Placed): boolean {
  return listOf(valueAt(Properties, 'MethodSettings')).some((each) =>
    ['ERROR', 'INFO'].includes(String(valueAt(each, 'LoggingLevel'))),
  );
}

/** The name that API Gateway gives (REST API developer guide, "Set up CloudWatch logging"). */
function executionLogs({ Properties, stack }: Placed, assembly: Assembly): string {
  const [api, stage] = ['RestApiId', 'StageName'].map((name) => textIn(valueAt(Properties, name), stack, assembly));
  return `API-Gateway-Execution-Logs_${api}/${stage}`;
}
