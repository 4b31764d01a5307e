import type { Assembly, Placed } from '../assembly';
import { NAMING } from '../call-target';
import { about, type Check } from '../check';
import { listed, under } from '../leaves';
import { pointsTo, textOf } from '../points-to';
import { type Call, callsOf, literal } from '../state-calls';
import { array, machinesOf } from '../state-machine';
import { keysOf } from '../state-paths';

/** Put there by `cdk synth`; no update of ours sets it. */
const BOOTSTRAP = 'BootstrapVersion';

/** What a call names exists and is of its kind: functions, tables and their keys, stacks and their parameters. */
export const stateMachineTargets: Check = {
  id: 'state-machine-targets',
  rule: 'Every function, topic, queue, table, bucket, job, machine and stack that a call of a state machine names is in some template, with the keys or parameters that the call gives',
  find: (assembly) =>
    machinesOf(assembly).flatMap((machine) =>
      callsOf(machine, assembly).flatMap((call) =>
        [...namingFaults(call, machine.resource, assembly), ...stackFaults(call, assembly)].map((fault) =>
          about(machine.resource, `${call.name} ${fault}`),
        ),
      ),
    ),
};

function namingFaults({ parameters, operation }: Call, machine: Placed, assembly: Assembly): string[] {
  return Object.entries(NAMING).flatMap(([name, kinds]) => {
    const value = literal(parameters, name);
    if (value === undefined) return [];
    const { resource, text, form } = pointsTo(value, machine.stack, assembly, kinds);
    if (!resource) return [`names ${text} as ${name}, which is in no template`];
    if (!kinds.test(resource.Type)) return [`names ${resource.logicalId}, a ${resource.Type}, as ${name}`];
    if (name.endsWith('Arn') && form !== 'arn') return [`gives the ${form} of ${resource.logicalId} as ${name}`];
    if (/(Table|Job)Name$|^Bucket$/.test(name) && form === 'arn')
      return [`gives the ARN of ${resource.logicalId} as ${name}`];
    return operation.startsWith('dynamodb:') ? keyFaults(parameters, resource) : [];
  });
}

/** A put gives at least the key of its table; a get, an update and a deletion give exactly the key. */
function keyFaults(parameters: Readonly<Record<string, unknown>>, table: Placed): string[] {
  const wanted = listed(table.Properties.KeySchema).map((each) => String(under(each, 'AttributeName')));
  const { Item, Key } = parameters;
  const given = keysOf(Item ?? Key);
  if (Item === undefined && Key === undefined) return [];
  const extra = Key === undefined ? [] : given.filter((each) => !wanted.includes(each));
  return [
    ...wanted
      .filter((each) => !given.includes(each))
      .map((each) => `does not give ${each}, a key of ${table.logicalId}`),
    ...extra.map((each) => `gives ${each}, which is no key of ${table.logicalId}`),
  ];
}

function stackFaults({ parameters, operation }: Call, assembly: Assembly): string[] {
  const name = literal(parameters, 'StackName');
  if (!operation.startsWith('cloudformation:') || typeof name !== 'string') return [];
  const stack = assembly.stacks.find((each) => each.name === textOf(name, each, assembly));
  if (!stack) return [`is about the stack ${name}, which nobody deploys`];
  const declared = Object.keys((under(stack.template, 'Parameters') as object | undefined) ?? {}).filter(
    (each) => each !== BOOTSTRAP,
  );
  const given = array(parameters.Parameters).map((each) => String(under(each, 'ParameterKey')));
  const types = array(parameters.ResourceTypes).map(String);
  const missingTypes = new Set(
    stack.resources.map(({ Type }) => Type).filter((type) => types.length > 0 && !types.includes(type)),
  );
  return [
    ...given.filter((each) => !declared.includes(each)).map((each) => `sets ${each}, which ${name} does not take`),
    // Without a value CloudFormation takes the default, which is nothing in service.
    ...(Array.isArray(parameters.Parameters)
      ? declared
          .filter((each) => !given.includes(each))
          .map((each) => `says nothing of ${each}, which goes back to its default`)
      : []),
    ...[...missingTypes].map((type) => `may not touch ${type}, which ${name} holds`),
    ...(parameters.UsePreviousTemplate === true ||
    'TemplateURL' in parameters ||
    'TemplateBody' in parameters ||
    !/update/i.test(operation)
      ? []
      : ['updates a stack without a template']),
  ];
}
