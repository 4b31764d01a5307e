import type { Assembly, Placed } from '../../proof/assembly';
import { numeric, record, records } from '../../proof/json';
import { namedResource } from '../../proof/named-resource';
import type { Usage } from '../line';
import { assumed } from '../pass-usage';
import { dividedBy, times } from '../quantity';
import { KILOBYTE } from '../units';
import type { Found, Pricer } from './pricer';

/** One variant of an endpoint: instances around the clock, or memory while it answers. */
export type Variant =
  | { readonly kind: 'real-time'; readonly instanceType: string; readonly instances: bigint }
  | { readonly kind: 'serverless'; readonly memoryMegabytes: bigint; readonly isProvisioned: boolean };

/** The variants that an endpoint's configuration lists. */
export function variantsOf(endpoint: Placed, assembly: Assembly): readonly Variant[] {
  const value = endpoint.Properties.EndpointConfigName;
  const config = namedResource(value, endpoint, assembly, 'AWS::SageMaker::EndpointConfig', 'EndpointConfigName');
  return records(config?.Properties.ProductionVariants).map((variant): Variant => {
    const { ServerlessConfig, InstanceType, InitialInstanceCount } = variant;
    return ServerlessConfig !== undefined
      ? {
          kind: 'serverless',
          memoryMegabytes: BigInt(numeric(record(ServerlessConfig).MemorySizeInMB) ?? 0),
          isProvisioned: record(ServerlessConfig).ProvisionedConcurrency !== undefined,
        }
      : {
          kind: 'real-time',
          instanceType: String(InstanceType ?? 'an unknown instance type'),
          instances: BigInt(numeric(InitialInstanceCount) ?? 1),
        };
  });
}

/** Serverless variants wait for free; instances do not. */
export const endpoint: Pricer = (resource, assembly) => {
  const variants = variantsOf(resource, assembly);
  if (variants.length === 0) return [{ what: 'endpoint', reason: 'no configuration of the templates is its' }];
  return variants.flatMap((variant): Found[] =>
    variant.kind === 'serverless'
      ? provisioned(variant)
      : [
          {
            what: `${variant.instances} × ${variant.instanceType} around the clock`,
            price: `sagemaker-instance:${variant.instanceType}`,
            quantity: times(assumed('hoursOfMonth'), variant.instances),
          },
        ],
  );
};

function provisioned({ isProvisioned }: { readonly isProvisioned: boolean }): Found[] {
  return isProvisioned ? [{ what: 'provisioned concurrency', reason: 'no pricer knows it' }] : [];
}

/** A fleet is replaced by a second one, and both stand there while the alarms watch; one that is new replaces nothing. */
export function replacement(resource: Placed, assembly: Assembly): Usage[] {
  if (resource.Type !== 'AWS::SageMaker::Endpoint') return [];
  const { TrafficRoutingConfiguration, TerminationWaitInSeconds } = record(
    record(resource.Properties.DeploymentConfig).BlueGreenUpdatePolicy,
  );
  const shifting = numeric(record(TrafficRoutingConfiguration).WaitIntervalInSeconds) ?? 0;
  const seconds = BigInt(shifting + (numeric(TerminationWaitInSeconds) ?? 0));
  return variantsOf(resource, assembly).flatMap((variant) =>
    variant.kind === 'serverless'
      ? []
      : [
          {
            what: `second fleet of ${variant.instances} × ${variant.instanceType}`,
            price: `sagemaker-instance:${variant.instanceType}`,
            quantity: times(variant.instances, dividedBy(seconds, 3600n)),
          },
        ],
  );
}

/** Records that its online store keeps. */
export const featureGroup: Pricer = ({ Properties }) =>
  Properties.OnlineStoreConfig === undefined
    ? []
    : [
        {
          what: 'online store',
          price: 'feature-store-storage',
          quantity: times(assumed('records'), assumed('recordKilobytes'), KILOBYTE),
        },
      ];
