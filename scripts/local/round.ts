import { join } from 'node:path';
import type { DescribeModelPackageCommandOutput } from '@aws-sdk/client-sagemaker';
import type { DatasetDescription } from '../../lib/config/dataset-description';
import type { EnvironmentConfig } from '../../lib/config/environment-config';
import { resolveDataset } from '../../lib/config/resolve-dataset';
import { cdk } from './cdk';
import { type DeliveredFiles, filesBeside, madeFiles } from './delivered-files';
import { Lifecycle } from './lifecycle';
import type { LocalCloud } from './local-cloud';
import type { Stages } from './stages';

export interface RoundOptions {
  readonly stages: Stages;
  readonly cloud: LocalCloud;
  readonly config: EnvironmentConfig;
  readonly description: DatasetDescription;
  /** Folder of the dataset. */
  readonly datasetFolder: string;
  /** Folder of this run: data, assembly, logs. */
  readonly runFolder: string;
  readonly seed: number;
  readonly customers?: number;
}

/** What the round ended with: the version that waits for approval, and the lifecycle to ask further. */
export interface RoundResult {
  readonly lifecycle: Lifecycle;
  readonly version: DescribeModelPackageCommandOutput;
}

/** Once from files to a version that waits for approval; the deployed system does the work, this only watches. */
export async function goRound(options: RoundOptions): Promise<RoundResult> {
  const { stages, config, cloud, description, datasetFolder, runFolder, seed, customers } = options;
  const lifecycle = new Lifecycle(config, resolveDataset(description));
  const jobs = { logFile: cloud.jobsFolder };
  const say = (line: string) => stages.say(line);

  const made = description.sample !== undefined;
  const delivered = await stages.run(
    made ? 'Make data' : 'Find data',
    () => (made ? madeFiles(description, join(runFolder, 'data'), { seed, customers }) : filesBeside(datasetFolder)),
    { detail: ({ names, day }) => `${names.join(', ')}, arriving on ${day}` },
  );
  await deploy(options);
  await stages.run('Upload files and marker', () => deliver(lifecycle, delivered));
  await stages.run(
    'Prepare data',
    async () => {
      const { status, cause } = await lifecycle.preparation([], say);
      if (status !== 'SUCCEEDED') throw new Error(`the state machine ended ${status}: ${cause}`);
    },
    jobs,
  );
  const version = await stages.run(
    'Train, judge and register',
    async () => {
      const { status, reason } = await lifecycle.training([], say);
      if (status !== 'Succeeded') throw new Error(`the pipeline ended ${status}: ${reason}`);
      const [newest] = await lifecycle.versions();
      if (newest?.ModelApprovalStatus !== 'PendingManualApproval') throw new Error('no version waits for approval');
      return newest;
    },
    { ...jobs, detail: ({ ModelPackageArn }) => `${ModelPackageArn} waits for approval` },
  );
  return { lifecycle, version };
}

/** Lays a day's files down and says that they are complete. */
export async function deliver(lifecycle: Lifecycle, { folder, names, day }: DeliveredFiles): Promise<void> {
  await lifecycle.upload(folder, names, day);
  await lifecycle.mark(day);
}

/** Deploys the product as a reader would, with the real CDK CLI, the first time into an empty account. */
export async function deploy({ stages, cloud, config, datasetFolder, runFolder }: RoundOptions): Promise<void> {
  const { environment, account } = cloud;
  const run = (title: string, name: string, work: (logFile: string) => Promise<unknown>) => {
    const logFile = join(runFolder, `${name}.log`);
    return stages.run(title, () => work(logFile), { logFile });
  };
  // From a folder without cdk.json: inside the app, bootstrapping would synthesize it first.
  await run('Bootstrap the CDK', 'bootstrap', (logFile) =>
    cdk(['bootstrap', `aws://${account}/${config.region}`], { environment, folder: runFolder, logFile }),
  );
  await run('Synthesize', 'synth', (logFile) => {
    const context = ['-c', `environment=${config.environment}`, '-c', `dataset=${datasetFolder}`];
    return cdk(['synth', '--quiet', '--strict', '--output', assemblyIn(runFolder), ...context], {
      environment,
      logFile,
    });
  });
  await run('Deploy', 'deploy', (logFile) =>
    deployAssembly(assemblyIn(runFolder), cloud, logFile, (line) => {
      if (line.includes('✅')) stages.say(line.trim());
    }),
  );
}

/** Where a run's synthesized templates are. */
export function assemblyIn(runFolder: string): string {
  return join(runFolder, 'cdk.out');
}

/** Deploys a synthesized assembly; resolves with what the CLI printed. */
function deployAssembly(
  assembly: string,
  { environment }: LocalCloud,
  logFile: string,
  onLine?: (line: string) => void,
): Promise<string> {
  const how = ['--all', '--require-approval', 'never', '--concurrency', '4', '--progress', 'events'];
  return cdk(['deploy', '--app', assembly, ...how], { environment, logFile, onLine });
}
