import type { Check } from '../check';
import { findInEach } from '../find-in-each';
import { record, records } from '../json';
import { namedResource } from '../named-resource';

const CONFIG = 'AWS::SageMaker::EndpointConfig';
const MODEL = 'AWS::SageMaker::Model';
const KEPT = /^Retain/;

/**
 * When an alarm rings, SageMaker goes back to the former configuration and the endpoint is in service again: CloudFormation
 * takes that for success, deletes what serves, and the endpoint can never be updated again.
 */
export const replacedModelsStay: Check = {
  id: 'replaced-models-stay',
  rule: 'The configuration of an endpoint and its models stay when they are replaced, until somebody has seen their successors serve (UpdateEndpoint)',
  find: findInEach(['AWS::SageMaker::Endpoint'], (endpoint, assembly) => {
    const config = namedResource(
      endpoint.Properties.EndpointConfigName,
      endpoint,
      assembly,
      CONFIG,
      'EndpointConfigName',
    );
    if (!config || record(endpoint.Properties.DeploymentConfig).AutoRollbackConfiguration === undefined) return [];
    const variants = [
      ...records(config.Properties.ProductionVariants),
      ...records(config.Properties.ShadowProductionVariants),
    ];
    const models = variants.flatMap(
      ({ ModelName }) => namedResource(ModelName, config, assembly, MODEL, 'ModelName') ?? [],
    );
    return [config, ...models].map(
      ({ logicalId, UpdateReplacePolicy = 'Delete' }) =>
        !KEPT.test(UpdateReplacePolicy) &&
        `UpdateReplacePolicy of ${logicalId} is ${UpdateReplacePolicy}, expected Retain: this endpoint may have to go back to it`,
    );
  }),
};
