import fc, { type Arbitrary } from 'fast-check';
import { parseRecords, toFeatureValues } from '../../lambda/feature-store/ingest-features/feature-record';
import { parseAsked, preparationFor } from '../../lambda/model-monitoring/request-retraining/retraining-request';
import { parseOutcome, parsePrediction } from '../../lambda/shared/prediction-log';
import { trainingRequest } from '../../lambda/training/start-training/training-request';
import { evaluateBinaryStream } from '../../lib/metrics';
import { bodiesLike } from './bodies';
import { RUNS } from './runs';

/** Fewer than requests: an error's message is looked at each time. */
const TRIES = RUNS / 5;

/** A parser of text from outside, and texts that it takes. */
interface Parser {
  readonly parse: (text: string) => unknown;
  readonly sound: Arbitrary<unknown>;
  /** Whether what it parses holds somebody's data, which no error may quote. */
  readonly isPrivate?: boolean;
}

const time = fc
  .date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString());
const inferenceId = fc.tuple(fc.constant('2026112114-'), fc.uuid({ version: 4 })).map((parts) => parts.join(''));
const cause = fc.constantFrom('drift', 'quality', 'schedule', 'hand');
const datasets = fc.constant('s3://bucket/datasets/parts/run');
const SECRET = 'Erika-Mustermann';
const CSV = { format: 'csv', actual: 'label', positive: '1', predicted: 'score' } as const;

const PARSERS: Readonly<Record<string, Parser>> = {
  'feature records': {
    parse: (text) => parseRecords(text, 's3://bucket/part').map(toFeatureValues),
    sound: fc.dictionary(fc.string(), fc.oneof(fc.constant(null), fc.constant(SECRET), fc.double(), fc.boolean())),
    isPrivate: true,
  },
  'logged predictions': {
    parse: parsePrediction,
    sound: fc.record({
      inferenceId,
      recordId: fc.constant(SECRET),
      eventTime: time,
      predictedAt: time,
      features: fc.dictionary(
        fc.string(),
        fc.oneof(fc.constant(null), fc.float({ noNaN: true, noDefaultInfinity: true })),
      ),
      score: fc.float({ min: 0, max: 1, noNaN: true }),
      threshold: fc.constant(0.5),
      decision: fc.boolean(),
      modelVersion: fc.constant('arn:aws:sagemaker:us-east-1:111111111111:model-package/parts/1'),
      servedBy: fc.constantFrom('real-time', 'serverless'),
    }),
    isPrivate: true,
  },
  'logged outcomes': {
    parse: parseOutcome,
    sound: fc.record({ inferenceId, actual: fc.constant(SECRET), recordedAt: time }),
    isPrivate: true,
  },
  'requests for a training': {
    parse: (text) => trainingRequest(JSON.parse(text)),
    sound: fc.oneof(
      fc.record({ cause, datasets, time }),
      fc.record({ outcome: fc.constantFrom('prepared', 'already-prepared'), cause, datasets }).map((output) => ({
        'detail-type': 'Step Functions Execution Status Change',
        time: '2026-11-21T00:00:00Z',
        detail: { status: 'SUCCEEDED', output: JSON.stringify(output) },
      })),
    ),
  },
  'requests for a retraining': {
    parse: (text) => preparationFor(parseAsked(JSON.parse(text)), undefined),
    sound: fc.record({ cause, time }),
  },
};

describe.each(Object.entries(PARSERS))('%s', (_, { parse, sound, isPrivate = false }) => {
  test(`are read or refused as what they are, ${TRIES} times`, () => {
    let [read, refused] = [0, 0];
    fc.assert(
      fc.property(bodiesLike(sound), (text) => {
        try {
          parse(text);
          read++;
        } catch (error) {
          refused++;
          // A program's own slip, such as reading a property of undefined, is no refusal.
          expect(error).not.toBeInstanceOf(TypeError);
          expect(error).not.toBeInstanceOf(RangeError);
          if (isPrivate) expect((error as Error).message).not.toContain(SECRET);
        }
      }),
      { numRuns: TRIES, seed: 7 },
    );
    expect(Math.min(read, refused)).toBeGreaterThan(TRIES / 100);
  });
});

test(`labelled scores in CSV are measured or refused with a reason, ${TRIES / 2} files`, async () => {
  const cell = fc.oneof(
    { arbitrary: fc.constantFrom('0', '1', '0.5', '0.25'), weight: 20 },
    {
      arbitrary: fc.constantFrom('', '"', '"1"', 'NaN', '1e999', '-1', '0x10', ' 1', '1,1', '\r', '\u0000', '１'),
      weight: 1,
    },
  );
  const file = fc
    .array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 })
    .map((rows) => ['label,score', ...rows.map((row) => row.join(','))].join('\n'));
  await fc.assert(
    fc.asyncProperty(file, fc.nat({ max: 20 }), async (text, cut) => {
      const bytes = Buffer.from(text);
      const stream = (async function* () {
        yield bytes.subarray(0, cut);
        yield bytes.subarray(cut);
      })();
      try {
        const { rows } = await evaluateBinaryStream(stream, CSV);
        expect(rows).toBeGreaterThan(0);
      } catch (error) {
        expect(error).not.toBeInstanceOf(TypeError);
        expect((error as Error).message).not.toBe('');
      }
    }),
    { numRuns: TRIES / 2, seed: 7 },
  );
});
