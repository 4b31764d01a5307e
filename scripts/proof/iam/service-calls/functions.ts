import type { Placed } from '../../assembly';
import { SERVICE_ACTIONS, SOURCE_ACTIONS } from '../../facts/service-role-actions';
import { listOf, valueAt } from '../../value-at';
import { keyChecks } from '../operations/operation';
import { handsOn } from './targets';
import { type Asked, ask, asked, type Caller, serviceOf, type World } from './world';

/** What Lambda does for a function: it writes its log, traces it, parks its failures, puts it into a network. */
export const ofFunction: Caller = (resource, world) => {
  const { Properties, stack } = resource;
  const role = world.roleOf(Properties.Role, stack);
  const group = world.text(valueAt(Properties, 'LoggingConfig', 'LogGroup'), stack);
  const own = `/aws/lambda/${world.arnOf(resource).split(':').at(-1)}`;
  const log = `arn:aws:logs:${stack.region}:111111111111:log-group:${group || own}:log-stream:stream`;
  const traced = ['Active', 'PassThrough'].includes(String(valueAt(Properties, 'TracingConfig', 'Mode')));
  return [
    ...(group ? [] : ask(role, SERVICE_ACTIONS.makeLogGroup, log)),
    ...ask(role, SERVICE_ACTIONS.functionLogs, log),
    ...(traced ? ask(role, SERVICE_ACTIONS.functionTraces, '*') : []),
    ...handsOn(role, valueAt(Properties, 'DeadLetterConfig', 'TargetArn'), stack, world),
    ...(listOf(valueAt(Properties, 'VpcConfig', 'SubnetIds')).length > 0
      ? ask(role, SERVICE_ACTIONS.functionNetwork, '*')
      : []),
  ];
};

/** What Lambda does with what an asynchronous invocation came to. */
export const ofInvocations: Caller = ({ Properties, stack }, world) =>
  ['OnFailure', 'OnSuccess'].flatMap((end) =>
    handsOn(
      roleOfFunction(Properties.FunctionName, stack, world),
      valueAt(Properties, 'DestinationConfig', end, 'Destination'),
      stack,
      world,
    ),
  );

/** What Lambda does to poll a source for a function. */
export const ofSource: Caller = ({ Properties, stack }, world) => {
  const role = roleOfFunction(Properties.FunctionName, stack, world);
  const source = world.text(Properties.EventSourceArn, stack);
  const actions = SOURCE_ACTIONS[serviceOf(source)] ?? [];
  return [
    ...ask(role, actions, source),
    ...asked(role, keyChecks(['kms:Decrypt'], source, serviceOf(source), world.at(stack))),
    ...handsOn(role, valueAt(Properties, 'DestinationConfig', 'OnFailure', 'Destination'), stack, world),
  ];
};

function roleOfFunction(value: unknown, stack: Placed['stack'], world: World): string {
  const meant = world.resourceOf(value, stack, 'AWS::Lambda::Function');
  return meant ? world.roleOf(meant.Properties.Role, meant.stack) : '';
}

/** What API Gateway does with the role that an account gives it for its logs, and with the one of an integration. */
export const ofApiAccount: Caller = ({ Properties, stack }, world): Asked[] =>
  ask(
    world.roleOf(Properties.CloudWatchRoleArn, stack),
    SERVICE_ACTIONS.apiLogs,
    `arn:aws:logs:${stack.region}:111111111111:log-group:API-Gateway-Execution-Logs:log-stream:stream`,
  );

export const ofApiMethod: Caller = ({ Properties, stack }, world): Asked[] => {
  const role = world.roleOf(valueAt(Properties, 'Integration', 'Credentials'), stack);
  const uri = world.text(valueAt(Properties, 'Integration', 'Uri'), stack);
  const [, invoked] = /functions\/(arn:.*)\/invocations/.exec(uri) ?? [];
  return ask(role, invoked === undefined ? [] : ['lambda:InvokeFunction'], invoked);
};
