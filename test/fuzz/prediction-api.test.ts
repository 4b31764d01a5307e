import Ajv from 'ajv';
import fc, { type Arbitrary } from 'fast-check';
import { outcomesSchema, predictionsSchema } from '../../lib/serving/request-schemas';
import { givenOutcomes, TARGET } from '../lambda/serving/record-outcomes/given-outcomes';
import { givenService } from '../lambda/serving/serve-predictions/given-service';
import { bodiesLike } from './bodies';
import { blocks, RUNS } from './runs';

interface Api {
  readonly sound: Arbitrary<unknown>;
  readonly schema: object;
  readonly accepted: number;
  /** A service that answers well. */
  readonly given: () => { post: (body: string | null) => Promise<{ statusCode: number; text: string }> };
}

const id = fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.string({ minLength: 1, maxLength: 20 }));
const inferenceId = fc.tuple(fc.constant('2026112114-'), fc.uuid({ version: 4 })).map((parts) => parts.join(''));
const outcome = fc.oneof(
  fc.record({ inferenceId, actual: fc.constantFrom(TARGET.positive, TARGET.negative) }),
  fc.record({ inferenceId, feedback: fc.integer({ min: 1, max: 5 }) }),
);
const APIS: Readonly<Record<string, Api>> = {
  predictions: {
    sound: fc.record({ recordIds: fc.array(id, { minLength: 1, maxLength: 5 }) }),
    schema: predictionsSchema(),
    accepted: 200,
    given: givenService,
  },
  outcomes: {
    sound: fc.record({ outcomes: fc.array(outcome, { minLength: 1, maxLength: 3 }) }),
    schema: outcomesSchema(TARGET),
    accepted: 202,
    given: givenOutcomes,
  },
};

const LONGEST = 10 * 1024 ** 2;

describe.each(Object.entries(APIS))('POST /%s', (_, { sound, schema, accepted, given }) => {
  const { $schema: __, ...rules } = schema as Record<string, unknown>;
  const modelTakes = new Ajv({ strict: false }).compile(rules);
  const parsed = (body: string): unknown => {
    try {
      return JSON.parse(body);
    } catch {
      return undefined;
    }
  };

  test(`answers ${RUNS} bodies: as it should or with one fixed sentence, and takes none that its model refuses`, async () => {
    const refusal = (await given().post('')).text;
    let taken = 0;
    for (const block of blocks()) {
      const { post } = given();
      await fc.assert(
        fc.asyncProperty(bodiesLike(sound), async (body) => {
          const { statusCode, text } = await post(body);
          if (statusCode === accepted) {
            taken++;
            expect(modelTakes(parsed(body))).toBe(true);
          } else expect({ statusCode, text }).toEqual({ statusCode: 400, text: refusal });
        }),
        block,
      );
    }
    // Neither all of one kind: a generator gone wrong would prove nothing.
    expect(taken).toBeGreaterThan(RUNS / 100);
    expect(taken).toBeLessThan(RUNS / 2);
  });

  test.each([
    ['of ten megabytes in one string', `{"recordIds":["${'a'.repeat(LONGEST)}"]}`],
    ['with a million ids', JSON.stringify({ recordIds: Array(1_000_000).fill('a') })],
    ['with a million levels', '['.repeat(LONGEST / 10)],
    ['with a million levels of objects', '{"a":'.repeat(LONGEST / 10)],
    ['with levels up to the limit', `{"recordIds":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['with a number without an end', `{"recordIds":[${'9'.repeat(200_000)}]}`],
  ])('refuses a body %s without holding on to it', async (__name, body) => {
    const { post } = given();
    const before = process.memoryUsage().heapUsed;
    for (let time = 0; time < 20; time++) expect((await post(body)).statusCode).toBe(400);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(20 * LONGEST);
  });
});
