import { cpus } from 'node:os';
import type { Hyperparameter } from './hyperparameters';
import { scriptArguments } from './hyperparameters';
import type { JobFolder } from './job-folder';

/** The name that a job's only machine has for itself. */
export const HOST = 'algo-1';

/** What the container toolkit tells a training script by environment (sagemaker-containers `_env.py`). */
export function trainingEnvironment(
  job: string,
  module: string,
  folder: JobFolder,
  channels: readonly string[],
  hyperparameters: readonly Hyperparameter[],
): Record<string, string> {
  const typed = `{${hyperparameters.map(({ name, json }) => `${JSON.stringify(name)}:${json}`).join(',')}}`;
  const perName = (prefix: string, entries: readonly (readonly [string, string])[]) =>
    Object.fromEntries(entries.map(([name, value]) => [`${prefix}${name.toUpperCase()}`, value]));
  return {
    TRAINING_JOB_NAME: job,
    PYTHONPATH: folder.path('code'),
    SM_MODEL_DIR: folder.path('model'),
    SM_INPUT_DIR: folder.path('input'),
    SM_INPUT_CONFIG_DIR: folder.path('input', 'config'),
    SM_OUTPUT_DIR: folder.path('output'),
    SM_OUTPUT_DATA_DIR: folder.path('output', 'data'),
    SM_MODULE_NAME: module,
    SM_MODULE_DIR: folder.path('code'),
    SM_CHANNELS: JSON.stringify(channels.toSorted()),
    SM_HPS: typed,
    SM_USER_ARGS: JSON.stringify(scriptArguments(hyperparameters)),
    SM_HOSTS: JSON.stringify([HOST]),
    SM_CURRENT_HOST: HOST,
    SM_NUM_CPUS: String(cpus().length),
    SM_NUM_GPUS: '0',
    SM_LOG_LEVEL: '20',
    SM_TRAINING_ENV: `{"channel_input_dirs":${JSON.stringify(inputFolders(folder, channels))},"hyperparameters":${typed}}`,
    ...perName('SM_CHANNEL_', Object.entries(inputFolders(folder, channels))),
    ...perName(
      'SM_HP_',
      hyperparameters.map(({ name, environment }) => [name, environment] as const),
    ),
  };
}

const inputFolders = (folder: JobFolder, channels: readonly string[]): Record<string, string> =>
  Object.fromEntries(channels.map((channel) => [channel, folder.path('input', 'data', channel)]));
