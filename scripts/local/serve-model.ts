import { gunzipSync } from 'node:zlib';
import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { endpointNames } from '../../lib/serving/endpoint-names';
import { PredictionClient } from '../prediction/prediction-client';
import type { RoundOptions } from './deploy';
import type { FirstHalf } from './first-half';
import { Operator } from './operator';
import { type Answer, RunningModel } from './running-model';

/** Enough for the monitors to judge, and fewer labels than a training asks for. */
const ASKED = 600;
/** Compared one by one with what the model itself says. */
const COMPARED = 5;

/** A model in service, who may change that, and whoever was asked about. */
export interface Served {
  readonly model: RunningModel;
  readonly operator: Operator;
  readonly answers: readonly Answer[];
}

/** Approves the version and asks it: first where nothing runs, then in real time. */
export async function serveModel(options: RoundOptions, first: FirstHalf): Promise<Served> {
  const { stages, config } = options;
  const { lifecycle, dataset, version } = first;
  const say = (line: string) => stages.say(line);
  const operator = new Operator(config, lifecycle.modelName);
  const endpoints = endpointNames(config);
  await stages.run('Approve: the stack takes it into service', () =>
    operator.approve(version.ModelPackageVersion, say),
  );
  const model = new RunningModel(await PredictionClient.of(config), dataset, lifecycle.modelName);
  const ids = await customers(first);
  const onDemand = await stages.run(
    'Predict, served by serverless',
    async () => agreeing(model, await model.predict(ids.slice(0, 20)), { serverless: endpoints.serverless }),
    { detail: agreed },
  );
  await stages.run('Wake the real-time endpoint', async () => {
    await operator.wake(say);
    await model.untilServedBy('real-time', onDemand[0]?.recordId ?? '');
  });
  const answers = await stages.run(
    'Predict in real time',
    async () => agreeing(model, await model.predict(ids), { 'real-time': endpoints.realTime }),
    { detail: agreed },
  );
  return { model, operator, answers };
}

/** Whom to ask about: of a made table those whose fate nobody knows yet, else the first that the feature store got. */
async function customers({ lifecycle, dataset, delivered }: FirstHalf): Promise<string[]> {
  if ('fates' in delivered) {
    const open = delivered.fates.filter(({ known }) => !known);
    return open.slice(0, ASKED).map(({ recordId }) => recordId);
  }
  const Bucket = await lifecycle.stacks.find('data-lake', 'AWS::S3::Bucket', 'StorageCurated');
  const Prefix = `feature-records/${dataset.name}/`;
  const { Contents = [] } = await lifecycle.s3.send(new ListObjectsV2Command({ Bucket, Prefix, MaxKeys: 1 }));
  const { Body } = await lifecycle.s3.send(new GetObjectCommand({ Bucket, Key: Contents[0]?.Key }));
  const lines = gunzipSync(Buffer.from((await Body?.transformToByteArray()) ?? []))
    .toString()
    .trim()
    .split('\n');
  return lines.slice(0, ASKED).map((line) => String(JSON.parse(line)[dataset.recordId.name]));
}

/** Throws unless the API was served by the one endpoint given, and says what that endpoint says of the same features. */
async function agreeing(
  model: RunningModel,
  answers: readonly Answer[],
  expected: Readonly<Partial<Record<Answer['servedBy'], string>>>,
): Promise<readonly Answer[]> {
  if (answers.length === 0) throw new Error('the API knows none of the records that were delivered');
  for (const { recordId, score, servedBy } of answers.slice(0, COMPARED)) {
    const endpoint = expected[servedBy];
    if (endpoint === undefined) throw new Error(`the API was served by ${servedBy}`);
    const direct = await model.scoreOf(recordId, endpoint);
    if (direct !== score)
      throw new Error(`the API says ${score} of ${recordId}, and ${endpoint} says ${direct} of the same features`);
  }
  return answers;
}

function agreed(answers: readonly Answer[]): string {
  return `${answers.length} records; the API and the model itself say the same`;
}
