import { setTimeout as sleep } from 'node:timers/promises';
import { SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import { scoreInRealTime } from '../../../../lambda/serving/serve-predictions/score-rows';
import { beforeTimeout } from '../../../../lambda/shared/before-timeout';
import { context } from '../../aws-endpoint';
import { scored, V1 } from './given-service';

const ROWS = Array.from({ length: 100 }, (_, index) => ({ csv: `${index / 100}`, inferenceId: `id-${index}` }));

type Row = Parameters<typeof scored>[0];

/** An endpoint that takes a moment, counts who waits at once, and hears when a caller gives up. */
function givenSlowEndpoint(milliseconds: number) {
  const counts = { waiting: 0, most: 0, calls: 0 };
  const runtime = new SageMakerRuntimeClient({});
  const answer = async ({ input }: { input: Row }, { abortSignal }: { abortSignal: AbortSignal }) => {
    counts.calls++;
    counts.most = Math.max(counts.most, ++counts.waiting);
    await sleep(milliseconds, undefined, { signal: abortSignal });
    counts.waiting--;
    return scored(input);
  };
  Object.assign(runtime, { send: answer });
  return { runtime, counts };
}

test('a hundred rows are ten invocations at a time, and each score stays with its row', async () => {
  const { runtime, counts } = givenSlowEndpoint(1);

  const scores = await scoreInRealTime(ROWS, { runtime, endpoint: 'e', deadline: beforeTimeout(context) });

  expect(scores).toEqual(ROWS.map((_, index) => ({ score: index / 100, modelVersion: V1 })));
  expect(counts).toMatchObject({ calls: 100, most: 10, waiting: 0 });
});

test('at the deadline nothing more is asked', async () => {
  const { runtime, counts } = givenSlowEndpoint(1000);
  const deadline = beforeTimeout({ ...context, getRemainingTimeInMillis: () => 1020 });

  await expect(scoreInRealTime(ROWS, { runtime, endpoint: 'e', deadline })).rejects.toThrow('aborted');
  expect(counts.calls).toBe(10);
});
