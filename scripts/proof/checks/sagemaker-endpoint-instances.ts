import { about, type Check } from '../check';
import { resourcesOf } from '../resources-of';
import { listOf, shown, valueAt } from '../value-at';

const ENOUGH = 2;

export const sagemakerEndpointInstances: Check = {
  id: 'sagemaker-endpoint-instances',
  rule: 'An endpoint on instances has two of them from the start, and autoscaling leaves it two (SageMaker.4).',
  find: (assembly) => [
    ...resourcesOf(assembly, 'AWS::SageMaker::EndpointConfig').flatMap((config) =>
      listOf(valueAt(config.Properties, 'ProductionVariants'))
        .filter(
          (variant) =>
            valueAt(variant, 'ServerlessConfig') === undefined && tooFew(valueAt(variant, 'InitialInstanceCount')),
        )
        .map((variant) =>
          about(
            config,
            `SageMaker.4: InitialInstanceCount of ProductionVariants ${shown(valueAt(variant, 'VariantName'))} is ${shown(valueAt(variant, 'InitialInstanceCount'))}; with fewer than ${ENOUGH} instances one fault ends the service`,
          ),
        ),
    ),
    ...resourcesOf(assembly, 'AWS::ApplicationAutoScaling::ScalableTarget')
      .filter(({ Properties }) => valueAt(Properties, 'ScalableDimension') === 'sagemaker:variant:DesiredInstanceCount')
      .filter(({ Properties }) => tooFew(valueAt(Properties, 'MinCapacity')))
      .map((scaling) =>
        about(
          scaling,
          `SageMaker.4: MinCapacity is ${shown(valueAt(scaling.Properties, 'MinCapacity'))}, so autoscaling goes below ${ENOUGH} instances`,
        ),
      ),
  ],
};

/** A number that only a parameter knows is left alone. */
function tooFew(count: unknown): boolean {
  return typeof count === 'object' ? false : !(Number(count) >= ENOUGH);
}
