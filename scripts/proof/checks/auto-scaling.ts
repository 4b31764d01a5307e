import type { Assembly, Placed } from '../assembly';
import type { Check } from '../check';
import { findInEach } from '../find-in-each';
import { isOutside, type Json, list, numeric, record, records } from '../json';
import { namedResource } from '../named-resource';
import { referencesIn, target } from '../references';
import { resourcesOf } from '../resources-of';
import { isOpen, textOf } from '../text-of';

const INSTANCES = 'sagemaker:variant:DesiredInstanceCount';
const CONCURRENCY = 'sagemaker:variant:DesiredProvisionedConcurrency';
const COPIES = 'sagemaker:inference-component:DesiredCopyCount';
const VARIANT = /^endpoint\/([^/]+)\/variant\/([^/]+)$/;
const SCALABLE_TARGET = 'AWS::ApplicationAutoScaling::ScalableTarget';

/** RegisterScalableTarget, ResourceId and ScalableDimension; developer guide, endpoint-auto-scaling-prerequisites. */
export const autoScaling: Check = {
  id: 'auto-scaling',
  rule: 'What scales an endpoint names a variant that exists and can scale, in a dimension that it has, within sensible limits',
  find: findInEach([SCALABLE_TARGET], (scaled, assembly) => {
    const { MinCapacity, MaxCapacity, ScalableDimension, ServiceNamespace, RoleARN } = scaled.Properties;
    const [least, most] = [numeric(MinCapacity), numeric(MaxCapacity)];
    const id = textOf(scaled.Properties.ResourceId, scaled, assembly);
    const twins = resourcesOf(assembly, SCALABLE_TARGET).filter(
      (each) =>
        textOf(each.Properties.ResourceId, each, assembly) === id &&
        each.Properties.ScalableDimension === ScalableDimension,
    );
    return [
      least !== undefined && most !== undefined && least > most && `MinCapacity ${least} is above MaxCapacity ${most}`,
      isOutside(least, 0, Infinity) && `MinCapacity is ${least}`,
      isOutside(most, 1, Infinity) && `MaxCapacity is ${most}, expected at least 1`,
      twins.length > 1 && `${id} is registered ${twins.length} times`,
      ...(ServiceNamespace === 'sagemaker' || String(ScalableDimension).startsWith('sagemaker:')
        ? [
            ServiceNamespace !== 'sagemaker' && `the ServiceNamespace is ${ServiceNamespace}, expected sagemaker`,
            // Application Auto Scaling takes its service-linked role whatever is passed; a role of ours is an error.
            RoleARN !== undefined &&
              !textOf(RoleARN, scaled, assembly).includes(
                'AWSServiceRoleForApplicationAutoScaling_SageMakerEndpoint',
              ) &&
              'RoleARN is not the service-linked role of SageMaker endpoints: leave it out',
            ...variantFaults(scaled, id, assembly),
          ]
        : []),
    ];
  }),
};

function variantFaults(scaled: Placed, id: string, assembly: Assembly): readonly (string | false)[] {
  const { ScalableDimension: dimension, MinCapacity, MaxCapacity } = scaled.Properties;
  if (id.startsWith('inference-component/'))
    return [dimension !== COPIES && `${id} scales in ${COPIES}, found ${dimension}`];
  const [, endpointName, variantName] = VARIANT.exec(id) ?? [];
  if (endpointName === undefined) return [`the ResourceId is "${id}", expected endpoint/<name>/variant/<variant>`];
  if (dimension !== INSTANCES && dimension !== CONCURRENCY)
    return [`a variant scales in ${INSTANCES} or ${CONCURRENCY}, found ${dimension}`];
  const meant = referencesIn(scaled.Properties.ResourceId, scaled.stack, assembly).map(target);
  const endpoint =
    meant.find((each) => each?.Type === 'AWS::SageMaker::Endpoint') ??
    resourcesOf(assembly, 'AWS::SageMaker::Endpoint').find(
      (each) => textOf(each.Properties.EndpointName, each, assembly) === endpointName,
    );
  if (!endpoint) return [!isOpen(endpointName) && `no template makes the endpoint "${endpointName}"`];
  const config = configOf(endpoint, assembly);
  const variants = records(config?.Properties.ProductionVariants);
  const variant = variants.find(({ VariantName }) => textOf(VariantName, endpoint, assembly) === variantName);
  const isLater =
    endpoint.stack.id !== scaled.stack.id ||
    meant.includes(endpoint) ||
    list(scaled.DependsOn).includes(endpoint.logicalId);
  return [
    !isLater &&
      `it does not depend on ${endpoint.logicalId}, so it may be registered before there is a variant to scale`,
    config !== undefined && !variant && `the endpoint "${endpointName}" has no variant "${variantName}"`,
    ...(variant ? capacityFaults(variant, config, String(dimension), [MinCapacity, MaxCapacity]) : []),
  ];
}

function capacityFaults(
  variant: Json,
  config: Placed | undefined,
  dimension: string,
  [least, most]: readonly [unknown, unknown],
): readonly (string | false)[] {
  const { InstanceType, InitialInstanceCount: count, ServerlessConfig } = variant;
  const isAsynchronous = config?.Properties.AsyncInferenceConfig !== undefined;
  return [
    // Developer guide, endpoint-auto-scaling-prerequisites: not for burstable instances.
    /^ml\.t\d/.test(String(InstanceType)) && `${InstanceType} is burstable, which cannot scale`,
    dimension === INSTANCES &&
      ServerlessConfig !== undefined &&
      `a serverless variant has no instances: it scales in ${CONCURRENCY}`,
    dimension === CONCURRENCY &&
      record(ServerlessConfig).ProvisionedConcurrency === undefined &&
      `${CONCURRENCY} is for a serverless variant with ProvisionedConcurrency`,
    dimension === INSTANCES &&
      numeric(least) === 0 &&
      !isAsynchronous &&
      'MinCapacity is 0, which only asynchronous variants may have',
    dimension === INSTANCES &&
      isOutside(count, numeric(least) ?? 0, numeric(most) ?? Infinity) &&
      `the variant starts with ${count} instances, outside of ${least} to ${most}`,
  ];
}

function configOf(endpoint: Placed, assembly: Assembly): Placed | undefined {
  const { EndpointConfigName } = endpoint.Properties;
  return namedResource(EndpointConfigName, endpoint, assembly, 'AWS::SageMaker::EndpointConfig', 'EndpointConfigName');
}
