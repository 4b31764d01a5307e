import { about, type Check } from '../check';
import { resourcesOf } from '../resources-of';
import { isTrue, listOf, valueAt } from '../value-at';

export const sagemakerHostAccess: Check = {
  id: 'sagemaker-host-access',
  rule: 'Nobody gets a shell on an instance that serves a model (S-02).',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::SageMaker::EndpointConfig').flatMap((config) =>
      ['ProductionVariants', 'ShadowProductionVariants'].flatMap((property) =>
        listOf(valueAt(config.Properties, property)).flatMap((variant, index) => {
          const access = valueAt(variant, 'EnableSSMAccess');
          return access === undefined || access === false || access === 'false'
            ? []
            : [
                about(
                  config,
                  `S-02: ${property}[${index}].EnableSSMAccess is ${isTrue(access) ? 'true' : 'left open'}; it has to be absent or false`,
                ),
              ];
        }),
      ),
    ),
};
