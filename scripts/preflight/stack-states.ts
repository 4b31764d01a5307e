import { DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import type { Judged } from './finding';
import type { Question } from './question';

/** No stack of ours stands in a state out of which CloudFormation does not deploy. */
export const stackStates: Question = {
  id: 'stack-states',
  needs: ['cloudformation:DescribeStacks'],
  async ask({ assembly, clients, region }) {
    const found: Judged[] = [];
    for (const { name } of assembly.stacks) {
      const answer = await clients.cloudFormation
        .send(new DescribeStacksCommand({ StackName: name }))
        .catch((error: Error) => {
          if (!/does not exist/.test(error.message)) throw error;
          return undefined;
        });
      found.push(...judgeState(name, answer?.Stacks?.[0]?.StackStatus, region));
    }
    return found;
  },
};

/** @param status undefined for a stack that is not there */
export function judgeState(name: string, status: string | undefined, region: string): Judged[] {
  const aws = (verb: string) => `aws cloudformation ${verb} --stack-name ${name} --region ${region}`;
  const message = `stack ${name} is ${status}`;
  if (status === undefined || status === 'REVIEW_IN_PROGRESS') return [];
  if (status.endsWith('_IN_PROGRESS'))
    return [{ severity: 'blocks-deploy', message: `${message}: wait for its end`, command: aws('wait stack-exists') }];
  // A first creation that went back leaves an empty stack, which can only be deleted.
  if (/^(ROLLBACK_COMPLETE|ROLLBACK_FAILED|CREATE_FAILED|DELETE_FAILED)$/.test(status))
    return [{ severity: 'blocks-deploy', message, command: aws('delete-stack') }];
  if (status === 'UPDATE_ROLLBACK_FAILED')
    return [{ severity: 'blocks-deploy', message, command: aws('continue-update-rollback') }];
  return [];
}
