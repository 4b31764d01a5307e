import type { S3Client } from '@aws-sdk/client-s3';
import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { parsePrediction } from '../../shared/prediction-log';
import type { HourlyLog } from '../shared/hourly-log';
import { checkReadable, type ReadLines, readLines } from '../shared/read-lines';
import { readBaseline } from './read-baseline';
import { VersionTally } from './version-tally';

export interface ReadPredictions extends ReadLines {
  /** One for each version that answered, the newest answer first. */
  readonly tallies: readonly VersionTally[];
}

/**
 * Counts the predictions in `keys` by version, in the bins of its baseline. A baseline that cannot be read fails the look
 * if its version is in service, since the monitor would be blind; one that was replaced is reported without.
 */
export async function readPredictions(
  log: HourlyLog,
  keys: readonly string[],
  clients: { readonly sageMaker: SageMakerClient; readonly s3: S3Client },
): Promise<ReadPredictions> {
  const tallies = new Map<string, VersionTally | Promise<VersionTally>>();
  const open = async (version: string): Promise<VersionTally> => {
    const baseline = await readBaseline(version, clients).catch((fault: Error) => fault);
    const tally = new VersionTally(version, baseline);
    tallies.set(version, tally);
    return tally;
  };
  const read = await readLines(log, keys, parsePrediction, (prediction) => {
    const tally = tallies.get(prediction.modelVersion) ?? open(prediction.modelVersion);
    if (tally instanceof VersionTally) return tally.add(prediction);
    tallies.set(prediction.modelVersion, tally);
    return tally.then((opened) => opened.add(prediction));
  });
  checkReadable(read);
  const newestFirst = (await Promise.all(tallies.values())).sort((a, b) => b.lastAnswer - a.lastAnswer);
  const [inService] = newestFirst;
  if (inService?.baseline instanceof Error) throw inService.baseline;
  return { ...read, tallies: newestFirst };
}
