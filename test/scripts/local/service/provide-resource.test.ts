import { ROLE, RunningService } from './running-service';

let service: RunningService;

beforeEach(async () => {
  service = await RunningService.start();
});

afterEach(() => service.close());

const feature = (FeatureName: string) => ({ FeatureName, FeatureType: 'String' });

const GROUP = {
  FeatureGroupName: 'customers',
  RecordIdentifierFeatureName: 'id',
  EventTimeFeatureName: 'time',
  FeatureDefinitions: [feature('id'), feature('time')],
  OnlineStoreConfig: { EnableOnlineStore: true },
};

const STEPS = [{ Name: 'A', Type: 'Lambda', FunctionArn: 'wait', Arguments: {} }];

const definition = (more: object = {}) => ({
  PipelineDefinitionBody: JSON.stringify({ Version: '2020-12-01', Steps: STEPS, ...more }),
});

const PIPELINE = { PipelineName: 'training', PipelineDefinition: definition(), RoleArn: ROLE };

const VERSIONS = { ModelPackageGroupName: 'versions', ModelPackageGroupDescription: 'all' };

const VERSIONS_ARN = 'arn:aws:sagemaker:us-east-1:111111111111:model-package-group/versions';

test.each([
  ['FeatureGroup', GROUP, 'customers', { FeatureGroupStatus: 'Created', CreationTime: expect.any(String) }],
  ['Pipeline', PIPELINE, 'training', {}],
  [
    'ModelPackageGroup',
    VERSIONS,
    VERSIONS_ARN,
    { ModelPackageGroupArn: VERSIONS_ARN, ModelPackageGroupStatus: 'Completed', CreationTime: expect.any(String) },
  ],
])('%s has the Ref and the attributes of CloudFormation', async (type, props, physicalId, attributes) => {
  expect((await service.cfn('create', type, { props })).body).toEqual({ physicalId, attributes });
});

describe.each([
  ['FeatureGroup', GROUP, 'FeatureGroupName'],
  ['Pipeline', PIPELINE, 'PipelineName'],
  ['ModelPackageGroup', VERSIONS, 'ModelPackageGroupName'],
])('%s', (type, props, name) => {
  test('is refused with a property that the type does not have', async () => {
    const { status, body } = await service.cfn('create', type, { props: { ...props, Surprise: 1 } });

    expect([status, body.message]).toEqual([400, expect.stringContaining('Surprise is unknown')]);
  });

  test.each(Object.keys(props).filter((key) => !/Description|Config/.test(key)))(
    'is refused without %s',
    async (key) => {
      const { status, body } = await service.cfn('create', type, { props: { ...props, [key]: undefined } });

      expect([status, body.message]).toEqual([400, expect.stringMatching(/missing/)]);
    },
  );

  test('is refused with a name that AWS does not take', async () => {
    const { status, body } = await service.cfn('create', type, { props: { ...props, [name]: 'no name' } });

    expect([status, body.message]).toEqual([400, expect.stringContaining('no name')]);
  });

  test('is refused when its name is taken', async () => {
    await service.cfn('create', type, { props });

    expect((await service.cfn('create', type, { props })).body.message).toContain('already exists');
  });

  test('under another name is another resource, and the old one is there until it is deleted', async () => {
    const { physicalId } = (await service.cfn('create', type, { props })).body;

    const update = { physicalId, oldProps: props, props: { ...props, [name]: 'other' } };
    const replaced = (await service.cfn('update', type, update)).body;

    expect(replaced.physicalId).toBe(physicalId.replace(/[^/]+$/, 'other'));
    expect((await service.cfn('create', type, { props })).status).toBe(400);
    await service.cfn('delete', type, { physicalId });
    expect((await service.cfn('create', type, { props })).status).toBe(200);
  });

  test('that is gone can be deleted again', async () => {
    const { physicalId } = (await service.cfn('create', type, { props })).body;

    await service.cfn('delete', type, { physicalId });

    expect((await service.cfn('delete', type, { physicalId })).status).toBe(200);
  });
});

test.each([
  ['FeatureGroup', GROUP, { RecordIdentifierFeatureName: 'time' }],
  ['FeatureGroup', GROUP, { OnlineStoreConfig: { EnableOnlineStore: true, StorageType: 'InMemory' } }],
  ['FeatureGroup', GROUP, { Tags: [{ Key: 'a', Value: 'b' }] }],
  ['ModelPackageGroup', VERSIONS, { ModelPackageGroupDescription: 'other' }],
])('%s of a fixed name cannot be replaced by a change of what is fixed', async (type, props, change) => {
  const { physicalId } = (await service.cfn('create', type, { props })).body;

  const { status, body } = await service.cfn('update', type, {
    physicalId,
    oldProps: props,
    props: { ...props, ...change },
  });

  expect([status, body.message]).toEqual([400, expect.stringContaining('custom-named resource requires replacing')]);
});

test('a feature can be added in place, and none can be taken away', async () => {
  await service.cfn('create', 'FeatureGroup', { props: GROUP });
  const more = { ...GROUP, FeatureDefinitions: [...GROUP.FeatureDefinitions, feature('fee')] };
  const update = (oldProps: object, props: object) =>
    service.cfn('update', 'FeatureGroup', { physicalId: 'customers', oldProps, props });

  expect((await update(GROUP, more)).status).toBe(200);
  expect(
    (await service.call('DescribeFeatureGroup', { FeatureGroupName: 'customers' })).body.FeatureDefinitions,
  ).toHaveLength(3);
  expect((await update(more, GROUP)).body.message).toContain('fee');
});

test.each([
  ['no store at all', { OnlineStoreConfig: undefined }, 'a store is needed'],
  ['an offline store without a role', { OfflineStoreConfig: { S3StorageConfig: { S3Uri: 's3://a' } } }, 'RoleArn'],
  ['a record id that is no feature', { RecordIdentifierFeatureName: 'nothing' }, 'must be in FeatureDefinitions'],
  ['a reserved name', { FeatureDefinitions: [...GROUP.FeatureDefinitions, feature('write_time')] }, 'reserved'],
])('a feature group with %s is refused', async (_what, change, reason) => {
  const { status, body } = await service.cfn('create', 'FeatureGroup', { props: { ...GROUP, ...change } });

  expect([status, body.message]).toEqual([400, expect.stringContaining(reason)]);
});

test('a changed definition is what the next execution runs', async () => {
  await service.cfn('create', 'Pipeline', { props: PIPELINE });
  const Parameters = [{ Name: 'Cause', Type: 'String', DefaultValue: 'hand' }];
  const props = { ...PIPELINE, PipelineDefinition: definition({ Parameters }) };

  const updated = await service.cfn('update', 'Pipeline', { physicalId: 'training', oldProps: PIPELINE, props });

  expect(updated.body.physicalId).toBe('training');
  const { body } = await service.call('DescribePipeline', { PipelineName: 'training' });
  expect(JSON.parse(body.PipelineDefinition).Parameters).toEqual(Parameters);
});

test('a pipeline that runs cannot be deleted', async () => {
  service.cloud.functions.set('wait', () => new Promise(() => {}));
  await service.cfn('create', 'Pipeline', { props: PIPELINE });
  await service.givenExecution('training');

  const { status, body } = await service.cfn('delete', 'Pipeline', { physicalId: 'training' });

  expect([status, body.message]).toEqual([400, expect.stringContaining('cannot be deleted')]);
});

test('a type that does not run here is refused', async () => {
  const { body } = await service.cfn('create', 'NotebookInstance', { props: {} });

  expect(body.message).toContain('AWS::SageMaker::NotebookInstance');
});
