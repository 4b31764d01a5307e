import type { S3Client } from '@aws-sdk/client-s3';
import type { Target } from '../../model-monitoring/measure-quality/goal';
import { type JoinedVersion, joinPredictions } from '../../model-monitoring/measure-quality/join-predictions';
import { readOutcomes } from '../../model-monitoring/measure-quality/read-outcomes';
import { HourlyLog } from '../../model-monitoring/shared/hourly-log';
import { checkReadable, type ReadLines, readLines } from '../../model-monitoring/shared/read-lines';
import { parsePrediction } from '../../shared/prediction-log';
import type { Known } from './known';
import type { Period } from './period';

/** What was asked of the model in a period, and what became of it. */
export interface Use {
  /** That were answered, each once however often its line was delivered. */
  readonly predictions: Known<number>;
  /** Different records that were asked about: customers, parts, whatever the table is about. */
  readonly users: Known<number>;
  /** Records whose outcome was told in the period, whenever they were asked about; once for each version that was asked. */
  readonly outcomes: Known<number>;
  /** Their rows by version, each record with its newest prediction. */
  readonly joined: readonly JoinedVersion[];
  /** Version that answered last. */
  readonly inService?: string;
}

export interface Logs {
  readonly s3: S3Client;
  /** `s3://bucket/prefix` each. */
  readonly predictionsUri: string;
  readonly outcomesUri: string;
}

/**
 * Counts in the two logs, by the hour in which lines arrived, so that every line falls into one period. A log of more
 * lines than are read gives no count instead of one that is too small. Throws when no line can be read.
 */
export async function countUse(
  { from, to }: Period,
  { s3, predictionsUri, outcomesUri }: Logs,
  target: Target,
): Promise<Use> {
  const [predictionLog, outcomeLog] = [new HourlyLog(s3, predictionsUri), new HourlyLog(s3, outcomesUri)];
  const within = (log: HourlyLog) => log.keysBetween(log.hour(Date.parse(from)), log.hour(Date.parse(to)));

  const ids = new Set<string>();
  const records = new Set<string>();
  const read = await readLines(predictionLog, await within(predictionLog), parsePrediction, (prediction) => {
    ids.add(prediction.inferenceId);
    records.add(prediction.recordId);
  });
  checkReadable(read);
  const { actual, ...told } = await readOutcomes(outcomeLog, await within(outcomeLog), target);
  const { versions, inService } = await joinPredictions(predictionLog, actual);
  return {
    predictions: counted(ids.size, read),
    users: counted(records.size, read),
    outcomes: counted(
      versions.reduce((sum, { rows }) => sum + rows.actual.length, 0),
      told,
    ),
    joined: versions,
    ...(inService !== undefined && { inService }),
  };
}

function counted(count: number, { lines, unreadObjects }: ReadLines): Known<number> {
  if (unreadObjects === 0) return { value: count };
  return { value: null, reason: `the log is too long: ${lines} lines were read, ${unreadObjects} objects were not` };
}
