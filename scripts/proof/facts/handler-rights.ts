import { COMPUTE_HANDLERS } from './handler-rights-compute';
import { STORAGE_HANDLERS } from './handler-rights-storage';

/** Names of actions by the service's prefix, with blanks between them. */
type Names = Readonly<Record<string, string>>;

export interface Handler {
  /** What CloudFormation calls for a resource of the type, from its creation to its end. */
  readonly always: Names;
  /** What it calls besides when a property is set; a path goes into lists. */
  readonly when?: Readonly<Record<string, Names>>;
}

/**
 * What CloudFormation does in the name of its role for each type of resource. Source: `handlers.*.permissions` of the types'
 * registry schemas (August 2026), without `list` and without actions that no service has. The registry says what an
 * operation may need, not when: what belongs to a property alone stands under it by the action's own documentation. Not in
 * the registry: EndpointConfig and Table (their API's operations), the grant on a customer's key that CreateEndpoint makes,
 * the key's use by Secrets Manager (both services' guides).
 */
export const HANDLERS: Readonly<Record<string, Handler>> = { ...COMPUTE_HANDLERS, ...STORAGE_HANDLERS };
