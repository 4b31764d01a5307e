import { ROLE, RunningService } from '../running-service';
import {
  configProperties,
  ENVIRONMENT,
  givenConfig,
  givenModel,
  modelProperties,
  serverless,
} from '../serving-fixtures';

let service: RunningService;

beforeEach(async () => {
  service = await RunningService.start();
});

afterEach(() => service.close());

const create = (type: string, props: object) => service.cfn('create', type, { props });

const refusal = async (type: string, props: object): Promise<string> => {
  const { status, body } = await create(type, props);
  return status === 400 ? body.message : `${status}`;
};

/** A version in the registry, with the artifact of the model `blue`. */
async function givenVersion(status: string): Promise<string> {
  await givenModel(service);
  const Containers = [{ Image: 'image', ModelDataUrl: 's3://models/blue.tar.gz', Environment: { INHERITED: 'yes' } }];
  await service.provide('ModelPackageGroup', { ModelPackageGroupName: 'versions' });
  const registered = {
    ModelPackageGroupName: 'versions',
    ModelApprovalStatus: status,
    InferenceSpecification: { Containers, SupportedContentTypes: ['text/csv'] },
  };
  const { steps } = await service.run({ Steps: [{ Name: 'Register', Type: 'RegisterModel', Arguments: registered }] });
  return steps.Register.Metadata.RegisterModel.Arn;
}

test('an unnamed model gets a name of its logical id, its Ref is the ARN in lower case', async () => {
  const ModelName = await givenModel(service);

  expect(ModelName).toMatch(/^Logical-\w{12}$/);
  const second = await service.provide('Model', modelProperties('s3://models/blue.tar.gz'));
  expect(second.attributes.ModelName).not.toBe(ModelName);
  expect(second.physicalId).toBe(
    `arn:aws:sagemaker:us-east-1:111111111111:model/${second.attributes.ModelName.toLowerCase()}`,
  );
});

test.each([
  ['Model', (name: string) => modelProperties(`s3://models/${name}.tar.gz`), { EnableNetworkIsolation: false }],
  ['EndpointConfig', configProperties, { KmsKeyId: 'key' }],
])('a change of a %s makes another one, a change of its tags does not', async (type, properties, change) => {
  const name = await givenModel(service);
  const props = properties(type === 'Model' ? 'blue' : name);
  const { physicalId } = await service.provide(type, props);
  const update = async (more: object) => {
    const request = { physicalId, oldProps: props, props: { ...props, ...more } };
    return (await service.cfn('update', type, request)).body.physicalId;
  };

  expect(await update({ Tags: [{ Key: 'a', Value: 'b' }] })).toBe(physicalId);
  expect(await update(change)).not.toBe(physicalId);
  expect((await service.cfn('delete', type, { physicalId })).status).toBe(200);
});

describe('a model of a version', () => {
  const ofVersion = (ModelPackageName: string) => ({
    ExecutionRoleArn: ROLE,
    PrimaryContainer: { ModelPackageName, Environment: { MODEL_VERSION: ModelPackageName } },
  });

  test('is made when the version is approved', async () => {
    expect((await create('Model', ofVersion(await givenVersion('Approved')))).status).toBe(200);
  });

  test.each(['PendingManualApproval', 'Rejected'])('is refused when the version is %s', async (status) => {
    expect(await refusal('Model', ofVersion(await givenVersion(status)))).toContain(`it is ${status}, not Approved`);
  });

  test('is refused when there is no such version', async () => {
    const arn = 'arn:aws:sagemaker:us-east-1:111111111111:model-package/versions/7';

    expect(await refusal('Model', ofVersion(arn))).toContain('does not exist');
  });

  test('is refused when its own role may not read the artifact', async () => {
    const arn = await givenVersion('Approved');
    const actAs = jest.spyOn(service.cloud, 'actAs');
    jest.spyOn(service.cloud.store, 'read').mockRejectedValueOnce(new Error('AccessDenied'));

    expect(await refusal('Model', ofVersion(arn))).toContain(`Could not access model data at s3://models/blue.tar.gz`);
    expect(actAs).toHaveBeenCalledWith(ROLE);
  });

  test('takes the version’s environment, and its own over it', async () => {
    const arn = await givenVersion('Approved');
    const own = { ...ENVIRONMENT, MODEL_VERSION: arn };
    const PrimaryContainer = { ModelPackageName: arn, Environment: own };
    const { attributes } = await service.provide('Model', { ExecutionRoleArn: ROLE, PrimaryContainer });
    const { EndpointConfigName } = await givenConfig(service, attributes.ModelName);
    await service.provide('Endpoint', { EndpointName: 'scores', EndpointConfigName });

    const { body, headers } = await service.invoke('scores', 'environment');

    expect(body).toContain('INHERITED');
    expect(headers.get('content-type')).toBe('text/plain');
    expect((await service.invoke('scores', '1')).headers.get('x-amzn-sagemaker-custom-attributes')).toBe(arn);
  });
});

test.each([
  ['no container', { PrimaryContainer: undefined }, 'PrimaryContainer'],
  ['an image without an artifact', { PrimaryContainer: { Image: 'image' } }, 'Image and ModelDataUrl'],
  [
    'an artifact that is not there',
    { PrimaryContainer: { Image: 'i', ModelDataUrl: 's3://models/none' } },
    's3://models/none',
  ],
  ['a member that it does not have', { Surprise: 1 }, 'Surprise is unknown'],
])('a model with %s is refused', async (_what, change, reason) => {
  await givenModel(service);

  expect(await refusal('Model', modelProperties('s3://models/blue.tar.gz', change))).toContain(reason);
});

describe('an endpoint configuration', () => {
  let open: string;

  beforeEach(async () => {
    await givenModel(service);
    const props = modelProperties('s3://models/blue.tar.gz', { EnableNetworkIsolation: false });
    open = (await service.provide('Model', props)).attributes.ModelName;
  });

  const variant = (change: object) => {
    const { ProductionVariants } = configProperties(open);
    return { ProductionVariants: [{ ...ProductionVariants[0], ...change }] };
  };

  const CAPTURE = {
    InitialSamplingPercentage: 100,
    DestinationS3Uri: 's3://lake/captured',
    CaptureOptions: [{ CaptureMode: 'Input' }],
  };
  const capture = (change: object) => ({ ...variant({}), DataCaptureConfig: { ...CAPTURE, ...change } });

  test.each([
    ['a model that is not there', () => variant({ ModelName: 'none' }), 'Could not find model "none"'],
    ['the ARN of a model', () => variant({ ModelName: 'arn:aws:sagemaker:a:1:model/a' }), 'ModelName must satisfy'],
    ['no instance type', () => variant({ InstanceType: undefined }), 'InstanceType is missing'],
    ['no instances', () => variant({ InitialInstanceCount: 0 }), 'InitialInstanceCount must be at least 1'],
    ['a member that it does not have', () => variant({ Surprise: 1 }), 'Surprise is unknown'],
    [
      'two variants',
      () => ({ ProductionVariants: Array(2).fill(variant({}).ProductionVariants[0]) }),
      'one production',
    ],
    ['asynchronous answers', () => ({ ...variant({}), AsyncInferenceConfig: { OutputConfig: {} } }), 'AsyncInference'],
    ['more than everything captured', () => capture({ InitialSamplingPercentage: 101 }), 'from 0 to 100'],
    ['a side that there is not', () => capture({ CaptureOptions: [{ CaptureMode: 'Both' }] }), 'CaptureMode Both'],
    ['captures of no side', () => capture({ CaptureOptions: [] }), 'CaptureOptions must have one or two'],
    ['captures to nowhere', () => capture({ DestinationS3Uri: 'lake' }), 'DestinationS3Uri'],
    ['captures without options', () => capture({ CaptureOptions: undefined }), 'CaptureOptions'],
    [
      'a content type with a charset',
      () => capture({ CaptureContentTypeHeader: { CsvContentTypes: ['text/csv; charset=utf-8'] } }),
      'content types must be plain',
    ],
    [
      'instances and serverless',
      () => serverless(open, { InstanceType: 'ml.m5.large' }),
      'InstanceType is not supported',
    ],
    ['serverless and capture', () => ({ ...serverless(open), DataCaptureConfig: CAPTURE }), 'DataCaptureConfig is not'],
    ['too much concurrency', () => serverless(open, {}, 201), 'MaxConcurrency must be from 1 to 200'],
    [
      'a memory size between the steps',
      () => serverless(open, { ServerlessConfig: { MemorySizeInMB: 1500, MaxConcurrency: 1 } }),
      'MemorySizeInMB must be one of 1024,2048',
    ],
  ])('with %s is refused', async (_what, properties, reason) => {
    expect(await refusal('EndpointConfig', properties())).toContain(reason);
  });

  test('that is serverless takes no model with an isolated network', async () => {
    const isolated = (await service.provide('Model', modelProperties('s3://models/blue.tar.gz'))).attributes.ModelName;

    expect(await refusal('EndpointConfig', serverless(isolated))).toContain('network isolation');
    expect((await create('EndpointConfig', serverless(open))).status).toBe(200);
  });

  test('is described as it was made, listed newest first, and carries its tags', async () => {
    const Tags = [{ Key: 'ml:phase', Value: 'serving' }];
    const first = await service.provide('EndpointConfig', { ...variant({}), Tags });
    const second = await service.provide('EndpointConfig', variant({}));

    const { EndpointConfigName } = first.attributes;
    const described = (await service.call('DescribeEndpointConfig', { EndpointConfigName })).body;
    expect(described).toMatchObject({ EndpointConfigName, EndpointConfigArn: first.physicalId, ...variant({}) });
    const { EndpointConfigs } = (await service.call('ListEndpointConfigs', {})).body;
    expect(EndpointConfigs.map((one: { EndpointConfigArn: string }) => one.EndpointConfigArn)).toEqual([
      second.physicalId,
      first.physicalId,
    ]);
    expect((await service.call('ListTags', { ResourceArn: first.physicalId })).body.Tags).toEqual([
      ...Tags,
      { Key: 'aws:cloudformation:stack-name', Value: 'stack' },
      { Key: 'aws:cloudformation:logical-id', Value: 'Logical' },
    ]);
  });

  test('is gone when it is deleted', async () => {
    const { EndpointConfigName } = await givenConfig(service, open);

    expect((await service.call('DeleteEndpointConfig', { EndpointConfigName })).status).toBe(200);

    expect((await service.call('DescribeEndpointConfig', { EndpointConfigName })).body.message).toBe(
      `Could not find endpoint configuration "${EndpointConfigName}".`,
    );
  });
});

describe('an endpoint', () => {
  test.each([
    ['without a name', { EndpointName: undefined }, 'EndpointName is missing'],
    [
      'with the ARN of a configuration',
      { EndpointConfigName: 'arn:aws:sagemaker:a:1:endpoint-config/a' },
      'must satisfy',
    ],
    ['with a configuration that is not there', { EndpointConfigName: 'none' }, 'Could not find endpoint configuration'],
    ['with a member that it does not have', { Surprise: 1 }, 'Surprise is unknown'],
  ])('%s is refused', async (_what, change, reason) => {
    const { EndpointConfigName } = await givenConfig(service, await givenModel(service));

    expect(await refusal('Endpoint', { EndpointName: 'scores', EndpointConfigName, ...change })).toContain(reason);
  });

  test.each([
    [
      { RollingUpdatePolicy: { MaximumBatchSize: { Type: 'INSTANCE_COUNT', Value: 1 }, WaitIntervalInSeconds: 1 } },
      'Rolling',
    ],
    [
      { BlueGreenUpdatePolicy: { TrafficRoutingConfiguration: { Type: 'LINEAR', WaitIntervalInSeconds: 1 } } },
      'LINEAR',
    ],
    [
      {
        BlueGreenUpdatePolicy: {
          TrafficRoutingConfiguration: {
            Type: 'CANARY',
            CanarySize: { Type: 'INSTANCE_COUNT', Value: 1 },
            WaitIntervalInSeconds: 1,
          },
        },
      },
      'at most 50 percent of the 1 instances',
    ],
  ])('with the deployment %j is refused', async (DeploymentConfig, reason) => {
    const { EndpointConfigName } = await givenConfig(service, await givenModel(service));
    const props = { EndpointName: 'scores', EndpointConfigName, DeploymentConfig };

    expect(await refusal('Endpoint', props)).toContain(reason);
  });
});
