import type { Assembly, Placed } from '../assembly';
import { bundleOf } from '../bundle';
import { about, type Check } from '../check';
import { leavesOf, under } from '../leaves';
import { isOfAws, lookedAt, says } from '../looked-at';
import { pointsTo, textOf } from '../points-to';
import { resourcesOf } from '../resources-of';
import { roleAllows } from '../role-allows';

/** A metric of our own that somebody looks at is published by some handler, into that namespace, and may be. */
export const ownMetrics: Check = {
  id: 'own-metrics',
  rule: 'Every metric outside the namespaces of AWS that an alarm watches or a dashboard draws is published: by a log filter, or by a function that is told the namespace, whose code names the metric and whose role allows cloudwatch:PutMetricData in it',
  find: (assembly) =>
    lookedAt(assembly)
      .filter(({ namespace }) => namespace !== '' && !isOfAws(namespace))
      .flatMap(({ by, namespace, name, dimensions }) => {
        const fault = publishFault(namespace, name, assembly);
        const extra =
          dimensions.length > 0 ? [about(by, `${name} has dimensions, by which no handler of ours publishes`)] : [];
        return [...(fault ? [about(by, fault)] : []), ...extra];
      }),
};

function publishFault(namespace: string, name: string, assembly: Assembly): string | undefined {
  const filters = resourcesOf(assembly, 'AWS::Logs::MetricFilter');
  if (filters.some((filter) => says(filter, namespace, assembly) && says(filter, name, assembly))) return undefined;
  const told = resourcesOf(assembly, 'AWS::Lambda::Function').filter(({ Properties, stack }) =>
    leavesOf(under(Properties, 'Environment', 'Variables')).some(
      ({ value }) => textOf(value, stack, assembly) === namespace,
    ),
  );
  if (told.length === 0) return `looks at ${name} in ${namespace}, a namespace that no function is told`;
  const bundles = told.map((lambda) => [lambda, bundleOf(lambda, assembly)] as const);
  // Without code in the assembly nobody can tell what it publishes.
  if (bundles.some(([, bundle]) => bundle === undefined)) return undefined;
  const publishers = bundles
    .filter(([, bundle]) => new RegExp(`["'\`]${name}["'\`]`).test(bundle?.text ?? ''))
    .map(([lambda]) => lambda);
  if (publishers.length === 0) return `looks at ${name} in ${namespace}, which the code of no function publishes`;
  return publishers.some((lambda) => mayPublish(lambda, assembly))
    ? undefined
    : `looks at ${name}, and the role of ${publishers[0]?.logicalId} does not allow cloudwatch:PutMetricData`;
}

function mayPublish({ Properties, stack }: Placed, assembly: Assembly): boolean {
  const { resource: role } = pointsTo(Properties.Role, stack, assembly);
  return role === undefined || roleAllows(role, 'cloudwatch:PutMetricData', undefined, assembly);
}
