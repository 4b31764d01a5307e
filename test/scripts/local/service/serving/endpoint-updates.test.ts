import { RunningService, until } from '../running-service';
import { type endpointProperties, givenConfig, givenEndpoint, givenModel, serverless } from '../serving-fixtures';

jest.setTimeout(30_000);

let service: RunningService;

beforeEach(async () => {
  // Containers stay: were they to take the slots of jobs, one slot would not do for an update.
  service = await RunningService.start({ slots: 1 });
});

afterEach(() => service.close());

const describeEndpoint = async () => (await service.call('DescribeEndpoint', { EndpointName: 'scores' })).body;

const update = (oldProps: object, props: object) =>
  service.cfn('update', 'Endpoint', { physicalId: 'endpoint/scores', oldProps, props });

const statuses = () =>
  service.cloud.details('SageMaker Endpoint State Change').map(({ EndpointStatus }) => EndpointStatus);

const containers = async () => {
  const { running } = (await service.send('GET', '/local/jobs', {})).body;
  return running.filter(({ kind }: { kind: string }) => kind === 'endpoint');
};

const invoke = async (body = '1') => (await service.invoke('scores', body)).body;

/** All at once, a bake of about two seconds, an alarm that rolls back. */
const BAKE = {
  BlueGreenUpdatePolicy: {
    TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 0 },
    TerminationWaitInSeconds: 300,
  },
  AutoRollbackConfiguration: { Alarms: [{ AlarmName: 'errors' }] },
};

/** A quarter first, for about four seconds. */
const CANARY = {
  BlueGreenUpdatePolicy: {
    TrafficRoutingConfiguration: {
      Type: 'CANARY',
      CanarySize: { Type: 'CAPACITY_PERCENT', Value: 25 },
      WaitIntervalInSeconds: 600,
    },
  },
};

describe('an update', () => {
  let former: ReturnType<typeof endpointProperties>;

  beforeEach(async () => {
    former = await givenEndpoint(service, await givenModel(service));
  });

  /** Properties with a new configuration of that model. */
  const wanted = async (model: string, more: object = {}) => {
    const { EndpointConfigName } = await givenConfig(service, model);
    return { ...former, EndpointConfigName, ...more };
  };

  test('leaves no moment without an answer, and afterwards the new model answers', async () => {
    const props = await wanted(await givenModel(service, 'green'));
    let over = false;
    const answers = new Set<string>();
    const client = async () => {
      while (!over) answers.add(await invoke('slow'));
    };
    const clients = Promise.all(Array.from({ length: 4 }, client));

    expect((await update(former, props)).status).toBe(200);
    over = true;
    await clients;

    expect([...answers].filter((answer) => !/^(blue|green):slow$/.test(answer))).toEqual([]);
    expect(await invoke()).toBe('green:1');
    expect(await describeEndpoint()).toMatchObject({ EndpointConfigName: props.EndpointConfigName });
    expect(statuses()).toEqual(['CREATING', 'IN_SERVICE', 'UPDATING', 'IN_SERVICE']);
    expect(await containers()).toHaveLength(1);
  });

  test('to a container that crashes is called a success and leaves the former configuration in service', async () => {
    const props = await wanted(await givenModel(service, 'broken', "raise RuntimeError('broken')"));

    expect((await update(former, props)).status).toBe(200);

    const described = await describeEndpoint();
    expect(described).toMatchObject({ EndpointStatus: 'InService', EndpointConfigName: former.EndpointConfigName });
    expect(described.FailureReason).toBeUndefined();
    expect(await invoke()).toBe('blue:1');
    expect(await containers()).toHaveLength(1);
  });

  test('with an alarm on during the bake is rolled back', async () => {
    service.cloud.alarms.set('errors', 'OK');
    const props = await wanted(await givenModel(service, 'green'), { DeploymentConfig: BAKE });
    const change = update(former, props);
    await until(async () => ((await invoke()) === 'green:1' ? true : undefined));

    service.cloud.alarms.set('errors', 'ALARM');

    expect((await change).status).toBe(200);
    expect(await describeEndpoint()).toMatchObject({
      EndpointStatus: 'InService',
      EndpointConfigName: former.EndpointConfigName,
    });
    expect(await invoke()).toBe('blue:1');
    expect(statuses().slice(2)).toEqual(['UPDATING', 'ROLLING_BACK', 'IN_SERVICE']);
    expect(await containers()).toHaveLength(1);
  });

  test('with quiet alarms holds, whatever they have no data for', async () => {
    service.cloud.alarms.set('errors', 'INSUFFICIENT_DATA');

    await update(former, await wanted(await givenModel(service, 'green'), { DeploymentConfig: BAKE }));

    expect(await invoke()).toBe('green:1');
  });

  test('whose alarms nobody may see, or that are not there, does not hold', async () => {
    const props = await wanted(await givenModel(service, 'green'), { DeploymentConfig: BAKE });

    await update(former, props);

    expect(await invoke()).toBe('blue:1');
    expect(service.reports).toEqual([expect.stringContaining('alarms errors do not exist')]);
  });

  test('sends the canary’s share of the invocations to the new fleet first', async () => {
    const props = await wanted(await givenModel(service, 'green'), { DeploymentConfig: CANARY });
    const change = update(former, props);
    await until(async () => ((await invoke()) === 'green:1' ? true : undefined));

    const answers = await Promise.all(Array.from({ length: 12 }, () => invoke()));

    expect(answers.filter((answer) => answer === 'green:1')).toHaveLength(3);
    await change;
    expect(await Promise.all(Array.from({ length: 4 }, () => invoke()))).toEqual(Array(4).fill('green:1'));
  });

  test('to the configuration that runs changes nothing', async () => {
    await update({ ...former, EndpointConfigName: 'other' }, former);

    expect(statuses()).toEqual(['CREATING', 'IN_SERVICE']);
  });

  test('is refused once the configuration that runs was deleted', async () => {
    const props = await wanted(await givenModel(service, 'green'));
    await service.call('DeleteEndpointConfig', { EndpointConfigName: former.EndpointConfigName });

    const { status, body } = await update(former, props);

    expect([status, body.message]).toEqual([400, expect.stringContaining('Could not find endpoint configuration')]);
    expect(await invoke()).toBe('blue:1');
  });

  test('does not make a real-time endpoint serverless', async () => {
    const model = await service.provide('Model', {
      ExecutionRoleArn: 'role',
      PrimaryContainer: { Image: 'image', ModelDataUrl: 's3://models/blue.tar.gz' },
    });
    const config = await service.provide('EndpointConfig', serverless(model.attributes.ModelName));

    const { body } = await update(former, { ...former, EndpointConfigName: config.attributes.EndpointConfigName });

    expect(body.message).toContain('Cannot update a real-time endpoint to a serverless one');
  });
});
