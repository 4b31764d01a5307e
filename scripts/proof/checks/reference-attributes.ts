import type { Assembly, Placed } from '../assembly';
import type { Check } from '../check';
import { findInEach } from '../find-in-each';
import { record } from '../json';
import { referencesIn, target } from '../references';
import { resourceSpec } from '../service-spec';

/** Properties called a name that take an ARN as well. */
const TAKES_BOTH = [
  'ModelPackageName',
  'FunctionName',
  'AlarmName',
  'RepositoryName',
  'EventBusName',
  'StateMachineName',
  'ServiceName',
  'LoadBalancerName',
];

/**
 * What `Ref` gives is settled by the type's identifier: an ARN for many types of SageMaker, the name for most others. Both
 * pass synth wherever a text is expected.
 */
export const referenceAttributes: Check = {
  id: 'reference-attributes',
  rule: 'A property that takes a name is given a name, and one that takes an ARN an ARN',
  find: findInEach([], (resource, assembly) => faultsIn(resource.Properties, '', resource, assembly)),
};

function faultsIn(value: unknown, path: string, resource: Placed, assembly: Assembly): readonly string[] {
  if (Array.isArray(value))
    return value.flatMap((each, index) => faultsIn(each, `${path}.${index}`, resource, assembly));
  const entries = Object.entries(record(value));
  const [name = ''] = entries[0] ?? [];
  if (entries.length === 1 && ['Ref', 'Fn::GetAtt', 'Fn::ImportValue'].includes(name))
    return fault(value, path, resource, assembly);
  if (name.startsWith('Fn::')) return [];
  return entries.flatMap(([key, each]) => faultsIn(each, path === '' ? key : `${path}.${key}`, resource, assembly));
}

function fault(value: unknown, path: string, resource: Placed, assembly: Assembly): readonly string[] {
  const property = path.split('.').findLast((key) => !/^\d+$/.test(key)) ?? '';
  const [reference] = referencesIn(value, resource.stack, assembly);
  const meant = reference && target(reference);
  if (!meant) return [];
  const gives = reference.attribute === 'Ref' ? identifier(meant.Type) : reference.attribute;
  if (gives === undefined) return [];
  const isArn = /Arn$/i.test(gives);
  const isName = /(Name|Url|KeyId|^Id)$/.test(gives);
  const said = `${path} is given ${reference.attribute} of ${meant.logicalId} (${meant.Type}), which is`;
  if (/Name$/.test(property) && isArn && !TAKES_BOTH.includes(property)) return [`${said} an ARN, expected a name`];
  if (/A(rn|RN)s?$/.test(property) && isName) return [`${said} no ARN (${gives})`];
  return [];
}

/** What `Ref` gives, if the type has one identifier that says so by its name. */
function identifier(type: string): string | undefined {
  const spec = resourceSpec(type);
  const [only, ...others] = spec?.cfnRefIdentifier ?? spec?.primaryIdentifier ?? [];
  // `Ref` of a secret is its ARN, though the specification calls it Id.
  return others.length > 0 || only === 'Id' ? undefined : only;
}
