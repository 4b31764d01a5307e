import { ROLE, RunningService } from '../running-service';
import { givenEndpoint, givenModel } from '../serving-fixtures';

jest.setTimeout(30_000);

let service: RunningService;

const EndpointInput = { EndpointName: 'scores', LocalPath: '/opt/ml/processing/input/endpoint' };
const MonitoringOutputs = [{ S3Output: { S3Uri: 's3://lake/reports', LocalPath: '/opt/ml/processing/output' } }];
const CONSTRAINTS = { ConstraintsResource: { S3Uri: 's3://lake/constraints.json' } };

const definition = (kind: string, specification: object, input: object = {}, more: object = {}) => ({
  [`${kind}AppSpecification`]: { ImageUri: 'image', ...specification },
  [`${kind}JobInput`]: { EndpointInput: { ...EndpointInput, ...input }, ...more },
  [`${kind}JobOutputConfig`]: { MonitoringOutputs },
  [`${kind}BaselineConfig`]: CONSTRAINTS,
  JobResources: { ClusterConfig: { InstanceCount: 1, InstanceType: 'ml.m5.large', VolumeSizeInGB: 20 } },
  RoleArn: ROLE,
});

const truth = { GroundTruthS3Input: { S3Uri: 's3://lake/truth' } };
/** The threshold is a number that a template takes from a parameter, and so as text. */
const score = { ProbabilityAttribute: '0', ProbabilityThresholdAttribute: '0.31' };

const DEFINITIONS: readonly (readonly [string, object])[] = [
  ['DataQuality', definition('DataQuality', {})],
  ['ModelQuality', definition('ModelQuality', { ProblemType: 'BinaryClassification' }, score, truth)],
  ['ModelBias', definition('ModelBias', { ConfigUri: 's3://lake/bias.json' }, {}, truth)],
  ['ModelExplainability', definition('ModelExplainability', { ConfigUri: 's3://lake/explain.json' })],
];

const schedule = (arn: string, type: string, change: object = {}) => ({
  MonitoringScheduleName: `scores-${type.toLowerCase()}`,
  MonitoringScheduleConfig: {
    ScheduleConfig: { ScheduleExpression: 'cron(0 3 ? * * *)' },
    MonitoringJobDefinitionName: arn.split('/')[1],
    MonitoringType: type,
    ...change,
  },
});

const CAPTURE = {
  InitialSamplingPercentage: 100,
  DestinationS3Uri: 's3://lake/captured',
  CaptureOptions: [{ CaptureMode: 'Input' }],
};

const watchedEndpoint = async () => givenEndpoint(service, await givenModel(service), { DataCaptureConfig: CAPTURE });

afterEach(() => service.close());

test.each([
  ...DEFINITIONS.map(([kind, props]) => [`${kind}JobDefinition`, props] as const),
  ['MonitoringSchedule', schedule('a/b', 'DataQuality')] as const,
])('a new account is refused a %s in the shape of AWS', async (type, props) => {
  service = await RunningService.start();

  const { status, errorType, body } = await service.cfn('create', type, { props });

  expect([status, errorType]).toEqual([400, 'AccessDeniedException']);
  expect(body.message).toContain('no longer open to new customers');
});

describe('an existing account', () => {
  beforeEach(async () => {
    service = await RunningService.start({ account: 'existing' });
  });

  const defined = async (kind: string) => {
    const [, props = {}] = DEFINITIONS.find(([one]) => one === kind) ?? [];
    return (await service.provide(`${kind}JobDefinition`, props)).physicalId;
  };

  test.each(DEFINITIONS)('has a schedule of %s with its definition', async (kind, props) => {
    await watchedEndpoint();
    const { physicalId, attributes } = await service.provide(`${kind}JobDefinition`, props);

    expect(physicalId).toMatch(/^arn:aws:sagemaker:us-east-1:111111111111:[a-z-]+-job-definition\/logical-\w{12}$/);
    expect(attributes).toEqual({ JobDefinitionArn: physicalId, CreationTime: expect.any(String) });
    const made = await service.provide('MonitoringSchedule', schedule(physicalId, kind));
    expect(made.physicalId).toBe(
      `arn:aws:sagemaker:us-east-1:111111111111:monitoring-schedule/scores-${kind.toLowerCase()}`,
    );
    expect(made.attributes).toMatchObject({ MonitoringScheduleArn: made.physicalId });
  });

  test('moves a schedule to another definition in place', async () => {
    await watchedEndpoint();
    const oldProps = schedule(await defined('DataQuality'), 'DataQuality');
    const { physicalId } = await service.provide('MonitoringSchedule', oldProps);
    const props = schedule(await defined('DataQuality'), 'DataQuality');

    const updated = await service.cfn('update', 'MonitoringSchedule', { physicalId, oldProps, props });

    expect([updated.status, updated.body.physicalId]).toEqual([200, physicalId]);
  });

  test('cannot delete an endpoint while a schedule watches it', async () => {
    await watchedEndpoint();
    const { physicalId } = await service.provide(
      'MonitoringSchedule',
      schedule(await defined('DataQuality'), 'DataQuality'),
    );
    const remove = () => service.cfn('delete', 'Endpoint', { physicalId: 'endpoint/scores' });

    expect((await remove()).body.message).toContain('monitoring schedules: scores-dataquality');
    expect((await service.cfn('delete', 'MonitoringSchedule', { physicalId })).status).toBe(200);
    expect((await remove()).status).toBe(200);
  });

  test.each([
    [
      'a definition of another type',
      async () => schedule(await defined('DataQuality'), 'ModelBias'),
      'Could not find ModelBias',
    ],
    [
      'an expression that is not taken',
      async () =>
        schedule(await defined('DataQuality'), 'DataQuality', {
          ScheduleConfig: { ScheduleExpression: 'cron(30 3 ? * * *)' },
        }),
      'cron(30 3 ? * * *)',
    ],
    [
      'a definition in itself',
      async () => schedule('', 'DataQuality', { MonitoringJobDefinitionName: undefined }),
      'MonitoringJobDefinitionName',
    ],
    [
      'a member that it does not have',
      async () => ({ ...schedule('a/b', 'DataQuality'), Surprise: 1 }),
      'Surprise is unknown',
    ],
  ])('is refused a schedule with %s', async (_what, props, reason) => {
    await watchedEndpoint();

    const { status, body } = await service.cfn('create', 'MonitoringSchedule', { props: await props() });

    expect([status, body.message]).toEqual([400, expect.stringContaining(reason)]);
  });

  test.each([
    [
      'without data capture',
      async () => void (await givenEndpoint(service, await givenModel(service))),
      'no data capture',
    ],
    ['that is not there', async () => {}, 'Could not find endpoint "scores"'],
  ])('is refused a schedule over an endpoint %s', async (_what, given, reason) => {
    await given();

    const { body } = await service.cfn('create', 'MonitoringSchedule', {
      props: schedule(await defined('DataQuality'), 'DataQuality'),
    });

    expect(body.message).toContain(reason);
  });

  test('is refused a definition without its required members', async () => {
    const [, props = {}] = DEFINITIONS[1] ?? [];

    const { body } = await service.cfn('create', 'ModelQualityJobDefinition', {
      props: { ...props, RoleArn: undefined },
    });

    expect(body.message).toMatch(/RoleArn/);
  });
});
