import { givenService, type Input } from './given-service';

const TAKEN = { FailedPutCount: 0, RequestResponses: [{ RecordId: 'taken' }] };

test('a log that took the predictions and lost its answer ends as 503, and what is answered later is in the log too', async () => {
  const { ask, logged } = givenService({ log: (_, call) => (call === 1 ? new Error('socket hang up') : TAKEN) });

  expect(await ask(['a', 'c'])).toMatchObject({ statusCode: 503 });
  const { statusCode, body } = await ask(['a', 'c']);

  expect(statusCode).toBe(200);
  const ids = body.predictions.map(({ inferenceId }: { inferenceId: string }) => inferenceId);
  expect(logged().map(({ inferenceId }) => inferenceId)).toEqual(expect.arrayContaining(ids));
});

test('the same request twice at the same moment has two answers, each in the log under its own ids', async () => {
  const { ask, logged } = givenService();

  const answers = await Promise.all([ask(['a', 'c']), ask(['a', 'c'])]);

  const ids = answers.flatMap(({ body }) => body.predictions.map((each: { inferenceId: string }) => each.inferenceId));
  expect(new Set(ids).size).toBe(4);
  expect(
    logged()
      .map(({ inferenceId }) => inferenceId)
      .sort(),
  ).toEqual(ids.sort());
});

test('a log that has no room for a record is offered it again, and the prediction is given once it is taken', async () => {
  const full = { FailedPutCount: 1, RequestResponses: [{ ErrorCode: 'ServiceUnavailableException' }] };
  const { ask, sent } = givenService({ log: (_: Input, call) => (call < 3 ? full : TAKEN) });

  expect(await ask(['a'])).toMatchObject({ statusCode: 200 });
  expect(sent.log).toHaveLength(3);
});

test('while the stack is updated, the version that its parameters name answers, or the one that says so itself', async () => {
  const { ask } = givenService({
    stack: () => ({
      Stacks: [
        {
          StackStatus: 'UPDATE_IN_PROGRESS',
          Parameters: [
            {
              ParameterKey: 'ApprovedModelVersion',
              ParameterValue: 'arn:aws:sagemaker:us-east-1:1:model-package/parts/2',
            },
            { ParameterKey: 'RealTime', ParameterValue: 'on' },
          ],
        },
      ],
    }),
  });

  const { statusCode, body } = await ask(['a']);
  expect(statusCode).toBe(200);
  expect(body.predictions[0].modelVersion).toMatch(/parts\/1$/);
});
