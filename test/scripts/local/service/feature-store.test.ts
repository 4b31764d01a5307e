import { ROLE, RunningService } from './running-service';

let service: RunningService;

beforeEach(async () => {
  service = await RunningService.start();
  await service.cfn('create', 'FeatureGroup', { props: GROUP });
});

afterEach(() => service.close());

const feature = (FeatureName: string, FeatureType: string) => ({ FeatureName, FeatureType });

const GROUP = {
  FeatureGroupName: 'My-customers',
  RecordIdentifierFeatureName: 'id',
  EventTimeFeatureName: 'time',
  FeatureDefinitions: [
    feature('id', 'String'),
    feature('time', 'String'),
    feature('calls', 'Integral'),
    feature('fee', 'Fractional'),
  ],
  OnlineStoreConfig: { EnableOnlineStore: true },
  OfflineStoreConfig: { S3StorageConfig: { S3Uri: 's3://lake/features' } },
  RoleArn: ROLE,
};

const record = (values: Readonly<Record<string, string>>) =>
  Object.entries({ id: 'a', time: '2026-11-20T10:00:00Z', ...values }).map(([FeatureName, ValueAsString]) => ({
    FeatureName,
    ValueAsString,
  }));

const write = (...records: readonly Readonly<Record<string, string>>[]) =>
  service.runtime('POST', '/BatchWriteRecord', {
    Entries: records.map((values) => ({ FeatureGroupName: 'My-customers', Record: record(values) })),
  });

const read = (id: string, query = '') =>
  service.runtime('GET', `/FeatureGroup/My-customers?RecordIdentifierValueAsString=${id}${query}`);

test('the newest event time wins, whenever it was written', async () => {
  await write({ time: '2026-11-20T10:00:00Z', calls: '1' });
  await write({ time: '2026-11-21T10:00:00Z', calls: '2' });
  await write({ time: '2026-11-19T10:00:00Z', calls: '3' });

  expect((await read('a', '&FeatureName=calls')).body).toEqual({
    Record: [{ FeatureName: 'calls', ValueAsString: '2' }],
  });
});

test('an unknown id has no record, an unknown group is not found', async () => {
  const unknown = await service.runtime('GET', '/FeatureGroup/other?RecordIdentifierValueAsString=a');

  expect([(await read('nobody')).status, (await read('nobody')).body]).toEqual([200, {}]);
  expect([unknown.status, unknown.errorType]).toEqual([404, 'ResourceNotFound']);
});

test('many ids at once: those without a record are left out, a group that is not there is an error of its ids', async () => {
  await write({ calls: '1' }, { id: 'b', calls: '2' });

  const { status, body } = await service.runtime('POST', '/BatchGetRecord', {
    Identifiers: [
      {
        FeatureGroupName: 'My-customers',
        RecordIdentifiersValueAsString: ['b', 'nobody', 'a'],
        FeatureNames: ['id', 'calls'],
      },
      { FeatureGroupName: 'other', RecordIdentifiersValueAsString: ['a'] },
    ],
  });

  const found = (id: string, calls: string) => ({
    FeatureGroupName: 'My-customers',
    RecordIdentifierValueAsString: id,
    Record: [
      { FeatureName: 'id', ValueAsString: id },
      { FeatureName: 'calls', ValueAsString: calls },
    ],
  });
  const error = { FeatureGroupName: 'other', RecordIdentifierValueAsString: 'a', ErrorCode: 'ResourceNotFound' };
  expect([status, body]).toEqual([
    200,
    {
      Records: [found('b', '2'), found('a', '1')],
      Errors: [{ ...error, ErrorMessage: expect.stringContaining('other does not exist') }],
      UnprocessedIdentifiers: [],
    },
  ]);
});

test.each([
  ['an unknown feature', { age: '5' }, 'age'],
  ['a fraction for a whole number', { calls: '1.5' }, 'calls'],
  ['more than 64 bits', { calls: '9223372036854775808' }, 'calls'],
  ['text for a number', { fee: 'much' }, 'fee'],
  ['an empty record id', { id: '' }, 'id'],
  ['an event time with an offset', { time: '2026-11-20T10:00:00+01:00' }, 'EventTime'],
])('a record with %s comes back with the reason, the others are taken', async (_what, values, named) => {
  const { status, body } = await write(values, { id: 'b' });

  expect(status).toBe(200);
  const entry = expect.objectContaining({ FeatureGroupName: 'My-customers', Record: record(values) });
  const ErrorMessage = expect.stringContaining(named);
  expect(body).toEqual({
    Errors: [{ Entry: entry, ErrorCode: 'ValidationError', ErrorMessage }],
    UnprocessedEntries: [],
  });
  expect((await read('b')).body.Record).toHaveLength(2);
});

test('a request takes 25 records and no more', async () => {
  const { status, errorType } = await write(...Array.from({ length: 26 }, (_, index) => ({ id: `${index}` })));

  expect([status, errorType]).toEqual([400, 'ValidationError']);
});

test('all that was written stays offline, typed and by the hour of its event', async () => {
  await write({ calls: '1', fee: '2.5' }, { time: '2026-11-19T23:59:59.500Z', calls: '2' });

  await service.cfn('delete', 'FeatureGroup', { physicalId: 'My-customers' });

  const keys = service.cloud.store.keys.filter((key) => key.startsWith('lake/features/'));
  expect(keys).toEqual([
    expect.stringMatching(OFFLINE('2026', '11', '19', '23', '20261119T235959Z')),
    expect.stringMatching(OFFLINE('2026', '11', '20', '10', '20261120T100000Z')),
  ]);
  const row = JSON.parse(service.cloud.store.text(keys[1] ?? ''));
  expect(row).toMatchObject({ id: 'a', calls: 1, fee: 2.5, is_deleted: false, write_time: expect.any(String) });
});

const OFFLINE = (year: string, month: string, day: string, hour: string, latest: string): RegExp => {
  const folder = 'lake/features/111111111111/sagemaker/us-east-1/offline-store/My-customers-\\d+/data';
  return new RegExp(`^${folder}/year=${year}/month=${month}/day=${day}/hour=${hour}/${latest}_\\w{16}\\.jsonl$`);
};

test('a new group has a table in the catalog that points at its data', async () => {
  const { body } = await service.call('DescribeFeatureGroup', { FeatureGroupName: 'My-customers' });

  const { S3StorageConfig, DataCatalogConfig } = body.OfflineStoreConfig;
  expect(service.cloud.tables).toEqual([
    {
      database: 'sagemaker_featurestore',
      table: DataCatalogConfig.TableName,
      location: S3StorageConfig.ResolvedOutputS3Uri,
      columns: expect.objectContaining({ id: 'string', calls: 'bigint', fee: 'double', write_time: 'timestamp' }),
    },
  ]);
  expect(DataCatalogConfig.TableName).toMatch(/^my_customers_\d+$/);
});

test('an expired record is not there any more', async () => {
  const OnlineStoreConfig = { EnableOnlineStore: true, TtlDuration: { Unit: 'Hours', Value: 1 } };
  const props = { ...GROUP, OnlineStoreConfig };
  const updated = await service.cfn('update', 'FeatureGroup', { physicalId: 'My-customers', oldProps: GROUP, props });
  await write({ id: 'old' }, { id: 'new', time: `${new Date().toISOString().slice(0, 19)}Z` });

  expect(updated.status).toBe(200);
  expect((await read('old')).body).toEqual({});
  expect((await read('new')).body.Record).toHaveLength(2);
});
