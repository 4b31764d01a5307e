import { about, type Check } from '../check';
import { resourcesOf } from '../resources-of';
import { listOf, shown, valueAt } from '../value-at';

export const sagemakerPrivateRegistry: Check = {
  id: 'sagemaker-private-registry',
  rule: 'The images of a model come from a registry within the VPC (SageMaker.16, .19).',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::SageMaker::Model').flatMap((model) =>
      [
        ...listOf(valueAt(model.Properties, 'PrimaryContainer')).map((container) => ({
          container,
          control: 'SageMaker.16',
          place: 'PrimaryContainer',
        })),
        ...listOf(valueAt(model.Properties, 'Containers')).map((container, index) => ({
          container,
          control: 'SageMaker.19',
          place: `Containers[${index}]`,
        })),
      ]
        .map((each) => ({ ...each, mode: valueAt(each.container, 'ImageConfig', 'RepositoryAccessMode') }))
        .filter(({ mode }) => mode !== 'Vpc')
        .map(({ control, place, mode }) =>
          about(model, `${control}: ${place}.ImageConfig.RepositoryAccessMode is ${shown(mode)}; it has to be Vpc`),
        ),
    ),
};
