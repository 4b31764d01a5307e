import { cp, readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CreateTrainingJobRequest, MetricData } from '@aws-sdk/client-sagemaker';
import { packFolder, unpack } from './archive';
import { decodeHyperparameter, scriptArguments, scriptHyperparameters } from './hyperparameters';
import { Job } from './job';
import { JobFailure } from './job-failure';
import type { Machine } from './machine';
import { s3Join } from './s3-location';
import { filesBelow } from './staging';
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
const ARCHIVES = { model: 'model.tar.gz', 'output/data': 'output.tar.gz' };

/** SageMaker shows this much of a failure. */
const FAILURE_LENGTH = 1024;

/**
 * Trains in script mode, as the XGBoost image's toolkit does: channels staged, `python -m <program> --name value …` in
 * the code's folder, the model packed and uploaded. A failure throws `JobFailure` with SageMaker's FailureReason.
 */
export async function runTrainingJob(
  machine: Machine,
  name: string,
  request: TrainingJob,
  signal: AbortSignal,
): Promise<TrainedModel> {
  const folders = ['input/config', 'input/data', 'model', 'output/data', 'code'];
  const job = await Job.prepare(machine, name, 'training', request.RoleArn, folders);
  const channels = request.InputDataConfig ?? [];
  for (const { ChannelName, DataSource } of channels) {
    await job.stage(DataSource?.S3DataSource?.S3Uri ?? '', `input/data/${ChannelName}`);
  }
  const raw = job.insideAll(request.HyperParameters);
  await writeConfiguration(job, raw, channels);
  const module = await unpackCode(job, raw);
  const hyperparameters = scriptHyperparameters(raw);
  const names = channels.map(({ ChannelName = '' }) => ChannelName);
  const command = ['python3', '-m', module, ...scriptArguments(hyperparameters)];
  const run = {
    command,
    folder: 'code',
    isolated: request.EnableNetworkIsolation,
    environment: { ...trainingEnvironment(job, module, names, hyperparameters), ...job.insideAll(request.Environment) },
    maxRuntimeInSeconds: request.StoppingCondition?.MaxRuntimeInSeconds,
  };
  const { outcome } = await job.run(run, signal);
  if (outcome === 'failed') await fail(job, command);
  const output = s3Join(request.OutputDataConfig?.S3OutputPath ?? '', `${name}/output`);
  for (const [source, archive] of Object.entries(ARCHIVES)) {
    if ((await filesBelow(job.path(source))).length === 0) continue;
    await packFolder(job.path(source), job.path(archive));
    await job.upload(archive, s3Join(output, archive));
  }
  return { artifact: s3Join(output, ARCHIVES.model), metrics: await metricsIn(job.log, request) };
}

async function writeConfiguration(
  job: Job,
  raw: Record<string, string>,
  channels: NonNullable<TrainingJob['InputDataConfig']>,
): Promise<void> {
  const fixed = { TrainingInputMode: 'File', S3DistributionType: 'FullyReplicated', RecordWrapperType: 'None' };
  const inputs = channels.map(({ ChannelName, ContentType }) => [ChannelName, { ContentType, ...fixed }]);
  await job.writeJson('input/config/hyperparameters.json', raw);
  await job.writeJson('input/config/inputdataconfig.json', Object.fromEntries(inputs));
  await job.writeJson('input/config/resourceconfig.json', {
    current_host: HOST,
    hosts: [HOST],
    network_interface_name: 'lo',
  });
}

/** Brings the code from its channel to the code folder; returns the module to run. */
async function unpackCode(job: Job, raw: Record<string, string>): Promise<string> {
  const program = String(decodeHyperparameter(raw.sagemaker_program ?? ''));
  const source = String(decodeHyperparameter(raw.sagemaker_submit_directory ?? ''));
  if (program === '') throw new JobFailure('AlgorithmError: only script mode runs here: sagemaker_program is needed');
  const found = await stat(source).catch(() => undefined);
  if (!found) throw new JobFailure(`AlgorithmError: FileNotFoundError: no such file or directory: '${source}'`);
  if (found.isDirectory()) await cp(source, job.path('code'), { recursive: true });
  else await unpack(source, job.path('code'));
  const files = await filesBelow(job.path('code'));
  // The toolkit installs the code with pip, which then wants to fetch what an isolated job cannot.
  if (files.includes('pyproject.toml'))
    throw new JobFailure('AlgorithmError: InstallModuleError: pyproject.toml in the code');
  return basename(program, '.py');
}

async function fail(job: Job, command: readonly string[]): Promise<never> {
  // The toolkit overwrites whatever the script wrote there, without the traceback: that stands in the log only.
  const failure = `ExecuteUserScriptError:\nCommand "${command.join(' ')}"`;
  await writeFile(job.path('output/failure'), failure);
  throw new JobFailure(`AlgorithmError: ${failure}, exit code: 1`.slice(0, FAILURE_LENGTH));
}

async function metricsIn(log: string, { AlgorithmSpecification }: TrainingJob): Promise<readonly MetricData[]> {
  const text = await readFile(log, 'utf8');
  return (AlgorithmSpecification?.MetricDefinitions ?? []).flatMap(({ Name, Regex }) => {
    const last = [...text.matchAll(new RegExp(Regex ?? '', 'g'))].at(-1)?.[1];
    return last === undefined ? [] : [{ MetricName: Name, Value: Number(last), Timestamp: new Date() }];
  });
}
