import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import dataset from 'dataset-description';
import { weeklyReviews } from '../../../../lambda/governance/review-cost/weekly-reviews';
import { expectSameHoweverBrokenOff } from '../../../faults/break-off';
import { givenLake, lines, logKey, outcome, prediction } from '../../model-monitoring/fake-lake';
import { stubClient } from '../../stub-client';
import { fakeExplorer } from './fake-explorer';

const ENV = {
  COST_TAGS: '{"ml:project":"parts","ml:environment":"sandbox"}',
  PHASE_TAG: 'ml:phase',
  BILLING_VIEW: 'arn:aws:billing::111111111111:billingview/primary',
  PREDICTIONS_URI: 's3://lake/predictions/parts',
  OUTCOMES_URI: 's3://outcomes/outcomes/parts',
  REVIEWS_URI: 's3://lake/monitoring/parts/cost-reviews',
  SIGNAL_NAMESPACE: 'tested',
};
const ROWS = ['a', 'b', 'c'].map((recordId) =>
  prediction({ recordId, predictedAt: '2026-11-10T10:00:00.000Z', decision: true }),
);
const TRUTH = ROWS.map(({ inferenceId }) => outcome(inferenceId, { actual: 'yes' }));

function given({ predictions = lines(ROWS), outcomes = lines(TRUTH) } = {}) {
  const lake = givenLake();
  lake.put(`${ENV.PREDICTIONS_URI}/${logKey('2026-11-10T10:00:00Z')}`, predictions);
  lake.put(`${ENV.OUTCOMES_URI}/${logKey('2026-11-12T20:00:00Z')}`, outcomes);
  const published = new Map<string, number>();
  const clients = {
    s3: lake.s3,
    costExplorer: fakeExplorer({ costs: [[{ keys: ['ml:phase$serving', 'AWS Lambda'], amount: '3' }]] }).client,
    cloudWatch: stubClient(new CloudWatchClient({}), {
      // Shown as the maximum, so the same value twice is one.
      PutMetricData: ({ MetricData }) => {
        for (const { MetricName, Value } of MetricData) published.set(MetricName, Value);
      },
    }).client,
  };
  const kept = () => [...lake.objects].filter(([key]) => key.includes('/cost-reviews/')).sort();
  return {
    clients: Object.values(clients),
    start: () => weeklyReviews({ time: '2026-11-18T06:00:00Z' }, clients, ENV, dataset),
    left: () => ({ kept: kept(), published: [...published].sort() }),
  };
}

test('broken off anywhere and started again, both reviews are kept and the week is published', async () => {
  expect(await expectSameHoweverBrokenOff(given)).toBeGreaterThanOrEqual(30);

  const { start, left } = given();
  await start();
  expect(left().kept).toHaveLength(2);
  expect(left().published).toContainEqual(['CostPerPrediction', 1]);
});

test('logs that came twice and in another order are counted as they are', async () => {
  const once = given();
  const twice = given({
    predictions: lines([...[...ROWS].reverse(), ...ROWS]),
    outcomes: lines([...TRUTH, ...[...TRUTH].reverse()]),
  });
  await once.start();
  await twice.start();

  expect(twice.left()).toEqual(once.left());
});

test('a line that was cut is left out, and the others are counted', async () => {
  const { start, left } = given({ predictions: lines(ROWS).slice(0, -20) });
  await start();

  expect(left().published).toContainEqual(['CostPerPrediction', 1.5]);
});

test('an event that was cut is an error before anything is asked', async () => {
  const { clients } = given();
  const [s3, costExplorer] = clients as [never, never];
  const work = weeklyReviews({ id: 'cut' }, { s3, costExplorer, cloudWatch: clients[2] as never }, ENV, dataset);

  await expect(work).rejects.toThrow('time');
});
