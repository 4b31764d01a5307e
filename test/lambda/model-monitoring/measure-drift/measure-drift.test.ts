import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { SageMakerClient, SageMakerServiceException } from '@aws-sdk/client-sagemaker';
import { measureDrift } from '../../../../lambda/model-monitoring/measure-drift/measure-drift';
import { stubClient } from '../../stub-client';
import { givenLake, lines, logKey, prediction, versionArn } from '../fake-lake';

const ENV = {
  PREDICTIONS_URI: 's3://lake/predictions/parts',
  MONITORING_URI: 's3://lake/monitoring/parts',
  MINIMUM_ROWS: '100',
  SMALLEST_DRIFT: '0.1',
  SIGNAL_NAMESPACE: 'tested',
};
const DAYS = ['2026-11-21T03:00:00Z', '2026-11-22T03:00:00Z', '2026-11-23T03:00:00Z'];
const [FIRST, SECOND, THIRD] = DAYS as [string, string, string];

/** Files that the jobs wrote for one version: half of the loads and of the scores are in the upper of two bins. */
function putBaseline(lake: ReturnType<typeof givenLake>, version: number) {
  const histograms = { rows: 1000, features: [{ name: 'load', edges: [10], counts: [500, 500], missing: 0 }] };
  const buckets = [
    { lower_bound: 0.1, upper_bound: 0.5, count: 500 },
    { lower_bound: 0.5, upper_bound: 0.9, count: 500 },
  ];
  const numerical = { common: { num_present: 1000, num_missing: 0 }, mean: 0.5, distribution: { kll: { buckets } } };
  lake.put(`s3://datasets/run-${version}/baseline/histograms.json`, histograms);
  lake.put(`s3://models/run-${version}/monitoring/statistics.json`, {
    version: 0,
    dataset: { item_count: 1000 },
    features: [{ name: 'score', inferred_type: 'Fractional', numerical_statistics: numerical }],
  });
}

function given({ versions = [1] as number[] } = {}) {
  const lake = givenLake();
  for (const version of versions) putBaseline(lake, version);
  const gone = {
    name: 'ValidationException',
    message: 'ModelPackage does not exist.',
    $fault: 'client' as const,
    $metadata: {},
  };
  const sageMaker = stubClient(new SageMakerClient({}), {
    DescribeModelPackage: ({ ModelPackageName }) => {
      const version = Number(ModelPackageName.split('/').at(-1));
      if (!versions.includes(version)) return new SageMakerServiceException(gone);
      const places = {
        datasetsUri: `s3://datasets/run-${version}`,
        monitoring: `s3://models/run-${version}/monitoring`,
      };
      return { CustomerMetadataProperties: { ...places, threshold: '0.5' } };
    },
  });
  const cloudWatch = stubClient(new CloudWatchClient({}), { PutMetricData: () => ({}) });
  const clients = { s3: lake.s3, sageMaker: sageMaker.client, cloudWatch: cloudWatch.client };
  /** Logs predictions of so many records; a share of them is in the upper bins. */
  const predict = (moment: string, records: number, { version = 1, upper = 0.5, first = 0 } = {}) =>
    lake.put(
      `${ENV.PREDICTIONS_URI}/${logKey(moment, `log-${version}`)}`,
      lines(
        Array.from({ length: records }, (_, record) =>
          prediction({
            recordId: `part-${first + record}`,
            predictedAt: moment.replace('Z', '.000Z'),
            modelVersion: versionArn(version),
            features: { load: record < upper * records ? 20 : 0 },
            score: record % 2 === 0 ? 0.2 : 0.8,
          }),
        ),
      ),
    );
  const signals = () =>
    cloudWatch.sent.map(({ input }) =>
      Object.fromEntries(
        input.MetricData.map((each: { MetricName: string; Value: number }) => [each.MetricName, each.Value]),
      ),
    );
  return {
    lake,
    predict,
    sageMaker,
    signals,
    look: (time = FIRST) => measureDrift({ time }, clients, ENV),
    report: (time = FIRST) => lake.json(`${ENV.MONITORING_URI}/drift/${time}.json`),
  };
}

test('data that moved are signalled with their ratio, reported with their counts, and told in words', async () => {
  const { predict, look, signals, report } = given();
  predict('2026-11-20T10:00:00Z', 200, { upper: 0.9 });

  await look();

  expect(signals()).toEqual([
    { DriftMonitorRows: 200, DataDrift: expect.any(Number), PredictionDrift: expect.closeTo(0, 9) },
  ]);
  expect(signals()[0]?.DataDrift).toBeGreaterThan(1);
  expect(report()).toMatchObject({
    time: FIRST,
    verdict: 'drift',
    sentence: expect.stringMatching(/^The data drifted: of 200 records, load has a PSI/),
    watermark: `predictions/parts/${logKey('2026-11-20T10:00:00Z', 'log-1')}`,
    rules: { minimumRows: 100, smallestDrift: 0.1 },
    read: { after: '', objects: 1, lines: 200, badLines: 0, unreadObjects: 0 },
    versions: [
      {
        version: versionArn(1),
        inService: true,
        records: 200,
        features: [{ name: 'load', edges: [10], counts: { training: [500, 500, 0], now: [20, 180, 0] } }],
        score: { name: 'score', edges: [0.5], counts: { training: [500, 500, 0], now: [100, 100, 0] } },
      },
    ],
  });
});

test('data that did not move are signalled as well: a ratio below 1', async () => {
  const { predict, look, signals } = given();
  predict('2026-11-20T10:00:00Z', 200);

  expect(await look()).toMatchObject({ verdict: 'no-drift' });
  expect(signals()).toEqual([{ DriftMonitorRows: 200, DataDrift: 0, PredictionDrift: 0 }]);
});

test('a look with nothing to see still beats', async () => {
  const { look, signals, report } = given();

  await look();

  expect(signals()).toEqual([{ DriftMonitorRows: 0 }]);
  expect(report()).toMatchObject({ verdict: 'not-judged', watermark: '' });
});

test('too few rows are not judged and kept for the next look, which sees them together with the new ones', async () => {
  const { predict, look, signals, report } = given();
  predict('2026-11-20T10:00:00Z', 60, { upper: 0.9 });

  await look();
  predict('2026-11-21T10:00:00Z', 60, { upper: 0.9, first: 60 });
  await look(SECOND);

  expect(signals()[0]).toEqual({ DriftMonitorRows: 60 });
  expect(signals()[1]).toMatchObject({ DriftMonitorRows: 120 });
  expect([report().verdict, report(SECOND).verdict]).toEqual(['not-judged', 'drift']);
  expect(report(SECOND).read).toMatchObject({ objects: 2, lines: 120 });
});

test('rows are judged once: after a finding the next look sees only what came since', async () => {
  const { predict, look, signals } = given();
  predict('2026-11-20T10:00:00Z', 200, { upper: 0.9 });

  await look();
  await look(SECOND);
  predict('2026-11-22T10:00:00Z', 150);
  await look(THIRD);

  expect(signals()[1]).toEqual({ DriftMonitorRows: 0 });
  expect(signals()[2]).toEqual({ DriftMonitorRows: 150, DataDrift: 0, PredictionDrift: 0 });
});

test('a record that is asked about again and again counts once', async () => {
  const { predict, look, signals } = given();
  for (const hour of ['08', '09', '10', '11']) predict(`2026-11-20T${hour}:00:00Z`, 60);

  expect(await look()).toMatchObject({ verdict: 'not-judged' });
  expect(signals()).toEqual([{ DriftMonitorRows: 60 }]);
});

test('each version is compared with its own baseline, and only the one that answered last can alarm', async () => {
  const { predict, look, signals, report, lake } = given({ versions: [1, 2] });
  lake.put('s3://datasets/run-2/baseline/histograms.json', {
    rows: 1000,
    features: [{ name: 'load', edges: [10], counts: [100, 900], missing: 0 }],
  });
  predict('2026-11-20T10:00:00Z', 200, { upper: 0.9 });
  predict('2026-11-20T11:00:00Z', 200, { upper: 0.9, version: 2 });

  await look();

  expect(signals()).toEqual([{ DriftMonitorRows: 200, DataDrift: expect.closeTo(0, 9), PredictionDrift: 0 }]);
  const found = report().versions.map(
    (each: { version: string; inService: boolean; features: { ratio: number }[] }) => [
      each.version,
      each.inService,
      (each.features[0]?.ratio ?? 0) >= 1,
    ],
  );
  expect(found).toEqual([
    [versionArn(2), true, false],
    [versionArn(1), false, true],
  ]);
});

test('a version that is gone from the registry is reported, and does not keep the others from being judged', async () => {
  const { predict, look, report } = given({ versions: [2] });
  predict('2026-11-20T10:00:00Z', 200, { version: 1 });
  predict('2026-11-20T11:00:00Z', 200, { version: 2 });

  expect(await look()).toMatchObject({ verdict: 'no-drift' });
  expect(report().versions[1]).toMatchObject({
    version: versionArn(1),
    records: 200,
    reason: expect.stringContaining('the registry no longer has it'),
  });
});

test('a baseline that cannot be read fails the look when its version is in service, and loses nothing', async () => {
  const { predict, look, report, lake, signals } = given();
  lake.objects.delete('models/run-1/monitoring/statistics.json');
  predict('2026-11-20T10:00:00Z', 200, { upper: 0.9 });

  await expect(look()).rejects.toThrow('cannot read the baseline s3://models/run-1/monitoring/statistics.json');
  expect(signals()).toEqual([]);
  putBaseline(lake, 1);
  await look();

  expect(report()).toMatchObject({ verdict: 'drift' });
});

test('a baseline that cannot be read is reported when its version was replaced', async () => {
  const { predict, look, report, lake } = given({ versions: [1, 2] });
  lake.put('s3://datasets/run-1/baseline/histograms.json', '{"features": 7}');
  predict('2026-11-20T10:00:00Z', 200, { version: 1 });
  predict('2026-11-20T11:00:00Z', 200, { version: 2 });

  await look();

  expect(report().versions[1].reason).toMatch('cannot read the baseline s3://datasets/run-1/baseline/histograms.json');
});

test('a version that names no baseline is told so', async () => {
  const { predict, look, sageMaker } = given();
  sageMaker.client.send = async () => ({ CustomerMetadataProperties: { threshold: '0.5' } });
  predict('2026-11-20T10:00:00Z', 200);

  await expect(look()).rejects.toThrow('names no baseline: it needs the metadata datasetsUri and monitoring');
});

test('bad lines are counted and reported; only when all are bad the look fails', async () => {
  const { predict, look, report, lake } = given();
  predict('2026-11-20T10:00:00Z', 200);
  lake.put(`${ENV.PREDICTIONS_URI}/${logKey('2026-11-20T11:00:00Z')}`, '{"secret": 1}\nno JSON\n');

  await look();

  expect(report()).toMatchObject({ verdict: 'no-drift', read: { lines: 202, badLines: 2, problems: { length: 2 } } });
  expect(JSON.stringify(report().read.problems)).not.toContain('secret');
  lake.put(`${ENV.PREDICTIONS_URI}/${logKey('2026-11-21T10:00:00Z')}`, 'no JSON\n');
  await expect(look(SECOND)).rejects.toThrow('no line of 1 objects can be read');
});

test('each version is described once, however many of its predictions are read at the same time', async () => {
  const { predict, look, sageMaker } = given();
  for (let hour = 10; hour < 20; hour++) predict(`2026-11-20T${hour}:00:00Z`, 30, { first: hour * 30 });

  await look();

  expect(sageMaker.sent.map(({ command }) => command)).toEqual(['DescribeModelPackage']);
});

test('a limit that is no number is refused before anything is read', async () => {
  const lake = givenLake();
  const nothing = stubClient(new SageMakerClient({}), {}).client;
  const cloudWatch = stubClient(new CloudWatchClient({}), {}).client;
  const clients = { s3: lake.s3, sageMaker: nothing, cloudWatch };

  await expect(measureDrift({ time: FIRST }, clients, { ...ENV, SMALLEST_DRIFT: 'little' })).rejects.toThrow(
    'SMALLEST_DRIFT is "little"',
  );
  expect(lake.sent).toEqual([]);
});
