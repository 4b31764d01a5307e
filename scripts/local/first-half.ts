import { join } from 'node:path';
import type { DescribeModelPackageCommandOutput } from '@aws-sdk/client-sagemaker';
import type { Dataset } from '../../lib/config/dataset';
import { resolveDataset } from '../../lib/config/resolve-dataset';
import { type DeliveredFiles, filesBeside, type MadeFiles, madeFiles } from './delivered-files';
import { deploy, type RoundOptions } from './deploy';
import { Lifecycle } from './lifecycle';

/** What the first half ended with: the version that waits for approval, what it came from, and the lifecycle to ask further. */
export interface FirstHalf {
  readonly lifecycle: Lifecycle;
  readonly dataset: Dataset;
  readonly delivered: DeliveredFiles | MadeFiles;
  readonly version: DescribeModelPackageCommandOutput;
}

/** Once from files to a version that waits for approval; the deployed system does the work, this only watches. */
export async function firstHalf(options: RoundOptions): Promise<FirstHalf> {
  const { stages, config, cloud, description, datasetFolder, runFolder, seed, customers } = options;
  const dataset = resolveDataset(description);
  const lifecycle = new Lifecycle(config, dataset);
  const jobs = { logFile: cloud.jobsFolder };
  const say = (line: string) => stages.say(line);

  const made = description.sample !== undefined;
  const delivered: DeliveredFiles | MadeFiles = await stages.run(
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
  return { lifecycle, dataset, delivered, version };
}

/** Lays a day's files down and says that they are complete. */
export async function deliver(lifecycle: Lifecycle, { folder, names, day }: DeliveredFiles): Promise<void> {
  await lifecycle.upload(folder, names, day);
  await lifecycle.mark(day);
}
