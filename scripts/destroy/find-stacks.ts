import { type CloudFormationClient, paginateDescribeStacks, type Stack } from '@aws-sdk/client-cloudformation';
import { STACK_IDS } from '../../lib/config/stacks';

export interface FoundStacks {
  /** The deployed ones, in no order. */
  readonly ours: readonly Stack[];
  /** Names that begin like ours and are none of ours: another project's, or of another version of this one. */
  readonly alike: readonly string[];
}

/**
 * The environment's stacks. Only `<project>-<environment>-<stack>` is ours: the project `ml-lifecycle-sandbox` may have a
 * sandbox too, and its stacks begin with our prefix.
 */
export async function findStacks(client: CloudFormationClient, prefix: string): Promise<FoundStacks> {
  const wanted = new Set(STACK_IDS.map((stack) => `${prefix}-${stack}`));
  const ours: Stack[] = [];
  const alike: string[] = [];
  for await (const { Stacks = [] } of paginateDescribeStacks({ client }, {}))
    for (const stack of Stacks) {
      const { StackName = '', StackStatus } = stack;
      if (StackStatus === 'DELETE_COMPLETE') continue;
      if (wanted.has(StackName)) ours.push(stack);
      else if (StackName.startsWith(`${prefix}-`)) alike.push(StackName);
    }
  return { ours, alike };
}
