import { CreateModelInput$, UpdateEndpointInput$ } from '@aws-sdk/client-sagemaker';
import { NAME } from '../caller';
import { requestProblems } from '../request-problems';
import type { ResourceType } from '../resource-type';
import { deployableModel } from './deployable-model';
import { endpointConfigProblems } from './endpoint-configs';

/** What serves: models and endpoint configurations, which a change replaces, and endpoints, which are updated. */
export const SERVING_TYPES: Readonly<Record<string, ResourceType>> = {
  'AWS::SageMaker::Model': {
    nameProperty: 'ModelName',
    generatesName: true,
    problems: (properties) => requestProblems(CreateModelInput$, properties, { texts: true }),
    fixed: ({ Tags: _, ...rest }) => rest,
    has: ({ models }, id) => models.has(id),
    create: async ({ models, registry, cloud }, properties, caller) => {
      models.create(String(properties.ModelName), await deployableModel(properties as never, registry, cloud), caller);
    },
    update: () => {},
    delete: ({ models }, id) => models.delete(id),
    provided: ({ models }, id) => {
      const { ModelArn, ModelName } = models.get(id).summary;
      return { physicalId: ModelArn, attributes: { ModelArn, ModelName } };
    },
  },
  'AWS::SageMaker::EndpointConfig': {
    nameProperty: 'EndpointConfigName',
    generatesName: true,
    problems: endpointConfigProblems,
    fixed: ({ Tags: _, ...rest }) => rest,
    has: ({ configs }, id) => configs.has(id),
    create: ({ configs }, properties, caller) => configs.create(properties as never, caller),
    update: () => {},
    delete: ({ configs }, id) => configs.delete(id),
    provided: ({ configs }, id) => {
      const { EndpointConfigArn, EndpointConfigName } = configs.get(id);
      return { physicalId: EndpointConfigArn, attributes: { EndpointConfigArn, EndpointConfigName } };
    },
  },
  // RetainAllVariantProperties and its like keep what autoscaling changed: nothing changes it here.
  'AWS::SageMaker::Endpoint': {
    nameProperty: 'EndpointName',
    problems: ({ Tags: _, ...properties }) => [
      ...requestProblems(UpdateEndpointInput$, properties, { texts: true }),
      // The Ref of a configuration is its ARN, which AWS does not take here.
      ...(NAME.test(String(properties.EndpointConfigName)) ? [] : [`EndpointConfigName must satisfy ${NAME}`]),
    ],
    fixed: ({ EndpointName }) => EndpointName,
    has: ({ endpoints }, id) => endpoints.has(id),
    create: ({ endpoints }, properties, caller) => endpoints.create(properties as never, caller),
    update: ({ endpoints }, properties) => endpoints.update(properties as never),
    delete: ({ endpoints, monitor }, id) => {
      monitor.assertUnwatched(id);
      return endpoints.delete(id);
    },
    provided: ({ endpoints }, id) => {
      const { arn: EndpointArn, name: EndpointName } = endpoints.get(id);
      return { physicalId: EndpointArn, attributes: { EndpointArn, EndpointName } };
    },
  },
};
