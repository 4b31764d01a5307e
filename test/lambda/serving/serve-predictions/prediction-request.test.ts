import fc from 'fast-check';
import { LIMITS } from '../../../../lambda/serving/serve-predictions/environment';
import { EXPECTED } from '../../../../lambda/serving/serve-predictions/prediction-request';
import { givenService } from './given-service';

const ids = (count: number, length = 1) =>
  Array.from({ length: count }, (_, index) => String(index % 10).repeat(length));

test.each([
  ['one record', ids(1)],
  ['as many records as there may be', ids(LIMITS.recordIds)],
  ['the longest id', ids(1, LIMITS.recordIdLength)],
  ['a record twice', ['a', 'a']],
])('%s may be asked for', async (_, recordIds) => {
  expect(await givenService().ask(recordIds)).toMatchObject({ statusCode: 200 });
});

test.each([
  ['no record', { recordIds: [] }],
  ['too many records', { recordIds: ids(LIMITS.recordIds + 1) }],
  ['an empty id', { recordIds: [''] }],
  ['an id that is too long', { recordIds: ids(1, LIMITS.recordIdLength + 1) }],
  ['a number for an id', { recordIds: [7] }],
  ['one id that is no list', { recordIds: 'a' }],
  ['no recordIds', {}],
  ['features of the caller’s own', { recordIds: ['a'], features: [1] }],
  ['a list', ['a']],
  ['null', null],
])('%s is refused before anything is asked', async (_, body) => {
  const { post, sent } = givenService();

  expect(await post(JSON.stringify(body))).toMatchObject({ statusCode: 400, body: { message: EXPECTED } });
  expect(Object.values(sent).flat()).toEqual([]);
});

test.each([null, '', '{"recordIds": ["a"]', 'recordIds=a'])('the text %j is refused', async (body) => {
  expect(await givenService().post(body)).toMatchObject({ statusCode: 400 });
});

test('whatever JSON or text comes: it is answered, never with a stack trace, and a refusal is one fixed sentence', async () => {
  const { post } = givenService();
  const body = fc.oneof(
    fc.json(),
    fc.string(),
    fc.record({ recordIds: fc.anything() }).map((each) => JSON.stringify(each) ?? ''),
    fc
      .record({ recordIds: fc.array(fc.string({ unit: 'binary' })), more: fc.json() })
      .map((each) => JSON.stringify(each)),
  );

  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      const answer = await post(text);
      expect([200, 400]).toContain(answer.statusCode);
      if (answer.statusCode === 400) expect(answer.text).toBe(JSON.stringify({ message: EXPECTED }));
    }),
    { numRuns: 500 },
  );
});

test('whatever ids are asked for: each has its entry, in order, and is known or a 404', async () => {
  const id = fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.string({ minLength: 1, maxLength: 256 }));

  await fc.assert(
    fc.asyncProperty(fc.array(id, { minLength: 1, maxLength: 100 }), async (recordIds) => {
      const { statusCode, body } = await givenService().ask(recordIds);
      expect(statusCode).toBe(200);
      expect(body.predictions.map(({ recordId }: { recordId: string }) => recordId)).toEqual(recordIds);
      for (const each of body.predictions) expect('score' in each).toBe(['a', 'b', 'c'].includes(each.recordId));
    }),
    { numRuns: 100 },
  );
});
