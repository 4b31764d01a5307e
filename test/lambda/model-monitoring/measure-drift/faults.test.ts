import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { measureDrift } from '../../../../lambda/model-monitoring/measure-drift/measure-drift';
import { expectSameHoweverBrokenOff } from '../../../faults/break-off';
import { stubClient } from '../../stub-client';
import { givenLake, lines, logKey, prediction } from '../fake-lake';

const ENV = {
  PREDICTIONS_URI: 's3://lake/predictions/parts',
  MONITORING_URI: 's3://lake/monitoring/parts',
  MINIMUM_ROWS: '100',
  SMALLEST_DRIFT: '0.1',
  SIGNAL_NAMESPACE: 'tested',
};
const TIME = '2026-11-21T03:00:00Z';
const LOG = `${ENV.PREDICTIONS_URI}/${logKey('2026-11-20T10:00:00Z')}`;
const ROWS = Array.from({ length: 200 }, (_, record) =>
  prediction({ recordId: `part-${record}`, features: { load: 20 }, score: record % 2 === 0 ? 0.2 : 0.8 }),
);
const BEFORE = logKey('2026-11-19T10:00:00Z');
const LAST = { time: '2026-11-20T03:00:00Z', watermark: `predictions/parts/${BEFORE}`, signals: [] };
const BUCKETS = [0.1, 0.5].map((lower) => ({ lower_bound: lower, upper_bound: lower + 0.4, count: 500 }));
const SCORED = { common: { num_missing: 0 }, distribution: { kll: { buckets: BUCKETS } } };

function given(log = lines(ROWS)) {
  const lake = givenLake();
  lake.put(LOG, log);
  // Judged by the look of the day before.
  lake.put(`${ENV.PREDICTIONS_URI}/${BEFORE}`, lines([prediction({ recordId: 'judged' })]));
  lake.put(`${ENV.MONITORING_URI}/drift/2026-11-20T03:00:00Z.json`, LAST);
  lake.put('s3://datasets/run/baseline/histograms.json', {
    features: [{ name: 'load', edges: [10], counts: [500, 500], missing: 0 }],
  });
  lake.put('s3://models/run/monitoring/statistics.json', {
    features: [{ name: 'score', numerical_statistics: SCORED }],
  });
  const published = new Map<string, number>();
  const CustomerMetadataProperties = { datasetsUri: 's3://datasets/run', monitoring: 's3://models/run/monitoring' };
  const clients = {
    s3: lake.s3,
    sageMaker: stubClient(new SageMakerClient({}), { DescribeModelPackage: () => ({ CustomerMetadataProperties }) })
      .client,
    cloudWatch: stubClient(new CloudWatchClient({}), {
      // The alarms take the maximum, so the same value twice is one.
      PutMetricData: ({ MetricData }) => {
        for (const { MetricName, Value } of MetricData) published.set(MetricName, Value);
      },
    }).client,
  };
  const reports = () => [...lake.objects].filter(([key]) => key.includes('/drift/'));
  return {
    clients: Object.values(clients),
    start: () => measureDrift({ time: TIME }, clients, ENV),
    left: () => ({ reports: reports(), published: [...published].sort() }),
  };
}

test('broken off anywhere and started again, a look has one report and publishes what it says', async () => {
  expect(await expectSameHoweverBrokenOff(given)).toBeGreaterThanOrEqual(14);

  const { start, left } = given();
  await start();
  expect(left().reports).toHaveLength(2);
  expect(left().published.map(([name]) => name)).toEqual(['DataDrift', 'DriftMonitorRows', 'PredictionDrift']);
});

test('a log that came twice and in another order is judged as it is', async () => {
  const once = given();
  const twice = given(lines([...[...ROWS].reverse(), ...ROWS]));
  await once.start();
  await twice.start();

  expect(twice.left().published).toEqual(once.left().published);
});

test('a line that was cut is counted as bad, and the others are judged', async () => {
  const { start } = given(lines(ROWS).slice(0, -20));

  expect(await start()).toMatchObject({ verdict: 'drift', read: { lines: 200, badLines: 1 } });
});
