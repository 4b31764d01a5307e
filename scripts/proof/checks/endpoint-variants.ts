import type { Assembly, Placed } from '../assembly';
import type { Check } from '../check';
import { findInEach } from '../find-in-each';
import { isOutside, type Json, numeric, record, records } from '../json';
import { namedResource } from '../named-resource';
import { isOpen, textOf } from '../text-of';

/** CreateEndpointConfig: at most ten variants; shadows only for one production variant. */
export const endpointVariants: Check = {
  id: 'endpoint-variants',
  rule: 'Each variant of an endpoint has a name of its own, a model that exists, something to run on and a share of the traffic',
  find: findInEach(['AWS::SageMaker::EndpointConfig'], (config, assembly) => {
    const { ProductionVariants, ShadowProductionVariants, AsyncInferenceConfig } = config.Properties;
    const variants = records(ProductionVariants);
    const shadows = records(ShadowProductionVariants);
    const names = [...variants, ...shadows].map(({ VariantName }) => textOf(VariantName, config, assembly));
    const weights = variants.map(({ InitialVariantWeight }) => numeric(InitialVariantWeight ?? 1) ?? 1);
    return [
      isOutside(variants.length, 1, 10) && `there are ${variants.length} ProductionVariants, expected 1 to 10`,
      new Set(names).size < names.length && `two variants have the same name: ${names.join(', ')}`,
      weights.some((weight) => weight < 0) && `an InitialVariantWeight is negative: ${weights.join(', ')}`,
      weights.every((weight) => weight === 0) && 'all variants have the weight 0, so none gets traffic',
      shadows.length > 0 &&
        (variants.length !== 1 || shadows.length !== 1) &&
        `shadow tests have one production and one shadow variant, found ${variants.length} and ${shadows.length}`,
      AsyncInferenceConfig !== undefined &&
        variants.length > 1 &&
        `an asynchronous endpoint has one variant, this one ${variants.length}`,
      ...[...variants, ...shadows].flatMap((variant) => variantFaults(variant, config, assembly)),
    ];
  }),
};

function variantFaults(variant: Json, config: Placed, assembly: Assembly): readonly (string | false)[] {
  const { ModelName, InstanceType, InitialInstanceCount, InstancePools, ServerlessConfig, VariantName } = variant;
  const scaling = record(variant.ManagedInstanceScaling);
  const name = textOf(VariantName, config, assembly) || 'a variant';
  return [
    VariantName === undefined && 'a variant has no VariantName',
    [InstanceType, InstancePools, ServerlessConfig].every((each) => each === undefined) &&
      `${name} has neither InstanceType nor ServerlessConfig`,
    InstanceType !== undefined &&
      InitialInstanceCount === undefined &&
      variant.ManagedInstanceScaling === undefined &&
      `${name} has an InstanceType but no InitialInstanceCount`,
    isOutside(InitialInstanceCount, variant.ManagedInstanceScaling ? 0 : 1, 10_000) &&
      `${name} starts with ${InitialInstanceCount} instances, expected at least 1`,
    (numeric(scaling.MinInstanceCount) ?? 0) > (numeric(scaling.MaxInstanceCount) ?? Infinity) &&
      `${name} scales from ${scaling.MinInstanceCount} to ${scaling.MaxInstanceCount} instances`,
    isOutside(variant.ContainerStartupHealthCheckTimeoutInSeconds, 60, 3600) &&
      `${name} waits ${variant.ContainerStartupHealthCheckTimeoutInSeconds} s for its container, expected 60 to 3600`,
    isOutside(variant.ModelDataDownloadTimeoutInSeconds, 60, 3600) &&
      `${name} waits ${variant.ModelDataDownloadTimeoutInSeconds} s for its model, expected 60 to 3600`,
    isOutside(variant.VolumeSizeInGB, 1, 512) &&
      `${name} has a volume of ${variant.VolumeSizeInGB} GB, expected 1 to 512`,
    ModelName === undefined
      ? config.Properties.ExecutionRoleArn === undefined &&
        `${name} has no ModelName, and its endpoint no ExecutionRoleArn`
      : modelFault(ModelName, name, config, assembly),
  ];
}

function modelFault(value: unknown, name: string, config: Placed, assembly: Assembly): string | false {
  if (namedResource(value, config, assembly, 'AWS::SageMaker::Model', 'ModelName')) return false;
  const model = textOf(value, config, assembly);
  // What is open comes from a parameter, or from another resource that makes models.
  return !isOpen(model) && `${name} serves the model "${model}", which no template makes`;
}
