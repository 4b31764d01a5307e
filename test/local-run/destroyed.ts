import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { CloudFormationClient, ListStacksCommand } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { GetTablesCommand, GlueClient } from '@aws-sdk/client-glue';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { ListEndpointConfigsCommand, ListModelsCommand } from '@aws-sdk/client-sagemaker';
import { assemblyIn } from '../../scripts/local/deploy';
import { PROJECT } from '../../scripts/local/project-folder';
import type { DeployedLifecycle } from './deployed-lifecycle';

const PREFIX = 'ml-lifecycle-sandbox';

/** Not spawnSync: this process is also the SageMaker that destroy talks to. */
export function destroy(deployed: DeployedLifecycle): Promise<{ code: number | null; printed: string }> {
  const args = ['--import', 'tsx', join('scripts', 'destroy.ts'), '--yes', '--app', assemblyIn(deployed.runFolder)];
  const env = { ...process.env, ...deployed.cloud.environment };
  const child = spawn(process.execPath, args, { cwd: PROJECT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const take = (chunk: Buffer) => {
    printed += chunk;
  };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', take);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, printed })));
}

/** Stacks of ours that still stand. */
export async function stacksLeft(): Promise<string[]> {
  const { StackSummaries = [] } = await new CloudFormationClient({}).send(new ListStacksCommand({}));
  return StackSummaries.filter(({ StackStatus }) => StackStatus !== 'DELETE_COMPLETE').map(
    ({ StackName = '' }) => StackName,
  );
}

/** Destroys the environment and fails when anything of it is left but the CDK toolkit. */
export async function expectNothingLeftAfterDestroy(deployed: DeployedLifecycle): Promise<void> {
  const { code, printed } = await destroy(deployed);
  expect(printed).not.toMatch(/destroy failed/);
  expect(code).toBe(0);
  expect(await stacksLeft()).toEqual(['CDKToolkit']);
  const { Buckets = [] } = await deployed.lifecycle.s3.send(new ListBucketsCommand({}));
  expect(Buckets.map(({ Name = '' }) => Name).filter((name) => !name.startsWith('cdk-'))).toEqual([]);
  const { logGroups = [] } = await new CloudWatchLogsClient({}).send(new DescribeLogGroupsCommand({}));
  expect(logGroups.map(({ logGroupName = '' }) => logGroupName).filter((name) => name.includes(PREFIX))).toEqual([]);
  const tables = await new GlueClient({})
    .send(new GetTablesCommand({ DatabaseName: 'sagemaker_featurestore' }))
    .catch(() => ({ TableList: [] }));
  expect(tables.TableList).toEqual([]);
  const { Models } = await deployed.lifecycle.sageMaker.send(new ListModelsCommand({}));
  expect(Models).toEqual([]);
  const { EndpointConfigs } = await deployed.lifecycle.sageMaker.send(new ListEndpointConfigsCommand({}));
  expect(EndpointConfigs).toEqual([]);
}
