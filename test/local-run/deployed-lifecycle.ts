import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { environmentNamed } from '../../lib/config/check-environment';
import { readDescription } from '../../lib/config/read-dataset';
import { resolveDataset } from '../../lib/config/resolve-dataset';
import { assemblyIn, deploy, deployAssembly } from '../../scripts/local/deploy';
import { Lifecycle } from '../../scripts/local/lifecycle';
import { LocalCloud } from '../../scripts/local/local-cloud';
import { PROJECT } from '../../scripts/local/project-folder';
import { Stages } from '../../scripts/local/stages';
import { type LocalRun, localRunFolder } from '../../scripts/proof/iam/record/local-runs';
import { DATASET_FOLDERS } from '../datasets';

/** The sandbox, deployed on this machine, and what a test needs to look at it. */
export interface DeployedLifecycle {
  readonly cloud: LocalCloud;
  readonly lifecycle: Lifecycle;
  readonly runFolder: string;
  /** Deploys once more; resolves with the stages' output. */
  readonly redeploy: () => Promise<void>;
  /** Deploys the assembly as it lies there; resolves with what the CLI printed. */
  readonly deployAssembly: () => Promise<string>;
}

export const SAMPLE = readDescription(DATASET_FOLDERS.churn);

/** Starts a cloud of its own for one test file and deploys the sample's sandbox into it. */
export async function givenDeployedLifecycle(run: LocalRun): Promise<DeployedLifecycle> {
  const config = environmentNamed('sandbox');
  const runFolder = localRunFolder(join(PROJECT, '.local'), run);
  rmSync(runFolder, { recursive: true, force: true });
  mkdirSync(runFolder, { recursive: true });
  const cloud = await LocalCloud.start({ folder: runFolder, region: config.region });
  Object.assign(process.env, cloud.environment);
  const stages = new Stages(() => {});
  const options = {
    stages,
    cloud,
    config,
    description: SAMPLE,
    datasetFolder: DATASET_FOLDERS.churn,
    runFolder,
    seed: 1,
  };
  const redeploy = () => deploy(options);
  await redeploy();
  return {
    cloud,
    lifecycle: new Lifecycle(config, resolveDataset(SAMPLE)),
    runFolder,
    redeploy,
    deployAssembly: () => deployAssembly(assemblyIn(runFolder), cloud, join(runFolder, 'deploy.log')),
  };
}
