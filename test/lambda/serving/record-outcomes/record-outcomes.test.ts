import { FirehoseClient } from '@aws-sdk/client-firehose';
import fc from 'fast-check';
import { recordOutcomes } from '../../../../lambda/serving/record-outcomes/record-outcomes';
import { logger } from '../../../../lambda/shared/logger';
import { parseOutcome } from '../../../../lambda/shared/prediction-log';
import { stubClient } from '../../stub-client';

logger.setLogLevel('SILENT');
const ID = '2026112114-6a1f0f0e-7a55-4c1c-9d2b-0a4f5d6c7b8a';
const TARGET = { name: 'broke', positive: 'yes', negative: 'no' };

function givenLog(result: object | Error = { FailedPutCount: 0 }) {
  const { client: firehose, sent } = stubClient(new FirehoseClient({}), { PutRecordBatch: () => result });
  const deadline = new AbortController().signal;
  const writer = { firehose, stream: 'outcomes', deadline, sleep: async () => {}, random: () => 0 };
  const post = async (body: string | null) => {
    const request = { body, requestContext: { requestTimeEpoch: Date.UTC(2026, 11, 1) } };
    const answer = await recordOutcomes(request, { target: TARGET }, writer);
    return { status: answer.statusCode, text: answer.body };
  };
  const lines = () =>
    sent.flatMap(({ input }) =>
      (input.Records as { Data: Buffer }[]).flatMap(({ Data }) => Data.toString().split('\n').map(parseOutcome)),
    );
  return { post, send: (outcomes: unknown) => post(JSON.stringify({ outcomes })), lines, sent };
}

test('ground truth, feedback and both are accepted and logged as they were told', async () => {
  const { send, lines } = givenLog();
  const outcomes = [
    { inferenceId: ID, actual: 'yes' },
    { inferenceId: ID, feedback: 5 },
    { inferenceId: ID, actual: 'no', feedback: 1 },
  ];

  expect(await send(outcomes)).toEqual({ status: 202, text: '{"accepted":3}' });

  expect(lines()).toEqual(outcomes.map((outcome) => ({ ...outcome, recordedAt: '2026-12-01T00:00:00.000Z' })));
});

test('a hundred outcomes travel in one request', async () => {
  const { send, sent } = givenLog();

  expect(await send(Array(100).fill({ inferenceId: ID, feedback: 1 }))).toMatchObject({ status: 202 });
  expect(sent).toHaveLength(1);
});

test.each([
  ['no outcome', []],
  ['too many', Array(101).fill({ inferenceId: ID, feedback: 1 })],
  ['neither ground truth nor feedback', [{ inferenceId: ID }]],
  ['a value that the target has not', [{ inferenceId: ID, actual: 'maybe' }]],
  ['feedback below 1', [{ inferenceId: ID, feedback: 0 }]],
  ['feedback above 5', [{ inferenceId: ID, feedback: 6 }]],
  ['feedback in halves', [{ inferenceId: ID, feedback: 2.5 }]],
  ['no inference id', [{ actual: 'yes' }]],
  ['an inference id of another form', [{ inferenceId: 'a', actual: 'yes' }]],
  ['a time of the caller’s own', [{ inferenceId: ID, actual: 'yes', recordedAt: '2026-11-01T00:00:00.000Z' }]],
  ['one good and one bad', [{ inferenceId: ID, actual: 'yes' }, { inferenceId: ID }]],
  ['an object', { inferenceId: ID, actual: 'yes' }],
])('%s is refused and nothing is logged', async (_, outcomes) => {
  const { send, sent } = givenLog();

  expect(await send(outcomes)).toMatchObject({ status: 400 });
  expect(sent).toEqual([]);
});

test('whatever comes, a refusal is one fixed sentence', async () => {
  const { post } = givenLog();
  const { text: sentence } = await post('');

  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (body) => {
      expect(await post(body)).toEqual({ status: 400, text: sentence });
    }),
  );
  expect(JSON.parse(sentence).message).toMatch(/actual is "yes" or "no"/);
});

test.each([
  ['fails', new Error('secret')],
  ['takes only some in the end', { FailedPutCount: 1, RequestResponses: [{ ErrorCode: 'x' }] }],
])('when the log %s, the caller is told to come back', async (_, result) => {
  const { status, text } = await givenLog(result).send([{ inferenceId: ID, actual: 'yes' }]);

  expect(status).toBe(503);
  expect(text).not.toMatch(/secret/);
});
