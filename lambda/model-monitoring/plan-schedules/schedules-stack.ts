import {
  type CloudFormationClient,
  DescribeStacksCommand,
  paginateDescribeStackEvents,
  type StackEvent,
} from '@aws-sdk/client-cloudformation';
import { isUpdateStart } from './first-failure';
import type { Parameters } from './schedules-run';

/** The schedules' stack as CloudFormation describes it. */
export interface SchedulesStack {
  readonly status: string;
  /** Empty when the environment has the schedules switched off. */
  readonly parameters: Parameters;
}

/** Reads the stack anew; during an update its parameters are already the new ones. */
export async function readSchedulesStack(client: CloudFormationClient, stackName: string): Promise<SchedulesStack> {
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stackName }));
  const { StackStatus: status = '', Parameters = [] } = Stacks?.[0] ?? {};
  const values = Parameters.map(({ ParameterKey = '', ParameterValue = '' }) => [ParameterKey, ParameterValue]);
  return { status, parameters: Object.fromEntries(values) };
}

/** Events of the stack's last update, the newest first. */
export async function lastUpdate(client: CloudFormationClient, stackName: string): Promise<StackEvent[]> {
  const events: StackEvent[] = [];
  for await (const { StackEvents = [] } of paginateDescribeStackEvents({ client }, { StackName: stackName }))
    for (const event of StackEvents) {
      events.push(event);
      if (isUpdateStart(event)) return events;
    }
  return events;
}
