import type { Assembly, Placed } from '../assembly';
import { callTarget } from '../call-target';
import { about, type Check } from '../check';
import { READERS } from '../facts/integrations';
import { actionsLike } from '../iam/service-reference';
import { under } from '../leaves';
import { pointsTo } from '../points-to';
import { roleAllows } from '../role-allows';
import { type Call, callsOf } from '../state-calls';
import { type Machine, machinesOf, statesOf } from '../state-machine';

const LOGS = [
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
];
const TRACES = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'];
/** Actions for what a service does around the call, and not on what the call names. */
const AROUND = /^(events:(PutTargets|PutRule|DescribeRule)|states:(DescribeExecution|StopExecution))$/;

/** What a machine calls exists at Step Functions, gets what it cannot do without, and is allowed to the machine's role. */
export const stateMachineCalls: Check = {
  id: 'state-machine-calls',
  rule: 'Every task calls an integration or an operation that exists, in PascalCase, with what it needs, and the role of its machine allows the call on what it names',
  find: (assembly) =>
    machinesOf(assembly).flatMap((machine) => {
      const { resource } = machine;
      const { resource: role } = pointsTo(resource.Properties.RoleArn, resource.stack, assembly);
      const calls = callsOf(machine, assembly);
      return [
        ...calls.flatMap((call) =>
          [
            ...callFaults(call, resource),
            ...byNameFaults(call, resource, assembly),
            ...(role ? permissionFaults(call, machine, role, assembly) : []),
          ].map((fault) => `${call.name} ${fault}`),
        ),
        ...(role ? [...mapFaults(machine, role, assembly), ...deliveryFaults(machine, role, assembly)] : []),
      ].map((fault) => about(resource, fault));
    }),
};

function callFaults(
  { state, parameters, operation, ofSdk, way, integration, actions, lambda }: Call,
  machine: Placed,
): string[] {
  if (operation === '')
    return lambda && /^AWS::(Lambda::(Function|Version|Alias)|StepFunctions::Activity)$/.test(lambda.Type)
      ? []
      : [`calls ${state.Resource}, which is neither a function of ours nor something that Step Functions knows`];
  const keys = Object.keys(parameters).map((key) => key.replace(/\.\$$/, ''));
  const found = keys
    .filter((key) => !/^[A-Z]/.test(key))
    .map((key) => `gives ${key} to ${operation}; parameters of services are written in PascalCase`);
  if (way !== '' && machine.Properties.StateMachineType === 'EXPRESS')
    found.push(`waits for ${operation}, which an express machine cannot do`);
  if (way === 'waitForTaskToken' && !JSON.stringify(parameters).includes('$$.Task.Token'))
    found.push(`waits for a token of ${operation} and gives none away`);
  if (ofSdk) {
    const known =
      /^[a-z]/.test(operation.split(':')[1] ?? '') &&
      actions.every((action) => actionsLike(action).some(({ name }) => name.toLowerCase() === action.toLowerCase()));
    return known && way === ''
      ? found
      : [...found, `calls aws-sdk:${operation}${way && `.${way}`}, which AWS does not have`];
  }
  if (!integration) return [...found, `calls ${operation}, which is no integration of Step Functions`];
  if (way !== '' && !integration.ways.includes(way))
    found.push(`waits for ${operation} by ${way}, which it does not know`);
  return [
    ...found,
    ...integration.needs.filter((each) => !keys.includes(each)).map((each) => `calls ${operation} without ${each}`),
  ];
}

/** As its resource a state takes the ARN of a function alone; its name is for the parameter `FunctionName`. */
function byNameFaults({ state, lambda }: Call, { stack }: Placed, assembly: Assembly): string[] {
  const { text, form } = pointsTo(state.Resource, stack, assembly);
  return lambda && form === 'name' ? [`calls ${text} by its name, expected its ARN`] : [];
}

function permissionFaults(call: Call, { resource }: Machine, role: Placed, assembly: Assembly): string[] {
  const on = call.lambda ?? callTarget(call, resource.stack, assembly);
  return call.actions
    .filter((action) => !roleAllows(role, action, AROUND.test(action) ? undefined : on, assembly))
    .map(
      (action) =>
        `needs ${action}${on === undefined ? '' : ` on ${typeof on === 'string' ? on : on.logicalId}`}, which ${role.logicalId} does not allow`,
    );
}

/** A distributed map starts executions of its own machine, and reads its items itself. */
function mapFaults(machine: Machine, role: Placed, assembly: Assembly): string[] {
  return statesOf(machine)
    .filter(({ state }) => state.Type === 'Map')
    .flatMap(({ name, state }) => {
      const reader = under(state.ItemReader, 'Resource');
      const operation = /^arn:aws:states:::(.+)$/.exec(String(reader))?.[1] ?? '';
      const bucket = under(state.ItemReader, 'Parameters', 'Bucket');
      const { resource: from } = pointsTo(bucket, machine.resource.stack, assembly);
      const distributed = under(state.ItemProcessor, 'ProcessorConfig', 'Mode') === 'DISTRIBUTED';
      return [
        ...(reader !== undefined && !READERS[operation] ? [`reads its items by ${reader}, which is no reader`] : []),
        ...(reader !== undefined && !distributed ? ['reads its items itself, which only a distributed map does'] : []),
        ...(bucket !== undefined && from?.Type !== 'AWS::S3::Bucket'
          ? [`reads its items from ${bucket}, which is no bucket of any template`]
          : []),
        ...(from && READERS[operation] && !roleAllows(role, READERS[operation], from, assembly)
          ? [`needs ${READERS[operation]} on ${from.logicalId}, which ${role.logicalId} does not allow`]
          : []),
        ...(distributed && !roleAllows(role, 'states:StartExecution', machine.resource, assembly)
          ? [`needs states:StartExecution on its own machine, which ${role.logicalId} does not allow`]
          : []),
      ].map((fault) => `${name} ${fault}`);
    });
}

function deliveryFaults({ resource }: Machine, role: Placed, assembly: Assembly): string[] {
  const { LoggingConfiguration, TracingConfiguration } = resource.Properties;
  const logs = (under(LoggingConfiguration, 'Level') ?? 'OFF') === 'OFF' ? [] : LOGS;
  const traces = under(TracingConfiguration, 'Enabled') === true ? TRACES : [];
  return [...logs, ...traces]
    .filter((action) => !roleAllows(role, action, undefined, assembly))
    .map((action) => `writes logs or traces and its role ${role.logicalId} does not allow ${action}`);
}
