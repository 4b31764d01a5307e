import { FirehoseClient } from '@aws-sdk/client-firehose';
import { recordOutcomes } from '../../../../lambda/serving/record-outcomes/record-outcomes';
import { logger } from '../../../../lambda/shared/logger';
import { parseOutcome } from '../../../../lambda/shared/prediction-log';
import { stubClient } from '../../stub-client';

logger.setLogLevel('SILENT');
export const TARGET = { name: 'broke', positive: 'yes', negative: 'no' };

/** The API of outcomes before a log that answers `result`. */
export function givenOutcomes(result: object | Error = { FailedPutCount: 0 }) {
  const { client: firehose, sent } = stubClient(new FirehoseClient({}), { PutRecordBatch: () => result });
  const deadline = new AbortController().signal;
  const writer = { firehose, stream: 'outcomes', deadline, sleep: async () => {}, random: () => 0 };
  const post = async (body: string | null) => {
    const request = { body, requestContext: { requestTimeEpoch: Date.UTC(2026, 11, 1) } };
    const { statusCode, body: text } = await recordOutcomes(request, { target: TARGET }, writer);
    return { statusCode, text };
  };
  const lines = () =>
    sent.flatMap(({ input }) =>
      (input.Records as { Data: Buffer }[]).flatMap(({ Data }) => Data.toString().split('\n').map(parseOutcome)),
    );
  return { post, send: (outcomes: unknown) => post(JSON.stringify({ outcomes })), lines, sent };
}
