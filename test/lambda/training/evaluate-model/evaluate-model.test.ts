import { createHash } from 'node:crypto';
import { S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import dataset from 'dataset-description';
import { evaluateModel } from '../../../../lambda/training/evaluate-model/evaluate-model';
import { type BinaryReport, binaryModelQuality } from '../../../../lib/metrics';
import { s3Body, stubClient } from '../../stub-client';

const EVENT = {
  validationScores: 's3://runs/e1/ScoreValidation',
  testScores: 's3://runs/e1/ScoreTest/',
  linearTestScores: 's3://runs/e1/ScoreLinear',
  modelData: 's3://runs/e1/TuneTrees/best/output/model.tar.gz',
  output: 's3://runs/e1/Evaluate',
};
const VALIDATION = 'e1/ScoreValidation/validation.csv.out';
const TEST = 'e1/ScoreTest/test.csv.out';
const LINEAR = 'e1/ScoreLinear/test.csv.out';
/** By hand: the trees put one of four pairs wrong, the line two. At 0.4 the trees win 60 − 100 + 0 + 0 on the test rows. */
const SCORES = {
  [VALIDATION]: '1,7,0.9\n0,7,0.2\n1,7,0.4\n0,7,0.1\n',
  [TEST]: '1,7,0.8\n0,7,0.35\n1,7,0.3\n0,7,0.1\n',
  [LINEAR]: '1,0.8\n0,0.9\n1,0.3\n0,0.1\n',
};
const ARCHIVE = 'e1/TuneTrees/best/output/model.tar.gz';
const ARCHIVE_BYTES = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);
const ARCHIVE_HASH = createHash('sha256').update(ARCHIVE_BYTES).digest('hex');
const archive = () => ({ Body: s3Body(ARCHIVE_BYTES) });
const failure = (name: string) => new S3ServiceException({ name, message: name, $fault: 'client', $metadata: {} });

function given(change: Record<string, unknown> = {}) {
  const contents: Record<string, unknown> = { ...SCORES, [ARCHIVE]: archive, ...change };
  const written = new Map<string, unknown>();
  const { client, sent } = stubClient(new S3Client({}), {
    GetObject: ({ Key }) => {
      const content = contents[Key];
      if (typeof content === 'string') return { Body: s3Body(content) };
      return typeof content === 'function' ? content() : failure('NoSuchKey');
    },
    PutObject: ({ Bucket, Key, Body, ContentType }) => {
      expect(ContentType).toBe('application/json');
      written.set(`s3://${Bucket}/${Key}`, JSON.parse(Body));
    },
  });
  const run = (event: object = EVENT, goal = dataset.businessGoal) => evaluateModel(event, client, goal);
  const reads = (key: string) => sent.filter(({ input }) => input.Key === key).length;
  return { run, written, reads };
}

test('the threshold comes from the validation scores, everything else from the test scores', async () => {
  const { run } = given();

  expect(await run()).toEqual({
    passes: 'false',
    reason:
      'The candidate is refused: its decisions on the test set are worth -40 EUR, ' +
      'no more than acting on everybody (100 EUR).',
    threshold: 0.4,
    rocAuc: 0.75,
    linearRocAuc: 0.5,
    netValue: -40,
    artifactHash: ARCHIVE_HASH,
  });
});

test('the report holds the verdict, the numbers, the money and two curves', async () => {
  const { run, written } = given();
  const { reason } = await run();

  expect(written.get('s3://runs/e1/Evaluate/report.json')).toMatchObject({
    passes: false,
    reason,
    rocAuc: { value: 0.75 },
    linearRocAuc: 0.5,
    minimumRocAuc: 0.75,
    threshold: 0.4,
    confusionMatrix: [
      [2, 0],
      [1, 1],
    ],
    rates: { accuracy: { value: 0.75 }, precision: { value: 1 }, recall: { value: 0.5 } },
    currency: 'EUR',
    rows: 4,
    positives: 2,
    validationRows: 4,
    rocCurve: { falsePositiveRates: [0, 0, 0.5, 0.5, 1], truePositiveRates: [0, 0.5, 0.5, 1, 1] },
    precisionRecallCurve: { precisions: [1, 1, 0.5, 2 / 3, 0.5], recalls: [0, 0.5, 0.5, 1, 1] },
    money: {
      outcomeValues: dataset.businessGoal.outcomeValues,
      netValue: -40,
      constantPolicies: { nobody: -200, everybody: 100 },
      curve: { thresholds: [null, 0.8, 0.35, 0.3, 0.1], netValues: [-200, -40, -50, 110, 100] },
    },
  });
});

test('the model quality is what the library makes of the same report, in the layout that Studio draws', async () => {
  const { run, written } = given();
  await run();

  const report = written.get('s3://runs/e1/Evaluate/report.json') as BinaryReport;
  const quality = written.get('s3://runs/e1/Evaluate/model-quality.json');
  expect(quality).toEqual(binaryModelQuality(report));
  expect(quality).toMatchObject({
    binary_classification_metrics: { confusion_matrix: { '0': { '0': 2, '1': 0 } }, auc: { value: 0.75 } },
  });
});

test('whoever takes the model into service can ask for the first test rows, as the model was asked', async () => {
  const rows = ['1,7,,2.50,0.8', '0,7,1e-7,-1,0.35', '1,0,0,0,0.5', '0,1,1,1,0.1', '0,2,2,2,0.25', '1,3,3,3,0.9'];
  const linear = rows.map((row) => `${row[0]},0.5`);
  const { run, written } = given({ [TEST]: `${rows.join('\r\n')}\n`, [LINEAR]: linear.join('\n') });
  await run();

  expect(written.get('s3://runs/e1/Evaluate/smoke-test.json')).toEqual({
    rows: [
      { features: '7,,2.50', score: 0.8 },
      { features: '7,1e-7,-1', score: 0.35 },
      { features: '0,0,0', score: 0.5 },
      { features: '1,1,1', score: 0.1 },
      { features: '2,2,2', score: 0.25 },
    ],
  });
});

test('fewer test rows make a smaller smoke test', async () => {
  const { run, written } = given();
  await run();

  expect(written.get('s3://runs/e1/Evaluate/smoke-test.json')).toMatchObject({ rows: { length: 4 } });
});

test('when nobody is worth acting on, the threshold is a number that JSON knows and no score reaches', async () => {
  const { run, written } = given({ [VALIDATION]: '0,7,0.9\n0,7,0.8\n' });

  const { threshold, passes } = await run();

  expect(JSON.parse(JSON.stringify({ threshold }))).toEqual({ threshold: Number.MAX_VALUE });
  expect(passes).toBe('false');
  const quality = written.get('s3://runs/e1/Evaluate/model-quality.json');
  expect(quality).toMatchObject({ binary_classification_metrics: { precision: { value: 'NaN' } } });
});

test('a candidate that earns more than both constant policies passes', async () => {
  const { run } = given({ [TEST]: '1,7,0.8\n0,7,0.35\n1,7,0.5\n0,7,0.1\n' });

  expect(await run()).toMatchObject({ passes: 'true', rocAuc: 1, netValue: 120 });
});

test('curves of many rows are thinned to what can be seen', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => `${index % 2},${(index % 2) * 0.3 + (index % 997) / 997}\n`);
  const { run, written } = given({ [TEST]: rows.join(''), [LINEAR]: rows.join('') });
  await run();

  const { rocCurve } = written.get('s3://runs/e1/Evaluate/report.json') as BinaryReport;
  expect(rocCurve?.falsePositiveRates.length).toBeLessThanOrEqual(200);
  expect(rocCurve?.falsePositiveRates.length).toBeGreaterThan(150);
});

test('a connection that breaks is mended, since the pipeline would not try again', async () => {
  let broken = 2;
  const breaking = () => {
    if (broken-- === 0) return { Body: s3Body(SCORES[TEST]) };
    return {
      Body: (async function* () {
        yield Buffer.from('1,7,0.8\n0,7');
        throw new Error('aborted');
      })(),
    };
  };
  const { run, reads } = given({ [TEST]: breaking });

  expect(await run()).toMatchObject({ rocAuc: 0.75 });
  expect(reads(TEST)).toBe(3);
});

test('an archive whose reading breaks off is hashed from its beginning', async () => {
  let broken = 1;
  const breaking = () => {
    if (broken-- === 0) return archive();
    return {
      Body: (async function* () {
        yield ARCHIVE_BYTES.subarray(0, 500);
        throw new Error('aborted');
      })(),
    };
  };
  const { run, reads } = given({ [ARCHIVE]: breaking });

  expect(await run()).toMatchObject({ artifactHash: ARCHIVE_HASH });
  expect(reads(ARCHIVE)).toBe(2);
});

test('a candidate without its archive is not judged', async () => {
  const { run, written } = given({ [ARCHIVE]: undefined });

  await expect(run()).rejects.toThrow(`cannot read s3://runs/${ARCHIVE}: NoSuchKey`);
  expect(written.size).toBe(0);
});

test('scores that are not there are named', async () => {
  const { run, written } = given({ [LINEAR]: undefined });

  await expect(run()).rejects.toThrow('cannot read s3://runs/e1/ScoreLinear/test.csv.out: NoSuchKey');
  expect(written.size).toBe(0);
});

test.each([
  [
    { [TEST]: '1,7,0.8\n5,7,0.35\n' },
    's3://runs/e1/ScoreTest/test.csv.out line 2: actual (column 0) is "5", expected 0 or 1',
  ],
  [
    { [LINEAR]: '1,0.8\n0,0.9\n' },
    's3://runs/e1/ScoreLinear/test.csv.out has 2 rows, but s3://runs/e1/ScoreTest/test.csv.out has 4',
  ],
  [
    { [LINEAR]: '1,0.8\n0,0.9\n0,0.3\n1,0.1\n' },
    's3://runs/e1/ScoreLinear/test.csv.out and s3://runs/e1/ScoreTest/test.csv.out differ in the labels of their rows',
  ],
  [
    { [TEST]: '0,7,0.8\n0,7,0.35\n', [LINEAR]: '0,0.8\n0,0.35\n' },
    'the test rows hold 0 positive and 2 negative ones: both are needed to judge',
  ],
])('scores that cannot be compared fail the step with the cause: %j', async (change, message) => {
  const { run, reads, written } = given(change);

  await expect(run()).rejects.toThrow(message);
  // Reading the same bytes again would not help.
  expect(reads(TEST)).toBe(1);
  expect(written.size).toBe(0);
});

test.each([
  {},
  { ...EVENT, output: undefined },
  { ...EVENT, testScores: '/local/path' },
  { ...EVENT, modelData: 's3://runs' },
])('an event that lacks a place is refused: %j', async (event) => {
  await expect(given().run(event)).rejects.toThrow();
});
