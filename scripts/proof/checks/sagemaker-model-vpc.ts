import { about, type Check } from '../check';
import { resourcesOf } from '../resources-of';
import { listOf, valueAt } from '../value-at';

export const sagemakerModelVpc: Check = {
  id: 'sagemaker-model-vpc',
  rule: 'A model serves from subnets of ours behind a security group of ours (S-01).',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::SageMaker::Model').flatMap((model) =>
      ['Subnets', 'SecurityGroupIds']
        .filter((property) => listOf(valueAt(model.Properties, 'VpcConfig', property)).length === 0)
        .map((property) =>
          about(model, `S-01: VpcConfig.${property} holds nothing; the model serves from a network of AWS's`),
        ),
    ),
};
