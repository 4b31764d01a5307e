import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { type SageMakerClient, StartPipelineExecutionCommand } from '@aws-sdk/client-sagemaker';
import * as z from 'zod/mini';
import { readLimit } from '../../shared/environment';
import { publishSignal } from '../../shared/publish-signal';
import { objectUnder, s3Uri } from '../../shared/s3-location';
import { decideTraining, type TrainingRun } from './decide-training';
import { type Environment, TOO_FEW_LABELS } from './environment';
import { readSituation } from './read-situation';
import { trainingRequest } from './training-request';
import { TrainingStarts } from './training-starts';

const count = z.int().check(z.nonnegative());
/** The members of `manifest.json` that matter here. */
const manifestFile = z.object({
  rows: z.object({ train: count, validation: count, test: count }),
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

export interface Clients {
  readonly s3: S3Client;
  readonly dynamoDb: DynamoDBClient;
  readonly sageMaker: SageMakerClient;
  readonly cloudWatch: CloudWatchClient;
}

export type TrainingAnswer =
  | { readonly started: true; readonly executionArn: string }
  | { readonly started: false; readonly reason: string };

/**
 * The one door to training. A start is claimed before it is made, with everything needed to make it: if this function
 * dies in between, the next event finishes that start, under the same token, before it asks for itself.
 */
export async function startTraining(event: unknown, clients: Clients, env: Environment): Promise<TrainingAnswer> {
  const request = trainingRequest(event);
  if (!request) return { started: false, reason: 'the delivery was prepared before' };
  const { PIPELINE_NAME: pipelineName, MODEL_PACKAGE_GROUP_NAME: groupName, SIGNAL_NAMESPACE: namespace } = env;
  const rules = {
    coolDownHours: readLimit(env, 'COOL_DOWN_HOURS'),
    minimumNewLabels: readLimit(env, 'MINIMUM_NEW_LABELS'),
  };
  const starts = new TrainingStarts(clients.dynamoDb, env.STARTS_TABLE);

  const manifest = await readManifest(clients.s3, request.datasets);
  const claimed = await starts.last(pipelineName);
  const lastRun = claimed && !claimed.executionArn ? await launch(claimed, clients.sageMaker, starts) : claimed;
  const situation = await readSituation(clients.sageMaker, { pipelineName, groupName, lastRun });

  const decision = decideTraining({ request, manifest, situation, rules });
  if (!decision.start) {
    if (!decision.quiet) await publishSignal(clients.cloudWatch, { namespace, name: TOO_FEW_LABELS, count: 1 });
    return { started: false, reason: decision.reason };
  }
  if (!(await starts.claim(decision.run, lastRun)))
    return { started: false, reason: 'another event claimed a start at the same moment' };
  const { executionArn } = await launch(decision.run, clients.sageMaker, starts);
  return { started: true, executionArn };
}

async function readManifest(s3: S3Client, datasets: string): Promise<{ hash: string; labels: number }> {
  const { bucket, key } = objectUnder(datasets, 'manifest.json');
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  try {
    const { rows, hash } = z.parse(manifestFile, JSON.parse((await Body?.transformToString()) ?? ''));
    return { hash, labels: rows.train + rows.validation + rows.test };
  } catch (cause) {
    throw new Error(`${s3Uri({ bucket, key })} is no manifest of datasets`, { cause });
  }
}

async function launch(
  run: TrainingRun,
  sageMaker: SageMakerClient,
  starts: TrainingStarts,
): Promise<TrainingRun & { executionArn: string }> {
  const { PipelineExecutionArn: executionArn } = await sageMaker.send(
    new StartPipelineExecutionCommand({
      PipelineName: run.pipelineName,
      ClientRequestToken: run.token,
      PipelineParameters: [
        { Name: 'DatasetsUri', Value: run.datasets },
        { Name: 'DatasetsHash', Value: run.datasetsHash },
        { Name: 'Cause', Value: run.cause },
      ],
    }),
  );
  if (!executionArn) throw new Error(`SageMaker started ${run.pipelineName} without naming the execution`);
  await starts.confirm(run, executionArn);
  return { ...run, executionArn };
}
