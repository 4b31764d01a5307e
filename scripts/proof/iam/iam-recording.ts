import type { Placed } from '../assembly';
import { RESOURCE_ARNS } from '../facts/resource-arns';
import type { Recording } from './record/read-record';
import type { RecordedCall } from './recorded-call';
import type { NameOf } from './resource-names';

/** Where the calls were made. */
const RECORDED = 'sandbox';

/**
 * A record as it would read in another environment: the same code under the same logical ids, with that environment's name
 * in every text.
 */
export function recordedIn(
  { calls: allowed, denied, physicalNames }: Recording,
  environment: string,
): { readonly calls: readonly RecordedCall[]; readonly nameOf: NameOf } {
  const text = (value: string) => value.replaceAll(`-${RECORDED}`, `-${environment}`);
  const nameOf: NameOf = (resource) => {
    const id = physicalNames.get(`${resource.stack.id}/${resource.logicalId}`);
    return id === undefined ? undefined : text(nameIn(id, resource));
  };
  // What was refused there has to be allowed as well: the product wanted it.
  const calls = [...allowed, ...denied];
  if (environment === RECORDED) return { calls, nameOf };
  return { calls: calls.map((call) => renamed(call, text)), nameOf };
}

/** CloudFormation's physical id is a name for some types, an ARN or a URL for others. */
function nameIn(id: string, { Type }: Placed): string {
  const form = RESOURCE_ARNS[Type]?.arn.replace(/\{(region|account)\}/g, '[^:]*').replace('{name}', '(.+)');
  const [, name] = new RegExp(`^${form}$`).exec(id) ?? [];
  return name ?? (id.startsWith('https://') ? (id.split('/').at(-1) ?? id) : id);
}

function renamed(call: RecordedCall, text: (value: string) => string): RecordedCall {
  const context = Object.entries(call.context).map(([key, value]) => {
    if (typeof value === 'string') return [key, text(value)] as const;
    return [key, Array.isArray(value) ? value.map(text) : value] as const;
  });
  return {
    ...call,
    context: Object.fromEntries(context),
    ...(call.resource === undefined ? {} : { resource: text(call.resource) }),
  };
}
