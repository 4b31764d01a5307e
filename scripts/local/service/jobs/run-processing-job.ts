import { readFile } from 'node:fs/promises';
import type { CreateProcessingJobRequest } from '@aws-sdk/client-sagemaker';
import { JobFailure, JobStopped } from './job-failure';
import { JobFolder } from './job-folder';
import type { Machine } from './machine';
import { stageInput, uploadFolder } from './staging';
import { HOST } from './training-environment';

export type ProcessingJob = Omit<CreateProcessingJobRequest, 'ProcessingJobName'>;

/**
 * Runs a processing job's entry point over its staged inputs and uploads its outputs when it succeeded. Returns the
 * ExitMessage that the job left, if any. A failure throws `JobFailure` with SageMaker's FailureReason.
 */
export async function runProcessingJob(
  machine: Machine,
  name: string,
  job: ProcessingJob,
  signal: AbortSignal,
): Promise<string | undefined> {
  const inputs = (job.ProcessingInputs ?? []).flatMap(({ S3Input }) => S3Input ?? []);
  const outputs = (job.ProcessingOutputConfig?.Outputs ?? []).flatMap(({ S3Output }) => S3Output ?? []);
  const folder = await JobFolder.make(machine, name, [
    'config',
    'output',
    ...outputs.map(({ LocalPath }) => below(LocalPath)),
  ]);
  const session = await machine.cloud.actAs(job.RoleArn ?? '');
  for (const { S3Uri, LocalPath } of inputs) {
    await stageInput(session.objects, S3Uri ?? '', folder.path(below(LocalPath)), job.RoleArn ?? '');
  }
  await folder.writeJson('config/processingjobconfig.json', { ...job, ProcessingJobName: name });
  await folder.writeJson('config/resourceconfig.json', { current_host: HOST, hosts: [HOST] });
  const { ContainerEntrypoint = [], ContainerArguments = [] } = job.AppSpecification ?? {};
  const [command, ...args] = [...ContainerEntrypoint, ...ContainerArguments].map((text) => folder.inside(text));
  if (command === undefined)
    throw new JobFailure("ClientError: an image's own entry point does not run here, set ContainerEntrypoint");
  const { outcome, exitCode } = await machine.processes.run(
    {
      job: name,
      kind: 'processing',
      command,
      arguments: args,
      folder: folder.root,
      log: folder.log,
      maxRuntimeInSeconds: job.StoppingCondition?.MaxRuntimeInSeconds,
      environment: {
        ...folder.environment(job.NetworkConfig?.EnableNetworkIsolation ? undefined : session),
        ...folder.insideAll(job.Environment),
      },
    },
    signal,
  );
  const message = await readFile(folder.path('output/message'), 'utf8').catch(() => undefined);
  if (outcome === 'stopped') throw new JobStopped(`Processing job ${name} was stopped`);
  if (outcome === 'timed out')
    throw new JobFailure('MaxRuntimeExceeded: Processing job runtime exceeded MaxRuntimeInSeconds provided');
  if (outcome === 'failed')
    throw new JobFailure(
      `AlgorithmError: ${message ?? 'See job logs for more information'}, exit code: ${exitCode ?? 'none'}`,
    );
  for (const { LocalPath, S3Uri } of outputs) {
    await uploadFolder(session.objects, folder.path(below(LocalPath)), S3Uri ?? '');
  }
  return message;
}

/** A path below `/opt/ml`, without it; SageMaker takes processing paths only from there. */
function below(localPath: string | undefined): string {
  const [, path] = /^\/opt\/ml\/(.+)$/.exec(localPath ?? '') ?? [];
  if (path === undefined) throw new JobFailure(`ClientError: LocalPath ${localPath} is not below /opt/ml`);
  return path;
}
