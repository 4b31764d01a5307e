import { coversMethod } from '../api-paths';
import type { Assembly, Placed } from '../assembly';
import { about, type Check } from '../check';
import { isServicePrincipal } from '../facts/assumed-by';
import { leavesOf } from '../leaves';
import { isAbout, pointsTo, textOf } from '../points-to';
import { resourcesOf } from '../resources-of';

/** What calls functions in the name of which service. Source: "Using AWS Lambda with other services". */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  'events.amazonaws.com': ['AWS::Events::Rule'],
  's3.amazonaws.com': ['AWS::S3::Bucket'],
  'sns.amazonaws.com': ['AWS::SNS::Topic'],
  'apigateway.amazonaws.com': ['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api'],
  'logs.amazonaws.com': ['AWS::Logs::LogGroup'],
  'scheduler.amazonaws.com': ['AWS::Scheduler::Schedule', 'AWS::Scheduler::ScheduleGroup'],
  'lambda.alarms.cloudwatch.amazonaws.com': ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'],
};

/** A function lets in only what exists and really calls it, in the name of the right service. */
export const lambdaPermissions: Check = {
  id: 'lambda-permissions',
  rule: 'Every permission of a function is for one service, in the name of one resource of it that exists and calls this function',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::Lambda::Permission').flatMap((permission) =>
      faults(permission, assembly).map((message) => about(permission, message)),
    ),
};

function faults(permission: Placed, assembly: Assembly): string[] {
  const { Action, Principal, SourceArn, SourceAccount, FunctionName } = permission.Properties;
  const principal = textOf(Principal, permission.stack, assembly);
  const found = /^lambda:Invoke(Function|FunctionUrl)$/.test(String(Action))
    ? []
    : [`allows ${Action}; expected lambda:InvokeFunction`];
  if (principal === '*') return [...found, 'lets in everybody'];
  if (/^(\d{12}|arn:aws:iam::.+)$/.test(principal)) return found;
  if (!isServicePrincipal(principal)) return [...found, `lets in ${principal}, which is the name of no service`];
  if (SourceArn === undefined)
    return SourceAccount === undefined
      ? [...found, `lets in ${principal} for whomever it works; expected a SourceArn`]
      : found;
  const { resource: source, text, open } = pointsTo(SourceArn, permission.stack, assembly);
  if (open) return found;
  if (!source) return [...found, `SourceArn is ${text.slice(0, 120)}, which names nothing in any template`];
  const types = SOURCES[principal];
  if (types && !types.includes(source.Type))
    return [
      ...found,
      `SourceArn points to ${source.logicalId}, a ${source.Type}, for which ${principal} does not call`,
    ];
  const { resource: to } = pointsTo(FunctionName, permission.stack, assembly);
  if (!to || callers(source, text, assembly).some((each) => uses(each, to, assembly))) return found;
  return [...found, `lets ${source.logicalId} call ${to.logicalId}, which it does not do`];
}

/** The resources that say what a source calls. */
function callers(source: Placed, sourceArn: string, assembly: Assembly): Placed[] {
  if (source.Type === 'AWS::ApiGateway::RestApi')
    return resourcesOf(assembly, 'AWS::ApiGateway::Method').filter((method) =>
      coversMethod(sourceArn, method, assembly),
    );
  const subscribers = resourcesOf(
    assembly,
    'AWS::SNS::Subscription',
    'AWS::Logs::SubscriptionFilter',
    'Custom::S3BucketNotifications',
  );
  return [
    source,
    ...subscribers.filter((each) =>
      leavesOf(each.Properties).some(({ value }) => pointsTo(value, each.stack, assembly).resource === source),
    ),
  ];
}

function uses(caller: Placed, to: Placed, assembly: Assembly): boolean {
  return leavesOf(caller.Properties).some(({ value }) => isAbout(textOf(value, caller.stack, assembly), to, assembly));
}
