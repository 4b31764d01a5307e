import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { type Look, Reports } from '../../../../lambda/model-monitoring/shared/reports';
import { type Occasion, takeLook } from '../../../../lambda/model-monitoring/shared/take-look';
import { stubClient } from '../../stub-client';
import { givenLake } from '../fake-lake';

const REPORTS = 's3://lake/monitoring/parts';
const MORNING = { time: '2026-11-21T03:00:00Z', source: 'aws.events' };

function given({ publishFails = 0 } = {}) {
  const lake = givenLake();
  let failures = publishFails;
  const cloudWatch = stubClient(new CloudWatchClient({}), {
    PutMetricData: () => (failures-- > 0 ? new Error('throttled') : {}),
  });
  const occasions: Occasion[] = [];
  const measure = async (occasion: Occasion): Promise<Look> => {
    occasions.push(occasion);
    const signals = [{ name: 'Rows', value: occasions.length, unit: 'Count' as const }];
    return { time: occasion.time, watermark: `after look ${occasions.length}`, signals };
  };
  const look = (event: unknown = MORNING, how = measure) =>
    takeLook(
      event,
      new Reports(lake.s3, REPORTS, 'drift'),
      { cloudWatch: cloudWatch.client, namespace: 'tested' },
      how,
    );
  const published = () => cloudWatch.sent.map(({ input }) => input);
  return { lake, look, occasions, published };
}

test('the first look begins at the beginning, the next where the last one ended, whatever time has passed', async () => {
  const { look, occasions, lake } = given();

  await look();
  await look({ time: '2026-12-24T03:00:00Z' });

  expect(occasions).toEqual([
    { time: '2026-11-21T03:00:00Z', watermark: '' },
    { time: '2026-12-24T03:00:00Z', watermark: 'after look 1' },
  ]);
  expect(lake.json(`${REPORTS}/drift/2026-11-21T03:00:00Z.json`)).toMatchObject({ watermark: 'after look 1' });
});

test('what was found is published in one request, with its unit, after it is kept', async () => {
  const { look, published } = given();

  await look();

  expect(published()).toEqual([{ Namespace: 'tested', MetricData: [{ MetricName: 'Rows', Value: 1, Unit: 'Count' }] }]);
});

test('the same event twice is one judgement and the same report', async () => {
  const { look, occasions, published } = given();

  const [first, second] = [await look(), await look({ ...MORNING, time: '2026-11-21T03:00:00.000+00:00' })];

  expect(second).toEqual(first);
  expect(occasions).toHaveLength(1);
  expect(published()[1]).toEqual(published()[0]);
});

test('the same event twice at the same moment publishes one finding', async () => {
  const { look, published } = given();

  const [first, second] = await Promise.all([look(), look()]);

  expect(second).toEqual(first);
  expect(published()[1]).toEqual(published()[0]);
});

test('a finding that could not be published is published by the retry, which does not judge again', async () => {
  const { look, occasions, published } = given({ publishFails: 1 });

  await expect(look()).rejects.toThrow('throttled');
  await look();

  expect(occasions).toHaveLength(1);
  expect(published()).toHaveLength(2);
});

test('a look that fails keeps nothing: the next one begins where it had begun', async () => {
  const { look, occasions, published } = given();
  await look();

  await expect(
    look({ time: '2026-11-22T03:00:00Z' }, async () => {
      throw new Error('the log cannot be read');
    }),
  ).rejects.toThrow('the log cannot be read');
  await look({ time: '2026-11-23T03:00:00Z' });

  expect(occasions.map(({ watermark }) => watermark)).toEqual(['', 'after look 1']);
  expect(published()).toHaveLength(2);
});

test('a report that cannot be written publishes nothing', async () => {
  const { look, lake, published } = given();
  lake.fail('PutObject', /drift/);

  await expect(look()).rejects.toThrow('PutObject');
  expect(published()).toEqual([]);
});

test('an event older than the last report changes nothing: its rows are judged already', async () => {
  const { look, occasions, published } = given();
  await look();

  expect(await look({ time: '2026-11-20T03:00:00Z' })).toBeUndefined();
  expect(occasions).toHaveLength(1);
  expect(published()).toHaveLength(1);
});

test('only reports of this monitor count, and no page that stands beside them', async () => {
  const { look, occasions, lake } = given();
  lake.put(`${REPORTS}/quality/2026-11-22T03:00:00Z.json`, {});
  lake.put(`${REPORTS}/drift/2026-11-22T03:00:00Z.html`, '<html>');

  await look();

  expect(occasions).toHaveLength(1);
});

test.each([{}, { time: 'yesterday' }, { time: 7 }, null])('%j is no event of a schedule', async (event) => {
  const { look, occasions } = given();

  await expect(look(event)).rejects.toThrow();
  expect(occasions).toEqual([]);
});
