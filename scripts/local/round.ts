import type { DescribeModelPackageCommandOutput } from '@aws-sdk/client-sagemaker';
import { closeTheLoop, type LoopResult } from './close-the-loop';
import type { RoundOptions } from './deploy';
import { type FirstHalf, firstHalf } from './first-half';
import { serveModel } from './serve-model';

/** What a whole round ended with; the loop closes for made tables only, since nobody can make another's world drift. */
export interface RoundResult extends FirstHalf {
  readonly loop?: LoopResult;
  /** All of them, newest first, as they are at the end. */
  readonly versions: readonly DescribeModelPackageCommandOutput[];
}

/** From files to a model in service, and, when the table's world can be made to drift, on to the one that replaces it. */
export async function goRound(options: RoundOptions): Promise<RoundResult> {
  const first = await firstHalf(options);
  const served = await serveModel(options, first);
  const loop = 'fates' in first.delivered ? await closeTheLoop(options, first, served) : undefined;
  if (!loop)
    await options.stages.run('Park the endpoint', () => served.operator.park((line) => options.stages.say(line)));
  return { ...first, loop, versions: await first.lifecycle.versions() };
}
