import type { Assembly } from '../assembly';
import { about, type Check } from '../check';
import { NAMED } from '../facts/metrics-named';
import { listed, under } from '../leaves';
import { isOfAws, type LookedAt, lookedAt } from '../looked-at';
import { pointsTo, textOf } from '../points-to';
import { resourcesOf } from '../resources-of';

/** An alarm or a widget looks at metrics of what there is: an endpoint, a variant, a queue, an API, a pipeline. */
export const watchedNames: Check = {
  id: 'watched-names',
  rule: 'Every dimension of a metric that an alarm watches or a dashboard draws names a resource of some template; a variant one of its endpoint',
  find: (assembly) =>
    lookedAt(assembly).flatMap((metric) =>
      [...nameFaults(metric, assembly), ...variantFaults(metric, assembly)].map((fault) => about(metric.by, fault)),
    ),
};

function nameFaults({ by, namespace, name, dimensions }: LookedAt, assembly: Assembly): string[] {
  return dimensions.flatMap((dimension) => {
    const named = NAMED[`${namespace} ${dimension.name}`];
    if (!named || !isOfAws(namespace)) return [];
    const { resource, text, open } = pointsTo(dimension.value, by.stack, assembly, named.types);
    if (open || (resource && named.types.test(resource.Type))) return [];
    const found = resource ? `${resource.logicalId}, a ${resource.Type}` : `${text}, which nothing bears`;
    return [
      `${namespace} ${name} is of the ${dimension.name} ${found}; expected ${named.types.source.replaceAll(/[\^$]/g, '')}`,
    ];
  });
}

function variantFaults({ by, dimensions }: LookedAt, assembly: Assembly): string[] {
  const of = (wanted: string) => dimensions.find(({ name }) => name === wanted)?.value;
  const variant = textOf(of('VariantName'), by.stack, assembly);
  const endpoint = pointsTo(of('EndpointName'), by.stack, assembly, /^AWS::SageMaker::Endpoint$/).resource;
  if (variant === '' || endpoint?.Type !== 'AWS::SageMaker::Endpoint') return [];
  const config =
    pointsTo(endpoint.Properties.EndpointConfigName, endpoint.stack, assembly).resource ??
    resourcesOf(assembly, 'AWS::SageMaker::EndpointConfig')[0];
  const variants = listed(config?.Properties.ProductionVariants).map((each) => String(under(each, 'VariantName')));
  return variants.length === 0 || variants.includes(variant)
    ? []
    : [`is about the variant ${variant} of ${endpoint.logicalId}, which has ${variants.join(', ')}`];
}
