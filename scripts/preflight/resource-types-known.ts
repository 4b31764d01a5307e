import { DescribeTypeCommand } from '@aws-sdk/client-cloudformation';
import type { Assembly } from '../proof/assembly';
import { resourcesOf } from '../proof/resources-of';
import type { Judged } from './finding';
import type { Question } from './question';

// CDK's own metadata is no type of the registry, and CloudFormation knows it everywhere.
const NOT_REGISTERED = ['AWS::CDK::Metadata'];

/** Every type of resource that the templates have is one that CloudFormation offers in the region. */
export const resourceTypesKnown: Question = {
  id: 'resource-types-known',
  needs: ['cloudformation:DescribeType'],
  async ask({ assembly, clients, region }) {
    const unknown: string[] = [];
    // One after the other: the registry is asked seldom, and throttles early.
    for (const TypeName of typesOf(assembly))
      await clients.cloudFormation
        .send(new DescribeTypeCommand({ Type: 'RESOURCE', TypeName }))
        .catch((error: Error) => {
          if (!/TypeNotFound/.test(error.name)) throw error;
          unknown.push(TypeName);
        });
    return judgeTypes(region, unknown);
  },
};

/** The types of AWS within an assembly. */
export function typesOf(assembly: Assembly): string[] {
  const types = new Set(resourcesOf(assembly).map(({ Type }) => Type));
  return [...types].filter((type) => type.startsWith('AWS::') && !NOT_REGISTERED.includes(type)).sort();
}

function judgeTypes(region: string, unknown: readonly string[]): Judged[] {
  if (unknown.length === 0) return [];
  return [
    {
      severity: 'blocks-deploy',
      message: `CloudFormation does not offer ${unknown.join(', ')} in ${region}; deploy to another region`,
      command: 'set region in lib/config/environments.ts',
    },
  ];
}
