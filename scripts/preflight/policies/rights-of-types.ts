import type { Assembly, Placed } from '../../proof/assembly';
import { HANDLERS } from '../../proof/facts/handler-rights';
import { valuesAt } from '../../proof/json';
import { resourcesOf } from '../../proof/resources-of';

// Made by the CLI or by CloudFormation itself, in nobody's name.
const NEEDS_NOTHING = ['AWS::CDK::Metadata', 'AWS::CloudFormation::WaitConditionHandle'];

/** What CloudFormation does for each type of an assembly. */
export interface RightsOfTypes {
  /** By action, as `s3:CreateBucket`, the types that need it. */
  readonly actions: ReadonlyMap<string, ReadonlySet<string>>;
  /** Types of AWS of which nobody has written down what they need. */
  readonly unknown: readonly string[];
}

export function rightsOfTypes(assembly: Assembly): RightsOfTypes {
  const actions = new Map<string, Set<string>>();
  const unknown = new Set<string>();
  for (const resource of resourcesOf(assembly))
    for (const action of rightsOf(resource, unknown)) {
      const types = actions.get(action) ?? new Set();
      actions.set(action, types.add(resource.Type));
    }
  return { actions, unknown: [...unknown].sort() };
}

function rightsOf({ Type, Properties }: Placed, unknown: Set<string>): readonly string[] {
  // CloudFormation calls the function that a resource of somebody's own names.
  if (/^(Custom::|AWS::CloudFormation::CustomResource$)/.test(Type)) return ['lambda:InvokeFunction'];
  if (NEEDS_NOTHING.includes(Type)) return [];
  const handler = Object.hasOwn(HANDLERS, Type) ? HANDLERS[Type] : undefined;
  if (handler === undefined) {
    unknown.add(Type);
    return [];
  }
  const set = Object.entries(handler.when ?? {}).filter(([path]) => valuesAt(Properties, path).length > 0);
  return [handler.always, ...set.map(([, names]) => names)].flatMap((names) =>
    Object.entries(names).flatMap(([service, each]) => each.split(' ').map((name) => `${service}:${name}`)),
  );
}
