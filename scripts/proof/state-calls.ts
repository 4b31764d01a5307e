import type { Assembly, Placed } from './assembly';
import { IAM_ACTION, IAM_PREFIX, INTEGRATIONS, type Integration } from './facts/integrations';
import { under } from './leaves';
import { pointsTo } from './points-to';
import { type Fields, type Machine, statesOf } from './state-machine';

/** A call that a machine makes of something outside itself. */
export interface Call {
  readonly name: string;
  readonly state: Fields;
  readonly parameters: Fields;
  /** As `dynamodb:putItem`; empty where a function stands itself as the resource. */
  readonly operation: string;
  /** Of the SDK, not an integration of its own. */
  readonly ofSdk: boolean;
  /** How the machine waits for it: empty, `sync`, `sync:2` or `waitForTaskToken`. */
  readonly way: string;
  readonly integration?: Integration;
  /** Actions that the machine's role needs. */
  readonly actions: readonly string[];
  /** A function or an activity that stands as the resource. */
  readonly lambda?: Placed;
}

const SERVICE = /^arn:aws:states:::(aws-sdk:)?([a-z0-9]+:[A-Za-z0-9]+)(?:\.(sync|sync:2|waitForTaskToken))?$/;

/** Every task of a machine as a call; of what Step Functions does not know, without actions. */
export function callsOf(machine: Machine, assembly: Assembly): Call[] {
  return statesOf(machine)
    .filter(({ state }) => state.Type === 'Task' && typeof state.Resource === 'string')
    .map(({ name, state }) => {
      const given = state.Parameters ?? state.Arguments;
      const parameters = typeof given === 'object' && given !== null ? (given as Fields) : {};
      const [, sdk, operation = '', way = ''] = SERVICE.exec(String(state.Resource)) ?? [];
      const { resource: lambda } =
        operation === '' ? pointsTo(state.Resource, machine.resource.stack, assembly) : { resource: undefined };
      const integration = sdk ? undefined : INTEGRATIONS[operation];
      const waiting = way.startsWith('sync') ? (integration?.waiting ?? []) : [];
      const actions = sdk
        ? [actionOf(operation)]
        : lambda
          ? ['lambda:InvokeFunction']
          : [...(integration?.actions ?? []), ...waiting];
      return { name, state, parameters, operation, ofSdk: sdk !== undefined, way, integration, actions, lambda };
    });
}

/** The value of a parameter, or undefined when it is evaluated at run time. */
export function literal(parameters: Fields, name: string): unknown {
  const value = under(parameters, name);
  return typeof value === 'string' && value.startsWith('{%') ? undefined : value;
}

/** The action of IAM behind an operation of the SDK. */
function actionOf(operation: string): string {
  const [service = '', name = ''] = operation.split(':');
  const action = `${IAM_PREFIX[service] ?? service}:${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return IAM_ACTION[action] ?? action;
}
