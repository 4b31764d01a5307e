import { join } from 'node:path';
import type { DatasetDescription } from '../../lib/config/dataset-description';
import type { EnvironmentConfig } from '../../lib/config/environment-config';
import { cdk } from './cdk';
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

/** Deploys the product as a reader would, with the real CDK CLI, the first time into an empty account. */
export async function deploy({ stages, cloud, config, datasetFolder, runFolder }: RoundOptions): Promise<void> {
  const { environment, account } = cloud;
  const log = (name: string) => join(runFolder, `${name}.log`);
  const context = ['-c', `environment=${config.environment}`, '-c', `dataset=${datasetFolder}`];
  // Neither needs the other. Bootstrapping from a folder without cdk.json: inside the app, it would synthesize first.
  await stages.run(
    'Bootstrap the CDK, synthesize',
    () =>
      Promise.all([
        cdk(['bootstrap', `aws://${account}/${config.region}`], {
          environment,
          folder: runFolder,
          logFile: log('bootstrap'),
        }),
        cdk(['synth', '--quiet', '--strict', '--output', assemblyIn(runFolder), ...context], {
          environment,
          logFile: log('synth'),
        }),
      ]),
    { logFile: log('synth') },
  );
  await stages.run(
    'Deploy',
    () =>
      deployAssembly(assemblyIn(runFolder), cloud, log('deploy'), (line) => {
        if (line.includes('✅')) stages.say(line.trim());
      }),
    { logFile: log('deploy') },
  );
}

/** Where a run's synthesized templates are. */
export function assemblyIn(runFolder: string): string {
  return join(runFolder, 'cdk.out');
}

/** Deploys a synthesized assembly; resolves with what the CLI printed. */
export function deployAssembly(
  assembly: string,
  { environment }: LocalCloud,
  logFile: string,
  onLine?: (line: string) => void,
): Promise<string> {
  const how = ['--all', '--require-approval', 'never', '--concurrency', '4', '--progress', 'events'];
  return cdk(['deploy', '--app', assembly, ...how], { environment, logFile, onLine });
}
