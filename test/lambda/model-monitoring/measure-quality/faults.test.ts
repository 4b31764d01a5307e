import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import dataset from 'dataset-description';
import { measureQuality } from '../../../../lambda/model-monitoring/measure-quality/measure-quality';
import { expectSameHoweverBrokenOff } from '../../../faults/break-off';
import { stubClient } from '../../stub-client';
import { givenLake, lines, logKey, outcome, prediction } from '../fake-lake';

const ENV = {
  PREDICTIONS_URI: 's3://lake/predictions/parts',
  OUTCOMES_URI: 's3://outcomes/outcomes/parts',
  MONITORING_URI: 's3://lake/monitoring/parts',
  MINIMUM_ROWS: '100',
  SIGNAL_NAMESPACE: 'tested',
};
const ROWS = Array.from({ length: 200 }, (_, row) =>
  prediction({ recordId: `part-${row}`, score: row % 4 === 0 ? 0.8 : 0.2, decision: row % 4 === 0 }),
);
const TRUTH = ROWS.map(({ inferenceId }, row) => outcome(inferenceId, { actual: row % 4 === 0 ? 'yes' : 'no' }));
const BEFORE = logKey('2026-11-19T10:00:00Z');
const LAST = { time: '2026-11-20T04:00:00Z', watermark: `outcomes/parts/${BEFORE}`, signals: [] };

function given({ predictions = lines(ROWS), outcomes = lines(TRUTH) } = {}) {
  const lake = givenLake();
  lake.put(`${ENV.PREDICTIONS_URI}/${logKey('2026-11-20T10:00:00Z')}`, predictions);
  lake.put(`${ENV.OUTCOMES_URI}/${logKey('2026-11-20T20:00:00Z')}`, outcomes);
  // Judged by the look of the day before.
  lake.put(`${ENV.OUTCOMES_URI}/${BEFORE}`, lines(TRUTH.slice(0, 9)));
  lake.put(`${ENV.MONITORING_URI}/quality/2026-11-20T04:00:00Z.json`, LAST);
  const published = new Map<string, number>();
  const clients = {
    s3: lake.s3,
    cloudWatch: stubClient(new CloudWatchClient({}), {
      // The alarms take the maximum, so the same value twice is one.
      PutMetricData: ({ MetricData }) => {
        for (const { MetricName, Value } of MetricData) published.set(MetricName, Value);
      },
    }).client,
  };
  const reports = () => [...lake.objects].filter(([key]) => key.includes('/quality/'));
  return {
    clients: Object.values(clients),
    start: () => measureQuality({ time: '2026-11-21T04:00:00Z' }, clients, ENV, dataset),
    left: () => ({ reports: reports(), published: [...published].sort() }),
  };
}

test('broken off anywhere and started again, a look has one report and publishes what it says', async () => {
  expect(await expectSameHoweverBrokenOff(given)).toBeGreaterThanOrEqual(14);

  const { start, left } = given();
  await start();
  expect(left().reports).toHaveLength(2);
  expect(left().published.map(([name]) => name)).toEqual(['ModelQuality', 'NetValue', 'QualityMonitorRows']);
});

test('logs that came twice and in another order are judged as they are', async () => {
  const once = given();
  const twice = given({
    predictions: lines([...[...ROWS].reverse(), ...ROWS]),
    outcomes: lines([...TRUTH, ...[...TRUTH].reverse()]),
  });
  await once.start();
  await twice.start();

  expect(twice.left().published).toEqual(once.left().published);
});

test('lines that were cut are counted as bad, and the others are judged', async () => {
  const { start } = given({ predictions: lines(ROWS).slice(0, -20), outcomes: lines(TRUTH).slice(0, -200) });

  expect(await start()).toMatchObject({ verdict: 'holds', read: { badLines: 1 }, predictions: { badLines: 1 } });
});
