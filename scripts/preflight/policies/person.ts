import type { Assembly } from '../../proof/assembly';
import { QUESTIONS } from '../questions';
import { rightsOfTypes } from './rights-of-types';
import type { Allowed } from './statement';

const ROLES = ['deploy', 'file-publishing', 'image-publishing', 'lookup'];

/** What a person needs for `cdk deploy --all`, `cdk diff` and `cdk destroy`: to become the roles that bootstrap made. */
export function deployStatements(): Allowed[] {
  return [{ actions: ['sts:AssumeRole'], resources: ROLES.map((role) => `arn:*:iam::*:role/cdk-*-${role}-role-*`) }];
}

/**
 * What a person needs for `cdk bootstrap`, once for each account and region: CloudFormation makes the bootstrap's stack in the
 * person's own name.
 * @param bootstrap the bootstrap's template, as an assembly of one stack
 */
export function bootstrapStatements(bootstrap: Assembly): Allowed[] {
  const [stack] = bootstrap.stacks;
  const { actions, unknown } = rightsOfTypes(bootstrap);
  if (unknown.length > 0) throw new Error(`nobody has written down what CloudFormation does for ${unknown.join(', ')}`);
  const of = (service: string) => [...actions.keys()].filter((each) => each.startsWith(`${service}:`)).sort();
  return [
    {
      actions: [
        'cloudformation:CreateChangeSet',
        'cloudformation:DeleteChangeSet',
        'cloudformation:DescribeChangeSet',
        'cloudformation:DescribeEvents',
        'cloudformation:DescribeStackEvents',
        'cloudformation:DescribeStacks',
        'cloudformation:ExecuteChangeSet',
        'cloudformation:GetTemplate',
        'cloudformation:UpdateTerminationProtection',
      ],
      resources: [`arn:*:cloudformation:*:*:stack/${stack?.name}/*`],
    },
    { actions: of('s3'), resources: ['arn:*:s3:::cdk-*-assets-*'] },
    { actions: of('ecr'), resources: ['arn:*:ecr:*:*:repository/cdk-*'] },
    { actions: of('ssm'), resources: ['arn:*:ssm:*:*:parameter/cdk-bootstrap/*'] },
    { actions: of('iam'), resources: ['arn:*:iam::*:role/cdk-*'] },
  ];
}

/** What `npm run preflight` asks; it changes nothing. */
export function preflightStatements(): Allowed[] {
  const actions = [...new Set(QUESTIONS.flatMap(({ needs }) => needs))].sort();
  return [{ actions, resources: ['*'] }];
}
