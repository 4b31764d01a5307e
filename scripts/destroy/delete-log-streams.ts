import {
  type CloudWatchLogsClient,
  DeleteLogGroupCommand,
  DeleteLogStreamCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  paginateDescribeLogStreams,
} from '@aws-sdk/client-cloudwatch-logs';
import { orWhenGone } from './or-when-gone';

/** The streams of one job in a log group that all jobs of the account share. */
export interface LogStreams {
  readonly group: string;
  /** Beginning of the streams' names; never empty. */
  readonly prefix: string;
}

export interface DeletedLogStreams {
  readonly deleted: number;
  /** Why a group of these stays, a sentence each. */
  readonly left: readonly string[];
}

/**
 * Deletes the streams of our jobs. Their groups belong to the account: one that is empty afterwards and was never
 * configured goes too, since the next job makes it anew and nothing is lost; every other one stays.
 */
export async function deleteLogStreams(
  client: CloudWatchLogsClient,
  streams: readonly LogStreams[],
): Promise<DeletedLogStreams> {
  let deleted = 0;
  const left: string[] = [];
  for (const group of new Set(streams.map((each) => each.group))) {
    const prefixes = new Set(streams.filter((each) => each.group === group).map(({ prefix }) => prefix));
    let found = 0;
    for (const prefix of prefixes) {
      const names = await orWhenGone(streamNames(client, group, prefix), []);
      for (const logStreamName of names)
        await orWhenGone(client.send(new DeleteLogStreamCommand({ logGroupName: group, logStreamName })), undefined);
      found += names.length;
    }
    deleted += found;
    left.push(...(await leaveOrDelete(client, group, found)));
  }
  return { deleted, left };
}

async function streamNames(client: CloudWatchLogsClient, logGroupName: string, prefix: string): Promise<string[]> {
  if (prefix === '') throw new Error(`no prefix for streams in ${logGroupName}: it would match every job's`);
  const names: string[] = [];
  for await (const { logStreams = [] } of paginateDescribeLogStreams(
    { client },
    { logGroupName, logStreamNamePrefix: prefix },
  ))
    names.push(...logStreams.map(({ logStreamName = '' }) => logStreamName));
  return names;
}

async function leaveOrDelete(client: CloudWatchLogsClient, group: string, deleted: number): Promise<string[]> {
  const { logGroups = [] } = await client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: group }));
  const found = logGroups.find(({ logGroupName }) => logGroupName === group);
  if (!found) return [];
  const shared = `log group ${group}: shared by all jobs of the account`;
  if (deleted === 0) return [`${shared}; it held nothing of ours`];
  if (found.retentionInDays !== undefined || found.kmsKeyId !== undefined || (found.metricFilterCount ?? 0) > 0)
    return [`${shared}, and somebody configured it; our streams are deleted`];
  const { logStreams = [] } = await client.send(new DescribeLogStreamsCommand({ logGroupName: group, limit: 1 }));
  if (logStreams.length > 0) return [`${shared}; our streams are deleted, others' stay`];
  await orWhenGone(client.send(new DeleteLogGroupCommand({ logGroupName: group })), undefined);
  return [];
}
