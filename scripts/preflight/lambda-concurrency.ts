import { GetAccountSettingsCommand } from '@aws-sdk/client-lambda';
import type { Assembly } from '../proof/assembly';
import { numeric } from '../proof/json';
import { resourcesOf } from '../proof/resources-of';
import { machinesOf, statesOf } from '../proof/state-machine';
import type { Judged } from './finding';
import type { Question } from './question';

/** All functions of an account share a number of executions at once: 1,000 by default, 10 in many new accounts. */
export const lambdaConcurrency: Question = {
  id: 'lambda-concurrency',
  needs: ['lambda:GetAccountSettings'],
  async ask({ assembly, region, clients }) {
    const needed = concurrencyOf(assembly);
    const { AccountLimit } = await clients.lambda.send(new GetAccountSettingsCommand({}));
    return judgeConcurrency(region, needed, AccountLimit?.UnreservedConcurrentExecutions);
  },
};

// What answers requests and follows events beside a map at its widest.
const BESIDE = 5;

/** How many functions run at once when a state machine's widest map is at work, and what serves beside it. */
export function concurrencyOf(assembly: Assembly): number {
  if (resourcesOf(assembly, 'AWS::Lambda::Function').length === 0) return 0;
  const widths = machinesOf(assembly).flatMap((machine) =>
    statesOf(machine).map(({ state }) => numeric(state.MaxConcurrency) ?? 0),
  );
  return Math.max(0, ...widths) + BESIDE;
}

/** @param unreserved what no function of the account has for itself */
export function judgeConcurrency(region: string, needed: number, unreserved: number | undefined): Judged[] {
  if (unreserved === undefined || unreserved >= needed) return [];
  return [
    {
      // What Lambda throttles is tried again, later.
      severity: unreserved === 0 ? 'blocks-first-pass' : 'to-know',
      message: `Lambda runs ${unreserved} functions at once in this account; ${needed} are needed when features are ingested while requests come, and the rest waits`,
      command: `aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value 1000 --region ${region}`,
    },
  ];
}
