import * as z from 'zod/mini';
import { answer, malformed, orUnavailable, parseBody, unavailable } from '../../../lambda/shared/api-message';
import { beforeTimeout } from '../../../lambda/shared/before-timeout';
import { logger } from '../../../lambda/shared/logger';
import { context } from '../aws-endpoint';

const schema = z.strictObject({ name: z.string() });
const parse = (body: string | null) => parseBody(schema, { body, requestContext: { requestTimeEpoch: 0 } });

test('a body that is what the schema describes is parsed', () => {
  expect(parse('{"name":"a"}')).toEqual({ name: 'a' });
});

test.each([null, '', '{', 'null', '[]', '{"name":1}', '{"name":"a","more":1}', '{"name":"a","__proto__":1}'])(
  'the body %j is none, without a word on why',
  (body) => {
    expect(parse(body)).toBeUndefined();
  },
);

test('a body longer than any valid one is not even parsed', () => {
  const spy = jest.spyOn(JSON, 'parse');

  expect(parse(JSON.stringify({ name: 'a'.repeat(300_000) }))).toBeUndefined();

  expect(spy).not.toHaveBeenCalled();
  spy.mockRestore();
});

test('a failure is logged, and the caller learns nothing of it but when to come back', async () => {
  const logged = jest.spyOn(logger, 'error').mockImplementation(() => {});
  const failure = new Error('record 7 of table secret');

  const { statusCode, headers, body } = await orUnavailable(async () => {
    throw failure;
  });

  expect([statusCode, headers['Retry-After']]).toEqual([503, '5']);
  expect(body).not.toMatch(/record 7|secret|Error|\.ts/);
  expect(logged).toHaveBeenCalledWith(expect.any(String), failure);
});

test('every answer is JSON', () => {
  for (const each of [answer(200, {}), malformed('say what'), unavailable('later')]) {
    expect(each.headers).toMatchObject({ 'Content-Type': 'application/json' });
    expect(() => JSON.parse(each.body)).not.toThrow();
  }
});

test('work is given up before Lambda ends the function, while there is time to say so', async () => {
  const soon = beforeTimeout({ ...context, getRemainingTimeInMillis: () => 1020 });
  const late = beforeTimeout({ ...context, getRemainingTimeInMillis: () => 500 });

  expect(soon.aborted).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect([soon.aborted, late.aborted]).toEqual([true, true]);
});
