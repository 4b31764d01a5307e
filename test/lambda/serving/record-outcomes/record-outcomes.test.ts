import fc from 'fast-check';
import { givenOutcomes } from './given-outcomes';

const ID = '2026112114-6a1f0f0e-7a55-4c1c-9d2b-0a4f5d6c7b8a';

test('ground truth, feedback and both are accepted and logged as they were told', async () => {
  const { send, lines } = givenOutcomes();
  const outcomes = [
    { inferenceId: ID, actual: 'yes' },
    { inferenceId: ID, feedback: 5 },
    { inferenceId: ID, actual: 'no', feedback: 1 },
  ];

  expect(await send(outcomes)).toEqual({ statusCode: 202, text: '{"accepted":3}' });

  expect(lines()).toEqual(outcomes.map((outcome) => ({ ...outcome, recordedAt: '2026-12-01T00:00:00.000Z' })));
});

test('a hundred outcomes travel in one request', async () => {
  const { send, sent } = givenOutcomes();

  expect(await send(Array(100).fill({ inferenceId: ID, feedback: 1 }))).toMatchObject({ statusCode: 202 });
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
  const { send, sent } = givenOutcomes();

  expect(await send(outcomes)).toMatchObject({ statusCode: 400 });
  expect(sent).toEqual([]);
});

test('whatever comes, a refusal is one fixed sentence', async () => {
  const { post } = givenOutcomes();
  const { text: sentence } = await post('');

  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (body) => {
      expect(await post(body)).toEqual({ statusCode: 400, text: sentence });
    }),
  );
  expect(JSON.parse(sentence).message).toMatch(/actual is "yes" or "no"/);
});

test.each([
  ['fails', new Error('secret')],
  ['takes only some in the end', { FailedPutCount: 1, RequestResponses: [{ ErrorCode: 'x' }] }],
])('when the log %s, the caller is told to come back', async (_, result) => {
  const { statusCode, text } = await givenOutcomes(result).send([{ inferenceId: ID, actual: 'yes' }]);

  expect(statusCode).toBe(503);
  expect(text).not.toMatch(/secret/);
});
