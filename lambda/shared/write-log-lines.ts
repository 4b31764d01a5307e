import { type FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose';
import { untilNoneLeft, type Waiting } from './until-none-left';

/** Firehose takes 1,000 KiB a record; one record holds many lines, since each is billed as at least 5 KB. */
const RECORD_BYTES = 900_000;
/** Four such records stay below the 4 MiB of one request. */
const BATCH_RECORDS = 4;

export interface LogWriter extends Waiting {
  readonly firehose: FirehoseClient;
  readonly stream: string;
  /** Gives up when it is aborted. */
  readonly deadline: AbortSignal;
}

/**
 * Writes objects as JSON lines to a stream that ends each record with a line break. When it returns, Firehose has them
 * all, and now and then a line twice; when it throws, it may have some.
 */
export async function writeLogLines(lines: readonly object[], writer: LogWriter): Promise<void> {
  const records = packLines(lines.map((line) => JSON.stringify(line)));
  for (let start = 0; start < records.length; start += BATCH_RECORDS)
    await untilNoneLeft(records.slice(start, start + BATCH_RECORDS), (batch) => writeBatch(batch, writer), writer);
}

/** The records that Firehose did not take: an accepted request says nothing yet. */
async function writeBatch(
  records: readonly Buffer[],
  { firehose, stream, deadline }: LogWriter,
): Promise<readonly Buffer[]> {
  const command = new PutRecordBatchCommand({
    DeliveryStreamName: stream,
    Records: records.map((Data) => ({ Data })),
  });
  const { FailedPutCount, RequestResponses = [] } = await firehose.send(command, { abortSignal: deadline });
  return FailedPutCount === 0 ? [] : records.filter((_, index) => !RequestResponses[index]?.RecordId);
}

function packLines(lines: readonly string[]): Buffer[] {
  const records: string[][] = [];
  let room = 0;
  for (const line of lines) {
    const bytes = Buffer.byteLength(line) + 1;
    if (bytes > room) {
      records.push([]);
      room = RECORD_BYTES;
    }
    records.at(-1)?.push(line);
    room -= bytes;
  }
  return records.map((record) => Buffer.from(record.join('\n')));
}
