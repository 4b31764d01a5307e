import { posix } from 'node:path';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { inParallel } from '../../shared/in-parallel';
import { type LoggedOutcome, parseOutcome } from '../../shared/prediction-log';
import { objectUnder } from '../../shared/s3-location';
import { HourlyLog } from '../shared/hourly-log';
import type { Environment } from './environment';
import { groundTruth } from './ground-truth';
import { Watermark } from './watermark';

/** What EventBridge sends on schedule. */
const scheduled = z.object({ time: z.iso.datetime({ offset: true }) });
const PARALLEL_OBJECTS = 8;

export interface WrittenGroundTruth {
  /** Objects of the log that were read. */
  readonly objects: number;
  readonly labels: number;
}

/**
 * Writes what became of predictions in Model Monitor's layout, up to the hour before the event's. It begins with the day
 * that it came to the last time, since Firehose may deliver late, and writes an object of the log under the same name again:
 * the same event twice changes nothing. Reads no clock.
 */
export async function writeGroundTruth(
  event: unknown,
  s3: S3Client,
  { positive, env }: { readonly positive: string; readonly env: Environment },
): Promise<WrittenGroundTruth> {
  const { time } = z.parse(scheduled, event);
  const log = new HourlyLog(s3, env.OUTCOMES_URI);
  const watermark = new Watermark(s3, env.PROGRESS_URI);
  const keys = await log.keysBetween(dayOf(await watermark.read()), log.hour(Date.parse(time)));

  const labels = await inParallel(keys, PARALLEL_OBJECTS, async (key) => {
    const outcomes: LoggedOutcome[] = [];
    for await (const line of log.lines(key)) outcomes.push(outcomeOf(line, key));
    const written = groundTruth(outcomes, positive);
    for (const [folder, lines] of written) {
      const name = posix.join(folder, `${posix.parse(key).name}.jsonl`);
      const { bucket: Bucket, key: Key } = objectUnder(env.GROUND_TRUTH_URI, name);
      await s3.send(new PutObjectCommand({ Bucket, Key, Body: lines, ContentType: 'application/jsonlines' }));
    }
    return [...written.values()].reduce((count, lines) => count + lines.split('\n').length - 1, 0);
  });
  const last = keys.at(-1);
  if (last) await watermark.keep(last);
  return { objects: keys.length, labels: labels.reduce((sum, count) => sum + count, 0) };
}

/** `<prefix>/yyyy/MM/dd/HH/<object>` gives `<prefix>/yyyy/MM/dd`, which stands before all keys of that day. */
function dayOf(key: string): string {
  return key === '' ? '' : posix.dirname(posix.dirname(key));
}

/** Names the object of a line that is none: somebody has to find it. */
function outcomeOf(line: string, key: string): LoggedOutcome {
  try {
    return parseOutcome(line);
  } catch (cause) {
    throw new Error(`${key}: ${(cause as Error).message}`, { cause });
  }
}
