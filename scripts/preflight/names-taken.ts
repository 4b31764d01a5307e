import { DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import type { Assembly } from '../proof/assembly';
import { resourcesOf } from '../proof/resources-of';
import { isOpen, textOf } from '../proof/text-of';
import type { Clients } from './clients';
import type { Judged } from './finding';
import { NAMED, type Named } from './named-resources';
import type { Question } from './question';

/** A resource whose name a template fixes, so that it cannot be made where somebody has one of that name. */
export interface FixedName {
  readonly type: string;
  readonly name: string;
  readonly stack: string;
  /** Made only later, when a condition is fulfilled. */
  readonly later: boolean;
}

/** No name that the templates fix belongs to something that is not of our stacks; a question for each type, for its own right. */
export const namesTaken: readonly Question[] = Object.entries(NAMED).map(([type, named]) => ({
  id: `names-taken of ${type}`,
  needs: [named.needs, 'cloudformation:DescribeStackResources'],
  async ask({ assembly, clients }) {
    const taken: FixedName[] = [];
    for (const fixed of fixedNames(assembly, type, named))
      if (await named.exists(fixed.name, clients)) taken.push(fixed);
    return taken.length === 0 ? [] : judgeNames(taken, await ourResources(assembly, clients), named.remove);
  },
}));

/** Names that are known before the deployment; those that CloudFormation makes up collide with nothing. */
function fixedNames(assembly: Assembly, type: string, named: Named): FixedName[] {
  return resourcesOf(assembly, type).flatMap((resource) => {
    const name = textOf(named.name(resource.Properties), resource, assembly);
    if (isOpen(name)) return [];
    return [{ type, name, stack: resource.stack.name, later: resource.Condition !== undefined }];
  });
}

/**
 * @param ours physical ids of what our stacks hold already, names or ARNs
 * @param remove the command that deletes what has a name
 */
export function judgeNames(
  taken: readonly FixedName[],
  ours: readonly string[],
  remove: (name: string) => string,
): Judged[] {
  return taken
    .filter(({ name }) => !ours.some((id) => id === name || id.endsWith(`/${name}`)))
    .map(({ type, name, stack, later }) => ({
      severity: later ? 'blocks-first-pass' : 'blocks-deploy',
      message: `${type} "${name}" of stack ${stack} exists already and belongs to none of our stacks. Delete it if nobody needs it; else take another project in lib/config/environments.ts`,
      command: remove(name),
    }));
}

async function ourResources(assembly: Assembly, clients: Clients): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of assembly.stacks) {
    const answer = await clients.cloudFormation
      .send(new DescribeStackResourcesCommand({ StackName: name }))
      .catch((error: Error) => {
        if (!/does not exist/.test(error.message)) throw error;
        return undefined;
      });
    for (const { PhysicalResourceId = '' } of answer?.StackResources ?? []) found.push(PhysicalResourceId);
  }
  return found;
}
