import { cp, readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CreateTrainingJobRequest, MetricData } from '@aws-sdk/client-sagemaker';
import { packFolder, unpack } from './archive';
import { decodeHyperparameter, scriptArguments, scriptHyperparameters } from './hyperparameters';
import { JobFailure, JobStopped } from './job-failure';
import { JobFolder } from './job-folder';
import type { Machine } from './machine';
import { s3Join } from './s3-location';
import { filesBelow, stageInput, upload } from './staging';
import { HOST, trainingEnvironment } from './training-environment';

/** A training job as CreateTrainingJob takes it, without its name. */
export type TrainingJob = Omit<CreateTrainingJobRequest, 'TrainingJobName'>;

export interface TrainedModel {
  /** `s3://<S3OutputPath>/<job>/output/model.tar.gz` */
  readonly artifact: string;
  /** The last value of each metric that the log holds. */
  readonly metrics: readonly MetricData[];
}

/** What is packed after a success, unless it is empty. */
const ARCHIVES = [
  ['model', 'model.tar.gz'],
  ['output/data', 'output.tar.gz'],
] as const;

/** SageMaker shows this much of a failure. */
const FAILURE_LENGTH = 1024;

/**
 * Trains in script mode, as the XGBoost image's toolkit does: channels staged, `python -m <program> --name value …` in
 * the code's folder, the model packed and uploaded. A failure throws `JobFailure` with SageMaker's FailureReason.
 */
export async function runTrainingJob(
  machine: Machine,
  name: string,
  job: TrainingJob,
  signal: AbortSignal,
): Promise<TrainedModel> {
  const folder = await JobFolder.make(machine, name, ['input/config', 'input/data', 'model', 'output/data', 'code']);
  const session = await machine.cloud.actAs(job.RoleArn ?? '');
  const channels = (job.InputDataConfig ?? []).map(({ ChannelName, DataSource }) => ({
    name: ChannelName ?? '',
    uri: DataSource?.S3DataSource?.S3Uri ?? '',
  }));
  for (const channel of channels) {
    await stageInput(session.objects, channel.uri, folder.path('input/data', channel.name), job.RoleArn ?? '');
  }
  const raw = folder.insideAll(job.HyperParameters);
  await writeConfiguration(folder, raw, job);
  const module = await unpackCode(folder, raw);
  const hyperparameters = scriptHyperparameters(raw);
  const names = channels.map((channel) => channel.name);
  const args = ['-m', module, ...scriptArguments(hyperparameters)];
  const { outcome } = await machine.processes.run(
    {
      job: name,
      kind: 'training',
      command: 'python3',
      arguments: args,
      folder: folder.path('code'),
      log: folder.log,
      maxRuntimeInSeconds: job.StoppingCondition?.MaxRuntimeInSeconds,
      environment: {
        ...folder.environment(job.EnableNetworkIsolation ? undefined : session),
        ...trainingEnvironment(name, module, folder, names, hyperparameters),
        ...folder.insideAll(job.Environment),
      },
    },
    signal,
  );
  if (outcome === 'stopped') throw new JobStopped(`Training job ${name} was stopped`);
  if (outcome === 'timed out')
    throw new JobFailure('MaxRuntimeExceeded: Training job runtime exceeded MaxRuntimeInSeconds provided');
  if (outcome === 'failed') await fail(folder, args);
  const output = s3Join(job.OutputDataConfig?.S3OutputPath ?? '', `${name}/output`);
  for (const [source, archive] of ARCHIVES) {
    if ((await filesBelow(folder.path(source))).length === 0) continue;
    await packFolder(folder.path(source), folder.path(archive));
    await upload(session.objects, folder.path(archive), s3Join(output, archive));
  }
  return { artifact: s3Join(output, 'model.tar.gz'), metrics: await metricsIn(folder.log, job) };
}

async function writeConfiguration(folder: JobFolder, raw: Record<string, string>, job: TrainingJob): Promise<void> {
  await folder.writeJson('input/config/hyperparameters.json', raw);
  const channels = (job.InputDataConfig ?? []).map(({ ChannelName, ContentType }) => [
    ChannelName,
    { ContentType, TrainingInputMode: 'File', S3DistributionType: 'FullyReplicated', RecordWrapperType: 'None' },
  ]);
  await folder.writeJson('input/config/inputdataconfig.json', Object.fromEntries(channels));
  await folder.writeJson('input/config/resourceconfig.json', {
    current_host: HOST,
    hosts: [HOST],
    network_interface_name: 'lo',
  });
}

/** Brings the code from its channel to the code folder; returns the module to run. */
async function unpackCode(folder: JobFolder, raw: Record<string, string>): Promise<string> {
  const program = decodeHyperparameter(raw.sagemaker_program ?? '');
  const source = decodeHyperparameter(raw.sagemaker_submit_directory ?? '');
  if (typeof program !== 'string' || typeof source !== 'string' || program === '' || source === '') {
    throw new JobFailure(
      'AlgorithmError: only script mode runs here: sagemaker_program and sagemaker_submit_directory are needed',
    );
  }
  const found = await stat(source).catch(() => undefined);
  if (!found) throw new JobFailure(`AlgorithmError: FileNotFoundError: no such file or directory: '${source}'`);
  if (found.isDirectory()) await cp(source, folder.path('code'), { recursive: true });
  else await unpack(source, folder.path('code'));
  if ((await filesBelow(folder.path('code'))).includes('pyproject.toml')) {
    throw new JobFailure(
      'AlgorithmError: InstallModuleError: pip install . fetches setuptools when there is a pyproject.toml',
    );
  }
  return basename(program, '.py');
}

async function fail(folder: JobFolder, args: readonly string[]): Promise<never> {
  // The toolkit overwrites whatever the script wrote there, without the traceback: that stands in the log only.
  const failure = `ExecuteUserScriptError:\nCommand "python3 ${args.join(' ')}"`.slice(0, FAILURE_LENGTH);
  await writeFile(folder.path('output/failure'), failure);
  throw new JobFailure(`AlgorithmError: ${failure}, exit code: 1`.slice(0, FAILURE_LENGTH));
}

async function metricsIn(log: string, { AlgorithmSpecification }: TrainingJob): Promise<readonly MetricData[]> {
  const text = await readFile(log, 'utf8');
  return (AlgorithmSpecification?.MetricDefinitions ?? []).flatMap(({ Name, Regex }) => {
    const last = [...text.matchAll(new RegExp(Regex ?? '', 'g'))].at(-1)?.[1];
    return last === undefined ? [] : [{ MetricName: Name, Value: Number(last), Timestamp: new Date() }];
  });
}
