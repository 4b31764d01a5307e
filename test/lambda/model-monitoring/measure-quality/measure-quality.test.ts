import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import dataset from 'dataset-description';
import { measureQuality } from '../../../../lambda/model-monitoring/measure-quality/measure-quality';
import type { LoggedPrediction } from '../../../../lambda/shared/prediction-log';
import { stubClient } from '../../stub-client';
import { givenLake, lines, logKey, outcome, prediction, versionArn } from '../fake-lake';

const ENV = {
  PREDICTIONS_URI: 's3://lake/predictions/parts',
  OUTCOMES_URI: 's3://outcomes/outcomes/parts',
  MONITORING_URI: 's3://lake/monitoring/parts',
  MINIMUM_ROWS: '100',
  SIGNAL_NAMESPACE: 'tested',
};
const [FIRST, SECOND] = ['2026-11-21T04:00:00Z', '2026-11-22T04:00:00Z'] as const;

interface Made {
  readonly moment?: string;
  /** When the log got it; Firehose counts the hour of arrival. */
  readonly arrived?: string;
  readonly version?: number;
  readonly first?: number;
  /** Share of scores that rank right. */
  readonly right?: number;
}

function given() {
  const lake = givenLake();
  const cloudWatch = stubClient(new CloudWatchClient({}), { PutMetricData: () => ({}) });
  const clients = { s3: lake.s3, cloudWatch: cloudWatch.client };
  /** Logs predictions, of which every fourth record is to turn out positive. */
  const predict = (count: number, made: Made = {}): LoggedPrediction[] => {
    const { moment = '2026-11-20T10:59:00Z', arrived = moment, version = 1, first = 0, right = 1 } = made;
    const rows = Array.from({ length: count }, (_, row) => {
      const isHigh = (row % 4 === 0) === row < right * count;
      return prediction({
        recordId: `part-${first + row}`,
        predictedAt: moment.replace('Z', '.000Z'),
        modelVersion: versionArn(version),
        score: isHigh ? 0.8 + row / 1e6 : 0.2 - row / 1e6,
        decision: isHigh,
      });
    });
    lake.put(`${ENV.PREDICTIONS_URI}/${logKey(arrived, `log-${version}`)}`, lines(rows));
    return rows;
  };
  const tell = (rows: readonly unknown[], arrived = '2026-11-20T20:00:00Z') =>
    lake.put(`${ENV.OUTCOMES_URI}/${logKey(arrived)}`, lines(rows));
  const truth = (predictions: readonly LoggedPrediction[]) =>
    predictions.map(({ inferenceId }, row) => outcome(inferenceId, { actual: row % 4 === 0 ? 'yes' : 'no' }));
  const signals = () =>
    cloudWatch.sent.map(({ input }) =>
      Object.fromEntries(
        input.MetricData.map((each: { MetricName: string; Value: number }) => [each.MetricName, each.Value]),
      ),
    );
  return {
    lake,
    predict,
    tell,
    truth,
    signals,
    look: (time: string = FIRST) => measureQuality({ time }, clients, ENV, dataset),
    report: (time: string = FIRST) => lake.json(`${ENV.MONITORING_URI}/quality/${time}.json`),
  };
}

test('decisions are compared with what really happened: signalled, reported and told in words', async () => {
  const { predict, tell, truth, look, signals, report } = given();
  tell(truth(predict(200)));

  await look();

  expect(signals()).toEqual([{ QualityMonitorRows: 200, ModelQuality: 0, NetValue: 3000 }]);
  expect(report()).toMatchObject({
    verdict: 'holds',
    sentence: expect.stringMatching(/^The quality holds: AUC 1\.000/),
    watermark: `outcomes/parts/${logKey('2026-11-20T20:00:00Z')}`,
    read: { lines: 200, badLines: 0, outcomes: 200 },
    predictions: { notFound: 0, badLines: 0 },
    versions: [
      {
        version: versionArn(1),
        inService: true,
        rows: 200,
        positives: 50,
        quality: {
          rocAuc: { value: 1 },
          matrix: [
            [150, 0],
            [0, 50],
          ],
          money: { netValue: 3000 },
        },
      },
    ],
  });
});

test('bad decisions signal a ratio of more than 1', async () => {
  const { predict, tell, truth, look, signals } = given();
  tell(truth(predict(400, { right: 0.3 })));

  expect(await look()).toMatchObject({ verdict: 'dropped' });
  expect(signals()[0]?.ModelQuality).toBeGreaterThan(1);
});

test('a prediction is found in the hour of its request and in the hour after', async () => {
  const { predict, tell, truth, look, report } = given();
  const same = predict(100);
  const next = predict(100, { arrived: '2026-11-20T11:00:30Z', first: 100 });
  tell(truth([...same, ...next]));

  await look();

  expect(report()).toMatchObject({ predictions: { notFound: 0 }, versions: [{ rows: 200 }] });
});

test('only the hours that outcomes are about are read', async () => {
  const { predict, tell, truth, look, lake } = given();
  predict(10, { moment: '2026-11-20T08:00:00Z', first: 900 });
  predict(10, { moment: '2026-11-20T13:00:00Z', first: 800 });
  const told = predict(100);
  predict(10, { moment: '2026-11-20T15:00:00Z', first: 700 });
  tell(truth(told));

  await look();

  const read = lake.sent.filter(({ command }) => command === 'GetObject').map(({ input }) => input.Key);
  const hours = read.filter((key) => key.startsWith('predictions/')).map((key) => key.slice(-9, -7));
  // The last one says which version is in service.
  expect(hours).toEqual(['10', '15']);
});

test('an outcome whose prediction is not in the log is counted and keeps nobody from being judged', async () => {
  const { predict, tell, truth, look, report } = given();
  tell([...truth(predict(200)), outcome('2026112010-00000000-0000-4000-8000-000000000000')]);

  await look();

  expect(report()).toMatchObject({ verdict: 'holds', predictions: { notFound: 1 }, versions: [{ rows: 200 }] });
});

test('the newest outcome of a prediction counts, whichever comes first', async () => {
  const { predict, tell, truth, look, report } = given();
  const told = truth(predict(200));
  const corrected = told.map((each) => ({ ...each, actual: each.actual === 'yes' ? 'no' : 'yes' }));
  tell([...told.map((each) => ({ ...each, recordedAt: '2026-11-20T21:00:00.000Z' })), ...corrected]);

  await look();

  expect(report()).toMatchObject({ versions: [{ rows: 200, positives: 50, quality: { rocAuc: { value: 1 } } }] });
});

test('a customer who was asked about twice counts once, with the newer prediction', async () => {
  const { predict, tell, truth, look, report } = given();
  const older = predict(150, { moment: '2026-11-20T09:00:00Z', right: 0 });
  tell([...truth(older), ...truth(predict(150))]);

  await look();

  expect(report()).toMatchObject({ versions: [{ rows: 150, quality: { rocAuc: { value: 1 } } }] });
});

test('feedback alone is no outcome, and a value that the target cannot have is a bad line', async () => {
  const { predict, tell, truth, look, report } = given();
  const predictions = predict(202);
  const [first, second, ...others] = truth(predictions);
  tell([{ ...first, actual: undefined, feedback: 4 }, { ...second, actual: 'maybe' }, ...others]);

  await look();

  expect(report()).toMatchObject({ read: { lines: 202, badLines: 1, outcomes: 200 } });
});

test('too few outcomes wait for more, and nothing of them is lost', async () => {
  const { predict, tell, truth, look, signals, report } = given();
  const predictions = truth(predict(120));
  tell(predictions.slice(0, 60));

  await look();
  tell(predictions.slice(60), '2026-11-21T20:00:00Z');
  await look(SECOND);

  expect(signals()).toEqual([{ QualityMonitorRows: 60 }, { QualityMonitorRows: 120, ModelQuality: 0, NetValue: 1800 }]);
  expect([report().verdict, report(SECOND).verdict]).toEqual(['not-judged', 'holds']);
});

test('outcomes of one class alone wait for the other, in words', async () => {
  const { predict, tell, look, signals, report } = given();
  const predictions = predict(120);
  tell(predictions.map(({ inferenceId }) => outcome(inferenceId)));

  await look();
  tell(
    predictions
      .slice(0, 20)
      .map(({ inferenceId }) => outcome(inferenceId, { actual: 'yes', recordedAt: '2026-11-21T20:00:00.000Z' })),
    '2026-11-21T20:00:00Z',
  );
  await look(SECOND);

  expect(report().sentence).toContain('all 120 outcomes are negative');
  expect(signals()[0]).toEqual({ QualityMonitorRows: 120 });
  expect(report(SECOND)).toMatchObject({ versions: [{ rows: 120, positives: 20 }] });
});

test('outcomes of a version that was replaced are reported and alarm nobody', async () => {
  const { predict, tell, truth, look, signals, report } = given();
  const bad = predict(400, { right: 0.3 });
  predict(5, { moment: '2026-11-20T18:00:00Z', version: 2, first: 1000 });
  tell(truth(bad));

  await look();

  expect(signals()).toEqual([{ QualityMonitorRows: 0 }]);
  expect(report()).toMatchObject({
    verdict: 'not-judged',
    versions: [{ version: versionArn(1), inService: false, quality: { ratio: expect.any(Number) } }],
  });
  expect(report().versions[0].quality.ratio).toBeGreaterThan(1);
});

test('a broken line at the end of the prediction log does not hide which version is in service', async () => {
  const { predict, tell, truth, look, lake } = given();
  tell(truth(predict(200)));
  lake.put(`${ENV.PREDICTIONS_URI}/${logKey('2026-11-20T23:00:00Z')}`, 'no JSON\n');

  expect(await look()).toMatchObject({ verdict: 'holds' });
});

test('a look without an outcome reads no prediction and still beats', async () => {
  const { predict, look, signals, lake } = given();
  predict(200);

  await look();

  expect(signals()).toEqual([{ QualityMonitorRows: 0 }]);
  expect(lake.sent.filter(({ command }) => command === 'GetObject')).toEqual([]);
});

test('an outcomes log without a good line fails the look', async () => {
  const { look, lake } = given();
  lake.put(`${ENV.OUTCOMES_URI}/${logKey('2026-11-20T20:00:00Z')}`, 'no JSON\n');

  await expect(look()).rejects.toThrow('no line of 1 objects can be read');
});
