import { cpus } from 'node:os';
import { type Hyperparameter, scriptArguments } from './hyperparameters';
import type { Job } from './job';

/** The name that a job's only machine has for itself. */
export const HOST = 'algo-1';

/** What the container toolkit tells a training script by environment (sagemaker-containers `_env.py`). */
export function trainingEnvironment(
  job: Job,
  module: string,
  channels: readonly string[],
  hyperparameters: readonly Hyperparameter[],
): Record<string, string> {
  const typed = `{${hyperparameters.map(({ name, json }) => `${JSON.stringify(name)}:${json}`).join(',')}}`;
  const folders = Object.fromEntries(channels.map((channel) => [channel, job.path('input/data', channel)]));
  const perName = (prefix: string, entries: readonly (readonly [string, string])[]) =>
    Object.fromEntries(entries.map(([name, value]) => [`${prefix}${name.toUpperCase()}`, value]));
  return {
    TRAINING_JOB_NAME: job.name,
    PYTHONPATH: job.path('code'),
    SM_MODEL_DIR: job.path('model'),
    SM_INPUT_DIR: job.path('input'),
    SM_INPUT_CONFIG_DIR: job.path('input/config'),
    SM_OUTPUT_DIR: job.path('output'),
    SM_OUTPUT_DATA_DIR: job.path('output/data'),
    SM_MODULE_NAME: module,
    SM_MODULE_DIR: job.path('code'),
    SM_CHANNELS: JSON.stringify(channels.toSorted()),
    SM_HPS: typed,
    SM_USER_ARGS: JSON.stringify(scriptArguments(hyperparameters)),
    SM_HOSTS: JSON.stringify([HOST]),
    SM_CURRENT_HOST: HOST,
    SM_NUM_CPUS: String(cpus().length),
    SM_NUM_GPUS: '0',
    SM_LOG_LEVEL: '20',
    SM_TRAINING_ENV: `{"channel_input_dirs":${JSON.stringify(folders)},"hyperparameters":${typed}}`,
    ...perName('SM_CHANNEL_', Object.entries(folders)),
    ...perName(
      'SM_HP_',
      hyperparameters.map(({ name, environment }) => [name, environment] as const),
    ),
  };
}
