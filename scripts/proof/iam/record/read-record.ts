import { join } from 'node:path';
import type { Assembly } from '../../assembly';
import { requiredChecks } from '../operation-actions';
import type { RecordedCall } from '../recorded-call';
import { readDecisions } from './decisions';
import { readHandlerCalls } from './handler-calls';
import { rolesOfHandlers } from './handler-roles';
import { NoRecordError } from './no-record-error';

/** What the product's roles did, as far as tests and local runs saw it. */
export interface Recording {
  /** Distinct and sorted; what was refused is not among them. */
  readonly calls: readonly RecordedCall[];
  /** `Stack/LogicalId` to the physical id under which the calls name a resource. */
  readonly physicalNames: ReadonlyMap<string, string>;
  /** What the local runs' IAM refused. */
  readonly denied: readonly RecordedCall[];
}

/**
 * Reads the record that `npm test` leaves in `folder`: IAM's decisions in the local runs, and the calls that handlers make
 * in their tests, which count for every role that a function with this handler has in `assembly`. Throws NoRecordError
 * naming what to run when a part is missing.
 */
export function readRecord(folder = '.local', assembly?: Assembly): Recording {
  const { allowed, denied, names, deployed } = readDecisions(folder);
  const bundles = join(folder, '..', 'dist');
  const roles = rolesOfHandlers(assembly ?? deployed, bundles);
  // What only the environment of the local runs has.
  const others = rolesOfHandlers(deployed, bundles);
  const tested = readHandlerCalls(folder).flatMap((call) => {
    const holders = roles.get(call.handler) ?? others.get(call.handler);
    if (!holders)
      throw new NoRecordError(
        `no function of ${(assembly ?? deployed).folder} runs lambda/${call.handler} as it is bundled now`,
        'npm run test:local',
      );
    const actions = new Set(requiredChecks(call).map(({ action }) => action));
    return holders.flatMap((role) => [...actions].map((action) => testedCall(role, action)));
  });
  return {
    calls: distinct([...allowed, ...tested]),
    physicalNames: names.first,
    denied: distinct(denied),
  };
}

/** Tests make up names, and what a request says of them. */
function testedCall(role: string, action: string): RecordedCall {
  return { role, action, context: {}, from: 'handler tests' };
}

function distinct(calls: readonly RecordedCall[]): RecordedCall[] {
  const found = new Map(calls.map((call) => [keyOf(call), call]));
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, call]) => call);
}

function keyOf({ role, action, resource, context, from }: RecordedCall): string {
  return JSON.stringify([role, action, resource ?? '', from, Object.entries(context).sort()]);
}
