import {
  type CloudWatchLogsClient,
  DeleteLogGroupCommand,
  paginateDescribeLogGroups,
} from '@aws-sdk/client-cloudwatch-logs';
import { STACK_IDS } from '../../lib/config/stacks';
import { orWhenGone } from './or-when-gone';

const FUNCTION_LOGS = '/aws/lambda/';

/**
 * Deletes the log groups that functions made themselves (those of the CDK's own custom resources), and groups of the
 * stacks that a last line of log brought back; resolves to their number. To be called when the stacks are gone.
 */
export async function deleteLogGroups(
  client: CloudWatchLogsClient,
  prefix: string,
  { functions, logGroups }: { readonly functions: readonly string[]; readonly logGroups: readonly string[] },
): Promise<number> {
  const names = new Set([...functions.map((name) => `${FUNCTION_LOGS}${name}`), ...logGroups]);
  // An earlier attempt may have deleted the stacks and stopped before their logs.
  for await (const page of paginateDescribeLogGroups({ client }, { logGroupNamePrefix: `${FUNCTION_LOGS}${prefix}-` }))
    for (const { logGroupName = '' } of page.logGroups ?? [])
      if (isOfOurFunction(logGroupName.slice(FUNCTION_LOGS.length), prefix)) names.add(logGroupName);
  let deleted = 0;
  for (const logGroupName of names)
    if (await orWhenGone(client.send(new DeleteLogGroupCommand({ logGroupName })), undefined)) deleted += 1;
  return deleted;
}

/**
 * Whether CloudFormation made a function's name for a stack of ours: `<stack>-<LogicalId>-<random>`, where it may cut the
 * stack's name short. Another project's stack that begins like ours goes on with something that begins no phase.
 */
function isOfOurFunction(name: string, prefix: string): boolean {
  const [, phase] = /^([a-z0-9-]+?)-[A-Z][A-Za-z0-9]*-[A-Za-z0-9]+$/.exec(name.slice(prefix.length + 1)) ?? [];
  return phase !== undefined && STACK_IDS.some((each) => each.startsWith(phase));
}
