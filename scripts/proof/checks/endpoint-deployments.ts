import type { Check } from '../check';
import { findInEach } from '../find-in-each';
import { isOutside, isTrue, type Json, numeric, record, records } from '../json';
import { namedResource } from '../named-resource';
import { resourcesOf } from '../resources-of';
import { isOpen, textOf } from '../text-of';

const CONFIG = 'AWS::SageMaker::EndpointConfig';

/** DeploymentConfig of CreateEndpoint; developer guide, deployment-guardrails-blue-green. */
export const endpointDeployments: Check = {
  id: 'endpoint-deployments',
  rule: 'A new version takes over in steps that its instances allow, within the times that SageMaker allows',
  find: findInEach(['AWS::SageMaker::Endpoint'], (endpoint, assembly) => {
    const { EndpointConfigName, DeploymentConfig, RetainAllVariantProperties } = endpoint.Properties;
    const config = namedResource(EndpointConfigName, endpoint, assembly, CONFIG, 'EndpointConfigName');
    const name = textOf(EndpointConfigName, endpoint, assembly);
    const variants = records(config?.Properties.ProductionVariants);
    const { BlueGreenUpdatePolicy: blueGreen, RollingUpdatePolicy: rolling } = record(DeploymentConfig);
    const isScaled = resourcesOf(assembly, 'AWS::ApplicationAutoScaling::ScalableTarget').some((scaled) =>
      textOf(scaled.Properties.ResourceId, scaled, assembly).startsWith(
        `endpoint/${textOf(endpoint.Properties.EndpointName, endpoint, assembly)}/`,
      ),
    );
    return [
      !config && !isOpen(name) && `it serves the configuration "${name}", which no template makes`,
      isScaled &&
        !isTrue(RetainAllVariantProperties) &&
        'it scales, but an update resets its instances: RetainAllVariantProperties',
      blueGreen !== undefined && rolling !== undefined && 'it has both a blue/green and a rolling policy',
      ...(blueGreen === undefined ? [] : blueGreenFaults(record(blueGreen), variants)),
      ...(rolling === undefined ? [] : rollingFaults(record(rolling), variants)),
    ];
  }),
};

function blueGreenFaults(policy: Json, variants: readonly Json[]): readonly (string | false)[] {
  const routing = record(policy.TrafficRoutingConfiguration);
  const { Type, WaitIntervalInSeconds: wait } = routing;
  const size = { CANARY: 'CanarySize', LINEAR: 'LinearStepSize' }[String(Type)];
  const share = numeric(record(size && routing[size]).Value) ?? 50;
  // A canary shifts twice; linear steps need a wait after each.
  const steps = Type === 'LINEAR' ? Math.ceil(100 / share) : Type === 'CANARY' ? 1 : 0;
  const takes = steps * (numeric(wait) ?? 0) + (numeric(policy.TerminationWaitInSeconds) ?? 0);
  const most = policy.MaximumExecutionTimeoutInSeconds;
  return [
    Type === undefined && 'TrafficRoutingConfiguration has no Type',
    isOutside(wait, 0, 3600) && `WaitIntervalInSeconds is ${wait}, expected 0 to 3600`,
    isOutside(policy.TerminationWaitInSeconds, 0, 3600) &&
      `TerminationWaitInSeconds is ${policy.TerminationWaitInSeconds}, expected 0 to 3600`,
    isOutside(most, 600, 28_800) && `MaximumExecutionTimeoutInSeconds is ${most}, expected 600 to 28800`,
    (numeric(most) ?? Infinity) <= takes &&
      `MaximumExecutionTimeoutInSeconds is ${most}, but the waits alone take ${takes}`,
    ...['CanarySize', 'LinearStepSize'].map(
      (each) => each !== size && each in routing && `${each} is given, but the traffic shifts ${Type}`,
    ),
    ...(size === undefined ? [] : sizeFaults(size, routing[size], size === 'CanarySize' ? 1 : 10, variants)),
  ];
}

function rollingFaults(policy: Json, variants: readonly Json[]): readonly (string | false)[] {
  const most = policy.MaximumExecutionTimeoutInSeconds;
  return [
    isOutside(policy.WaitIntervalInSeconds, 0, 3600) &&
      `WaitIntervalInSeconds is ${policy.WaitIntervalInSeconds}, expected 0 to 3600`,
    isOutside(most, 600, 28_800) && `MaximumExecutionTimeoutInSeconds is ${most}, expected 600 to 28800`,
    ...sizeFaults('MaximumBatchSize', policy.MaximumBatchSize, 5, variants),
  ];
}

/** A part is at most half of the instances, and at least one of them: a single instance cannot be parted. */
function sizeFaults(
  name: string,
  size: unknown,
  least: number,
  variants: readonly Json[],
): readonly (string | false)[] {
  const { Type, Value } = record(size);
  if (size === undefined) return [`${name} is missing`];
  return [
    Type === 'CAPACITY_PERCENT' &&
      isOutside(Value, least, 50) &&
      `${name} is ${Value} percent, expected ${least} to 50`,
    ...variants.map(({ InitialInstanceCount, ServerlessConfig }) => {
      if (ServerlessConfig !== undefined) return `${name} is given for a serverless variant, which shifts all at once`;
      const instances = numeric(InitialInstanceCount) ?? 2;
      if (instances < 2) return `${name} parts ${instances} instance: at least two are needed`;
      return (
        Type === 'INSTANCE_COUNT' &&
        isOutside(Value, 1, instances / 2) &&
        `${name} is ${Value} of ${instances} instances, expected 1 to half of them`
      );
    }),
  ];
}
