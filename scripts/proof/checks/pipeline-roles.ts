import type { Assembly } from '../assembly';
import type { Check } from '../check';
import { inText } from '../in-text';
import { everyValue, listAt, textAt, valueAt } from '../json-at';
import { findInPipelines, type Pipeline, resourceMeant } from '../pipeline-definition';

const ROLES = ['RoleArn', 'ExecutionRoleArn'];
const SERVICE = 'sagemaker.amazonaws.com';

export const pipelineRoles: Check = {
  id: 'pipeline-roles',
  rule: 'The pipeline and each of its jobs run as a role of the assembly that SageMaker may assume.',
  find: (assembly) =>
    findInPipelines(assembly, (pipeline) => [
      ...roleProblems(
        inText(pipeline.resource.Properties.RoleArn, pipeline.resource.stack, assembly),
        'the pipeline',
        assembly,
      ),
      ...pipeline.steps.flatMap(({ name, own }) =>
        everyValue(own)
          .filter(([key]) => ROLES.includes(key))
          .flatMap(([, role]) => roleProblems(role, `step ${name}`, assembly)),
      ),
      ...missing(pipeline),
    ]),
};

function roleProblems(role: unknown, who: string, assembly: Assembly): readonly string[] {
  const meant = resourceMeant(role, assembly);
  if (meant?.resource.Type !== 'AWS::IAM::Role' || meant.attribute !== 'Arn')
    return [`${who} runs as ${JSON.stringify(role)}, which is not the ARN of a role in these templates`];
  const statements = listAt(meant.resource.Properties, 'AssumeRolePolicyDocument', 'Statement');
  return statements.some(isForSageMaker)
    ? []
    : [`${who} runs as ${meant.resource.logicalId}, which ${SERVICE} may not assume`];
}

function isForSageMaker(statement: unknown): boolean {
  const services = [valueAt(statement, 'Principal', 'Service')].flat();
  const actions = [valueAt(statement, 'Action')].flat();
  return textAt(statement, 'Effect') === 'Allow' && services.includes(SERVICE) && actions.includes('sts:AssumeRole');
}

/** CreateModel takes no role as well, and then cannot read the model's file. */
function missing({ steps }: Pipeline): readonly string[] {
  return steps
    .filter(({ type, args }) => type === 'Model' && args.ExecutionRoleArn === undefined)
    .map(({ name }) => `step ${name} has no ExecutionRoleArn`);
}
