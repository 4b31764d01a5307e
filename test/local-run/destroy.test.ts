import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { CloudFormationClient, ListStacksCommand } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { GetTablesCommand, GlueClient } from '@aws-sdk/client-glue';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { STACK_IDS } from '../../lib/config/stacks';
import { madeFiles } from '../../scripts/local/delivered-files';
import { assemblyIn } from '../../scripts/local/deploy';
import { deliver } from '../../scripts/local/first-half';
import { PROJECT } from '../../scripts/local/project-folder';
import { type DeployedLifecycle, givenDeployedLifecycle, SAMPLE } from './deployed-lifecycle';

const PREFIX = 'ml-lifecycle-sandbox';

let deployed: DeployedLifecycle;

beforeAll(async () => {
  deployed = await givenDeployedLifecycle('destroy');
}, 120_000);

afterAll(() => deployed?.cloud.close());

/** Not spawnSync: this process is also the SageMaker that destroy talks to. */
function destroy(): Promise<{ code: number | null; printed: string }> {
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

async function stacksLeft(): Promise<string[]> {
  const { StackSummaries = [] } = await new CloudFormationClient({}).send(new ListStacksCommand({}));
  return StackSummaries.filter(({ StackStatus }) => StackStatus !== 'DELETE_COMPLETE').map(
    ({ StackName = '' }) => StackName,
  );
}

test('destroy in the middle of a run leaves nothing but the CDK toolkit, and a second deploy succeeds', async () => {
  const delivered = madeFiles(SAMPLE, join(deployed.runFolder, 'data'), { seed: 1, customers: 4000 });
  await deliver(deployed.lifecycle, delivered);
  await deployed.lifecycle.preparation([]);
  // The training is under way now.

  const { code, printed } = await destroy();
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

  expect(await destroy()).toMatchObject({ code: 0 });
  await deployed.redeploy();
  expect((await stacksLeft()).filter((name) => name.startsWith(PREFIX))).toHaveLength(STACK_IDS.length);
});
