import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import dataset from 'dataset-description';
import { weeklyReviews } from '../../../../lambda/governance/review-cost/weekly-reviews';
import { givenLake, lines, logKey, outcome, prediction } from '../../model-monitoring/fake-lake';
import { stubClient } from '../../stub-client';
import { type Bill, fakeExplorer } from './fake-explorer';

const ENV = {
  COST_TAGS: '{"ml:project":"parts","ml:environment":"sandbox"}',
  PHASE_TAG: 'ml:phase',
  BILLING_VIEW: 'arn:aws:billing::111111111111:billingview/primary',
  PREDICTIONS_URI: 's3://lake/predictions/parts',
  OUTCOMES_URI: 's3://outcomes/outcomes/parts',
  REVIEWS_URI: 's3://lake/monitoring/parts/cost-reviews',
  SIGNAL_NAMESPACE: 'tested',
};
const WEDNESDAY = { time: '2026-11-18T06:00:00Z' };
const WEEK = `${ENV.REVIEWS_URI}/2026-11-09_2026-11-16.json`;
const MONTH = `${ENV.REVIEWS_URI}/2026-11-01_2026-11-18.json`;
const SERVING: Bill = { costs: [[{ keys: ['ml:phase$serving', 'Amazon SageMaker'], amount: '2' }]] };

function given(bill: Bill = SERVING) {
  const lake = givenLake();
  const { client: costExplorer, sent } = fakeExplorer(bill);
  const published: Record<string, number>[] = [];
  const { client: cloudWatch } = stubClient(new CloudWatchClient({}), {
    PutMetricData: ({ Namespace, MetricData }) => {
      expect(Namespace).toBe('tested');
      published.push(
        Object.fromEntries(MetricData.map(({ MetricName, Value }: Record<string, string>) => [MetricName, Value])),
      );
    },
  });
  const predict = (moment: string, records: readonly string[]) => {
    const rows = records.map((recordId) => prediction({ recordId, predictedAt: moment, decision: true, score: 0.9 }));
    lake.put(`${ENV.PREDICTIONS_URI}/${logKey(moment)}`, lines(rows));
    return rows;
  };
  const tell = (moment: string, rows: readonly { inferenceId: string }[], actual: string) =>
    lake.put(
      `${ENV.OUTCOMES_URI}/${logKey(moment, actual)}`,
      lines(rows.map(({ inferenceId }) => outcome(inferenceId, { actual, recordedAt: moment }))),
    );
  const clients = { costExplorer, cloudWatch, s3: lake.s3 };
  return {
    lake,
    sent,
    published,
    predict,
    tell,
    run: (event: unknown = WEDNESDAY) => weeklyReviews(event, clients, ENV, dataset),
  };
}

test('the last full week and the month to date are kept under their days', async () => {
  const { lake, run } = given();

  await run();

  expect(lake.json(WEEK)).toMatchObject({ total: { amount: '2.000000', currency: 'USD' } });
  expect(lake.json(MONTH)).toMatchObject({ period: { from: '2026-11-01', to: '2026-11-18' } });
});

test('predictions and users of the period are counted, each once, and of no other', async () => {
  const { predict, lake, run } = given();
  const rows = predict('2026-11-10T10:00:00.000Z', ['a', 'b', 'a']);
  // Delivered twice, as Firehose may.
  lake.put(`${ENV.PREDICTIONS_URI}/${logKey('2026-11-10T11:00:00.000Z')}`, lines(rows));
  predict('2026-11-08T23:00:00.000Z', ['c']);
  predict('2026-11-16T00:00:00.000Z', ['d']);

  const [week, month] = await run();

  expect(week.use).toEqual({ predictions: { value: 3 }, users: { value: 2 }, outcomes: { value: 0 } });
  expect(month.use).toMatchObject({ predictions: { value: 5 }, users: { value: 4 } });
});

test('outcomes told in the period earn the goal’s values, whenever they were predicted', async () => {
  const { predict, tell, run } = given();
  const early = predict('2026-10-20T10:00:00.000Z', ['a', 'b', 'c']);
  const later = predict('2026-11-10T10:00:00.000Z', ['d']);
  tell('2026-11-11T08:00:00.000Z', early, 'yes');
  tell('2026-11-12T08:00:00.000Z', later, 'no');
  tell('2026-11-17T08:00:00.000Z', later, 'yes');

  const [week] = await run();

  // Three at 60 and a false alarm at -10.
  expect(week.earned.value?.value).toEqual({ currency: 'EUR', micros: 170_000_000n });
  expect(week.use.outcomes).toEqual({ value: 4 });
});

test('the week’s numbers are published, and what is undefined is not', async () => {
  const { predict, published, run } = given();
  predict('2026-11-10T10:00:00.000Z', ['a', 'b', 'c', 'd']);

  await run();

  expect(published).toEqual([
    {
      DevelopmentCost: 0,
      RunningCost: 2,
      ProjectCost: 2,
      CostPerPrediction: 0.5,
      CostPerUser: 0.5,
      CostExplorerRequests: 5,
    },
  ]);
});

test('no review makes more than six requests', async () => {
  const { sent, run } = given({ costs: [[], []], former: [[], []], recordTypes: [[], []] });

  const [week, month] = await run();

  expect([week.costExplorer.requests, month.costExplorer.requests]).toEqual([6, 6]);
  expect(sent).toHaveLength(12);
});

test('the same event again writes the same reviews', async () => {
  const { lake, run } = given();
  await run();
  const before = new Map(lake.objects);
  await run();

  expect(lake.objects).toEqual(before);
});

test('a log without a good line fails before a request costs anything', async () => {
  const { lake, sent, run } = given();
  lake.put(`${ENV.PREDICTIONS_URI}/${logKey('2026-11-10T10:00:00Z')}`, 'no JSON\n');

  await expect(run()).rejects.toThrow('no line of 1 objects can be read');
  expect(sent).toEqual([]);
});

test('an event without a time is refused', async () => {
  await expect(given().run({})).rejects.toThrow();
});
