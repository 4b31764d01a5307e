import type { Assembly, Placed } from '../assembly';
import { about, type Check } from '../check';
import { resourcesOf } from '../resources-of';
import { referencesOf } from '../tolerant-reading';
import { valueAt } from '../value-at';

/** Policies, outputs and permissions speak of a role without running as it. */
const SPEAKS_OF_ROLES = /^AWS::(IAM|KMS|S3|SQS|SNS|CDK|Logs|LakeFormation)::/;

export const sagemakerModelRole: Check = {
  id: 'sagemaker-model-role',
  rule: 'A model serves with a role that nothing else runs as (S-01).',
  find: (assembly) => {
    const roles = new Map<string, Placed[]>();
    for (const resource of resourcesOf(assembly).filter(({ Type }) => !SPEAKS_OF_ROLES.test(Type)))
      for (const role of new Set(rolesOf(resource, assembly))) roles.set(role, [...(roles.get(role) ?? []), resource]);
    return resourcesOf(assembly, 'AWS::SageMaker::Model').flatMap((model) => {
      const own = rolesOf(model, assembly);
      if (own.length === 0 && valueAt(model.Properties, 'ExecutionRoleArn') === undefined)
        return [about(model, 'S-01: ExecutionRoleArn is missing; a model needs a role of its own')];
      return own
        .flatMap((role) => roles.get(role) ?? [])
        .filter((other) => other !== model)
        .map((other) =>
          about(model, `S-01: ExecutionRoleArn is also a role of ${other.stack.id}/${other.logicalId} (${other.Type})`),
        );
    });
  },
};

/** Roles that a resource runs as: what its properties named after a role refer to. */
function rolesOf({ Properties, stack }: Placed, assembly: Assembly): string[] {
  return Object.entries(Properties)
    .filter(([name]) => /^(ExecutionRoleArn|Role|RoleArn|RoleARN)$/.test(name))
    .flatMap(([, value]) => referencesOf(value, stack, assembly))
    .map((reference) => `${reference.stack.id}/${reference.logicalId}`);
}
