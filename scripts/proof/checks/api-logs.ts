import type { Assembly, Placed } from '../assembly';
import { about, type Check, type Finding } from '../check';
import { resourcesOf } from '../resources-of';
import { pointedTo, textIn } from '../tolerant-reading';
import { isTrue, listOf, shown, valueAt } from '../value-at';

const LEVELS = ['ERROR', 'INFO'];
/** What holds bodies, or credentials: a failed validation quotes the value that failed. */
const BODIES =
  /\$(input|util)\b|validationErrorString|identity\.apiKey\b(?!Id)|\$context\.authorizer\.(claims|principalId)|requestOverride/;
const DESTINATIONS = ['AWS::Logs::LogGroup', 'AWS::KinesisFirehose::DeliveryStream'];

export const apiLogs: Check = {
  id: 'api-logs',
  rule: 'An API logs who called what and how it ended, and never a body (S-11; APIGateway.1, .3, .9).',
  find: (assembly) => [
    ...resourcesOf(assembly, 'AWS::ApiGateway::Stage').flatMap((stage) => [
      ...accessFaults(stage, 'AccessLogSetting', assembly),
      ...executionFaults(stage),
      ...(isTrue(valueAt(stage.Properties, 'TracingEnabled'))
        ? []
        : [about(stage, 'APIGateway.3: TracingEnabled is not true; nobody can follow a request through')]),
    ]),
    ...resourcesOf(assembly, 'AWS::ApiGatewayV2::Stage').flatMap((stage) => [
      ...accessFaults(stage, 'AccessLogSettings', assembly),
      ...traced(stage, [
        valueAt(stage.Properties, 'DefaultRouteSettings'),
        ...Object.values((valueAt(stage.Properties, 'RouteSettings') ?? {}) as object),
      ]),
    ]),
  ],
};

function accessFaults(stage: Placed, property: string, assembly: Assembly): Finding[] {
  const setting = valueAt(stage.Properties, property);
  const destination = valueAt(setting, 'DestinationArn');
  if (destination === undefined)
    return [about(stage, `S-11: ${property}.DestinationArn is missing: nobody can say who called`)];
  const reached = pointedTo(destination, stage.stack, assembly).map(({ Type }) => Type);
  const format = textIn(valueAt(setting, 'Format'), stage.stack, assembly);
  const body = BODIES.exec(format)?.[0];
  return [
    ...(reached.some((type) => DESTINATIONS.includes(type))
      ? []
      : [about(stage, `S-11: access logs go to ${shown(destination)}, which is no log group or stream of a template`)]),
    // AWS refuses a format without one of the two.
    ...(/\$context\.(requestId|extendedRequestId)/.test(format)
      ? []
      : [about(stage, `S-11: ${property}.Format has no $context.requestId, so AWS refuses it`)]),
    ...(body
      ? [about(stage, `S-11: ${property}.Format has ${body}, which holds what callers send; access logs go without`)]
      : []),
  ];
}

function executionFaults(stage: Placed): Finding[] {
  const settings = listOf(valueAt(stage.Properties, 'MethodSettings'));
  const silent = !settings.some((each) => LEVELS.includes(String(valueAt(each, 'LoggingLevel'))));
  return [
    ...(silent
      ? [
          about(
            stage,
            'S-11, APIGateway.1: no MethodSettings has LoggingLevel ERROR or INFO, so failures leave no trace',
          ),
        ]
      : []),
    ...traced(stage, settings),
  ];
}

function traced(stage: Placed, settings: readonly unknown[]): Finding[] {
  return settings
    .filter((each) => ![undefined, false, 'false'].includes(valueAt(each, 'DataTraceEnabled') as undefined))
    .map(() => about(stage, 'S-11: DataTraceEnabled is on: it writes whole bodies into the execution log'));
}
