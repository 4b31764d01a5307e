import type { Assembly, Stack } from './assembly';
import { bundleOf } from './bundle';
import { COMMON_ERRORS, LAMBDA_ERRORS } from './facts/task-errors';
import { under } from './leaves';
import { pointsTo } from './points-to';
import { errorsOf } from './sdk-models';
import type { Call } from './state-calls';

/** Names that errors of a service begin with where it is not the service's own in the call. */
const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  lambda: ['lambda'],
  states: ['stepfunctions', 'states', 'sfn'],
  sfn: ['sfn', 'stepfunctions'],
  events: ['eventbridge', 'events'],
};

/** Why a task can never end with an error that it retries or catches; nothing where nobody here knows. */
export function errorFault(error: string, call: Call, stack: Stack, assembly: Assembly): string | undefined {
  if (/^States\./.test(error)) return undefined;
  const service = call.operation === '' ? 'lambda' : (call.operation.split(':')[0] ?? '');
  const [prefix = '', name] = error.split('.');
  const isFunction = service === 'lambda';
  const bare = isFunction
    ? thrownFault(error, call, stack, assembly)
    : `awaits ${error}, expected the name of ${service} before it`;
  if (name === undefined) return bare;
  const wanted = PREFIXES[service] ?? [service];
  // What a function throws may have a dot in its name too.
  if (!wanted.includes(prefix.toLowerCase()))
    return isFunction ? bare : `awaits ${error}, and its errors begin with the name of ${service}`;
  const known = errorsOf(service);
  if (!known || known.has(name) || COMMON_ERRORS.includes(name)) return undefined;
  if (isFunction && LAMBDA_ERRORS.includes(name)) return undefined;
  return new RegExp(`^${prefix}Exception$`, 'i').test(name)
    ? undefined
    : `awaits ${error}, an error that ${service} does not have`;
}

/** Errors without the name of a service are those that the code of a function throws. */
function thrownFault(error: string, call: Call, stack: Stack, assembly: Assembly): string | undefined {
  const name = under(call.parameters, 'FunctionName');
  const lambda = call.lambda ?? (name === undefined ? undefined : pointsTo(name, stack, assembly).resource);
  const bundle = lambda && bundleOf(lambda, assembly);
  return !bundle?.file || bundle.text.includes(error)
    ? undefined
    : `awaits ${error}, which the code of ${lambda?.logicalId} never throws`;
}
