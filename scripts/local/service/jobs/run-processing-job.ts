import { readFile } from 'node:fs/promises';
import type { CreateProcessingJobRequest } from '@aws-sdk/client-sagemaker';
import { Job } from './job';
import { JobFailure } from './job-failure';
import type { Machine } from './machine';
import { HOST } from './training-environment';

export type ProcessingJob = Omit<CreateProcessingJobRequest, 'ProcessingJobName'>;

/**
 * Runs a processing job's entry point over its staged inputs and uploads its outputs when it succeeded. Returns the
 * ExitMessage that the job left, if any. A failure throws `JobFailure` with SageMaker's FailureReason.
 */
export async function runProcessingJob(
  machine: Machine,
  name: string,
  request: ProcessingJob,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { ContainerEntrypoint, ContainerArguments = [] } = request.AppSpecification ?? {};
  if (!ContainerEntrypoint)
    throw new JobFailure('ClientError: no program of the image runs here: ContainerEntrypoint is needed');
  const outputs = (request.ProcessingOutputConfig?.Outputs ?? []).map(({ S3Output }) => place(S3Output));
  const folders = ['config', 'output', ...outputs.map(({ folder }) => folder)];
  const job = await Job.prepare(machine, name, 'processing', request.RoleArn, folders);
  for (const { S3Input } of request.ProcessingInputs ?? []) await job.stage(place(S3Input).uri, place(S3Input).folder);
  await job.writeJson('config/processingjobconfig.json', { ...request, ProcessingJobName: name });
  await job.writeJson('config/resourceconfig.json', { current_host: HOST, hosts: [HOST] });
  const run = {
    command: [...ContainerEntrypoint, ...ContainerArguments].map((text) => job.inside(text)),
    isolated: request.NetworkConfig?.EnableNetworkIsolation,
    environment: job.insideAll(request.Environment),
    maxRuntimeInSeconds: request.StoppingCondition?.MaxRuntimeInSeconds,
  };
  const { outcome, exitCode } = await job.run(run, signal);
  const message = await readFile(job.path('output/message'), 'utf8').catch(() => undefined);
  const reason = message ?? 'See job logs for more information';
  if (outcome === 'failed') throw new JobFailure(`AlgorithmError: ${reason}, exit code: ${exitCode ?? 'none'}`);
  for (const { folder, uri } of outputs) await job.uploadFolder(folder, uri);
  return message;
}

/** Where an input or output is, in S3 and below the job's root; SageMaker takes paths from below `/opt/ml` only. */
function place(at: { readonly LocalPath?: string; readonly S3Uri?: string } | undefined) {
  const [, folder] = /^\/opt\/ml\/(.+)$/.exec(at?.LocalPath ?? '') ?? [];
  if (folder === undefined) throw new JobFailure(`ClientError: LocalPath ${at?.LocalPath} is not below /opt/ml`);
  return { folder, uri: at?.S3Uri ?? '' };
}
