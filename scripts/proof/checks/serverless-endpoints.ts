import type { Assembly, Placed } from '../assembly';
import type { Check } from '../check';
import { findInEach } from '../find-in-each';
import { isOutside, isTrue, type Json, list, numeric, record, records } from '../json';
import { namedResource } from '../named-resource';

/** Developer guide, serverless-endpoints: memory in steps of 1 GB, at most 200 concurrent requests for an endpoint. */
const MEMORY_MEGABYTES = [1024, 2048, 3072, 4096, 5120, 6144];
const MOST_CONCURRENT = 200;

/** Which endpoints cannot be serverless: developer guide, serverless-endpoints, "Feature exclusions". */
export const serverlessEndpoints: Check = {
  id: 'serverless-endpoints',
  rule: 'A serverless variant has a size that there is, and nothing that serverless inference does not know',
  find: findInEach(['AWS::SageMaker::EndpointConfig'], (config, assembly) => {
    const variants = records(config.Properties.ProductionVariants);
    const serverless = variants.filter((variant) => 'ServerlessConfig' in variant);
    if (serverless.length === 0) return [];
    return [
      variants.length > 1 && `a serverless endpoint has one variant, this one ${variants.length}`,
      'ShadowProductionVariants' in config.Properties && 'a serverless endpoint has no shadow variants',
      isTrue(record(config.Properties.DataCaptureConfig).EnableCapture) &&
        'DataCaptureConfig is on, but serverless endpoints capture nothing',
      'AsyncInferenceConfig' in config.Properties && 'an endpoint is serverless or asynchronous, not both',
      'VpcConfig' in config.Properties && 'serverless endpoints know no VpcConfig',
      isTrue(config.Properties.EnableNetworkIsolation) && 'serverless endpoints know no network isolation',
      ...serverless.flatMap((variant) => sizeFaults(variant)),
      ...serverless.flatMap((variant) => modelFaults(variant, config, assembly)),
    ];
  }),
};

function sizeFaults({ ServerlessConfig, ...variant }: Json): readonly (string | false)[] {
  const { MemorySizeInMB, MaxConcurrency, ProvisionedConcurrency } = record(ServerlessConfig);
  const memory = numeric(MemorySizeInMB);
  const provisioned = numeric(ProvisionedConcurrency);
  return [
    memory !== undefined &&
      !MEMORY_MEGABYTES.includes(memory) &&
      `MemorySizeInMB is ${memory}, expected one of ${MEMORY_MEGABYTES.join(', ')}`,
    MemorySizeInMB === undefined && 'ServerlessConfig has no MemorySizeInMB',
    MaxConcurrency === undefined && 'ServerlessConfig has no MaxConcurrency',
    isOutside(MaxConcurrency, 1, MOST_CONCURRENT) &&
      `MaxConcurrency is ${MaxConcurrency}, expected 1 to ${MOST_CONCURRENT}`,
    provisioned !== undefined &&
      isOutside(provisioned, 1, numeric(MaxConcurrency) ?? MOST_CONCURRENT) &&
      `ProvisionedConcurrency is ${provisioned}, expected 1 to MaxConcurrency`,
    ...['InstanceType', 'InitialInstanceCount', 'VolumeSizeInGB', 'ManagedInstanceScaling', 'EnableSSMAccess'].map(
      (property) => property in variant && `a variant with ServerlessConfig has ${property}, which is for instances`,
    ),
  ];
}

function modelFaults(variant: Json, config: Placed, assembly: Assembly): readonly (string | false)[] {
  const model = namedResource(variant.ModelName, config, assembly, 'AWS::SageMaker::Model', 'ModelName');
  if (!model) return [];
  const { VpcConfig, EnableNetworkIsolation, Containers, PrimaryContainer } = model.Properties;
  return [
    VpcConfig !== undefined && `its model ${model.logicalId} has a VpcConfig, which serverless endpoints refuse`,
    isTrue(EnableNetworkIsolation) && `its model ${model.logicalId} is isolated, which serverless endpoints refuse`,
    list(Containers).length > 1 && `its model ${model.logicalId} is an inference pipeline, which cannot be serverless`,
    record(PrimaryContainer).Mode === 'MultiModel' &&
      `its model ${model.logicalId} has Mode MultiModel, which cannot be serverless`,
  ];
}
