import { RunningService, until } from '../running-service';
import {
  ENVIRONMENT,
  endpointProperties,
  givenConfig,
  givenEndpoint,
  givenModel,
  serverless,
} from '../serving-fixtures';

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

const remove = () => service.cfn('delete', 'Endpoint', { physicalId: 'endpoint/scores' });

const statuses = () =>
  service.cloud.details('SageMaker Endpoint State Change').map(({ EndpointStatus }) => EndpointStatus);

const containers = async () => {
  const { running } = (await service.send('GET', '/local/jobs', {})).body;
  return running.filter(({ kind }: { kind: string }) => kind === 'endpoint');
};

const invoke = async (body = '1') => (await service.invoke('scores', body)).body;

describe('an endpoint', () => {
  test('answers what the container answers, and names variant and attributes', async () => {
    await givenEndpoint(service, await givenModel(service));

    const { status, body, headers } = await service.invoke('scores', '1,2');

    expect([status, body, headers.get('content-type')]).toEqual([200, 'blue:1,2', 'text/csv']);
    expect(headers.get('x-amzn-invoked-production-variant')).toBe('main');
    expect(headers.get('x-amzn-sagemaker-custom-attributes')).toBe('version 1');
    expect(await describeEndpoint()).toMatchObject({
      EndpointStatus: 'InService',
      ProductionVariants: [{ VariantName: 'main', CurrentInstanceCount: 1, DesiredInstanceCount: 1, CurrentWeight: 1 }],
    });
    expect(statuses()).toEqual(['CREATING', 'IN_SERVICE']);
  });

  test('takes and gives bytes as they are', async () => {
    await givenEndpoint(service, await givenModel(service));
    const bytes = Buffer.from([0, 255, 128, 10, 13, 0xc3]);
    const headers = { 'content-type': 'application/octet-stream' };

    const url = `${service.service.url}/endpoints/scores/invocations`;
    const answer = await fetch(url, { method: 'POST', headers, body: bytes });

    expect([...Buffer.from(await answer.arrayBuffer())]).toEqual([...bytes].reverse());
  });

  test('of an isolated model has neither credentials nor a network address', async () => {
    await givenEndpoint(service, await givenModel(service));

    expect(await invoke('environment')).not.toMatch(/AWS_/);
  });

  test('answers a burst of a hundred requests, each with its own answer', async () => {
    await givenEndpoint(service, await givenModel(service));

    const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => invoke(String(index))));

    expect(answers).toEqual(Array.from({ length: 100 }, (_, index) => `blue:${index}`));
  });

  test.each([
    ['refuse', 400, 'client error (400)', 'not this'],
    ['raise', 500, 'server error (500)', 'Internal Server Error'],
  ])('turns the container’s refusal (%s) into ModelError', async (body, original, words, said) => {
    await givenEndpoint(service, await givenModel(service));

    const answer = await service.invoke('scores', body);

    expect([answer.status, answer.errorType]).toEqual([424, 'ModelError']);
    expect(JSON.parse(answer.body)).toMatchObject({
      OriginalStatusCode: original,
      OriginalMessage: expect.stringContaining(said),
      Message: expect.stringContaining(`Received ${words} from primary with message`),
      LogStreamArn: 'arn:aws:logs:us-east-1:111111111111:log-group:/aws/sagemaker/Endpoints/scores',
    });
  });

  test('whose container is gone answers with a ModelError, too', async () => {
    await givenEndpoint(service, await givenModel(service));
    const [{ pid }] = await containers();
    process.kill(pid, 'SIGKILL');
    await until(async () => ((await containers()).length === 0 ? true : undefined));

    const answer = await service.invoke('scores', '1');

    expect([answer.status, JSON.parse(answer.body).OriginalStatusCode]).toEqual([424, 0]);
  });

  test('that is not there is said not to be found in the words of AWS', async () => {
    const { status, errorType, body } = await service.invoke('none', '1');

    expect([status, errorType]).toEqual([400, 'ValidationError']);
    expect(JSON.parse(body).message).toBe('Endpoint none of account 111111111111 not found.');
    expect((await service.call('DescribeEndpoint', { EndpointName: 'none' })).body.message).toBe(
      'Could not find endpoint "none".',
    );
  });

  test('has no other variant than its own', async () => {
    await givenEndpoint(service, await givenModel(service));

    const { errorType, body } = await service.invoke('scores', '1', { 'x-amzn-sagemaker-target-variant': 'other' });

    expect([errorType, JSON.parse(body).message]).toEqual(['ValidationError', expect.stringContaining('other')]);
  });

  test('has its signals published for each invocation', async () => {
    await givenEndpoint(service, await givenModel(service));

    for (const body of ['1', 'refuse', 'raise']) await service.invoke('scores', body);

    await until(async () => (service.cloud.measured.length > 0 ? true : undefined));
    const measured = Object.fromEntries(service.cloud.measured);
    expect(measured).toMatchObject({
      Invocations: [1, 1, 1],
      Invocation4XXErrors: [0, 1, 0],
      Invocation5XXErrors: [0, 0, 1],
    });
    expect(service.cloud.signals[0]?.[1]).toEqual(['scores', 'main']);
    // Microseconds: an answer from the same machine takes more than 100 of them, and less than a second.
    for (const latency of measured.ModelLatency ?? []) expect(latency).toBeGreaterThan(100);
    for (const latency of measured.ModelLatency ?? []) expect(latency).toBeLessThan(1e6);
    for (const overhead of measured.OverheadLatency ?? []) expect(overhead).toBeGreaterThanOrEqual(0);
  });

  test.each([
    ['does not start', "raise RuntimeError('broken')"],
    ['has no model', "def model_fn(model_dir):\n    raise RuntimeError('broken')\ndef transform_fn(*any): pass"],
  ])('whose container %s fails, and the name is free again', async (_what, inference) => {
    const { EndpointConfigName } = await givenConfig(service, await givenModel(service, 'broken', inference));

    const { status, body } = await service.cfn('create', 'Endpoint', { props: endpointProperties(EndpointConfigName) });

    expect([status, body.message]).toEqual([400, expect.stringContaining('did not pass the ping health check')]);
    expect(statuses()).toEqual(['CREATING', 'FAILED']);
    expect(await containers()).toEqual([]);
    await givenEndpoint(service, await givenModel(service));
  });

  test('that is deleted leaves no process', async () => {
    await givenEndpoint(service, await givenModel(service));

    expect((await remove()).status).toBe(200);

    expect(await containers()).toEqual([]);
    expect((await service.invoke('scores', '1')).errorType).toBe('ValidationError');
    expect((await remove()).status).toBe(200);
  });

  test('that is being created or updated cannot be deleted', async () => {
    const blue = await givenModel(service);
    const creation = givenEndpoint(service, blue);
    await until(async () => (statuses().includes('CREATING') ? true : undefined));
    expect((await remove()).body.message).toContain('Cannot update in-progress endpoint');
    expect((await service.invoke('scores', '1')).errorType).toBe('ValidationError');
    const props = await creation;
    const { EndpointConfigName } = await givenConfig(service, blue);
    const change = update(props, { ...props, EndpointConfigName });
    await until(async () => (statuses().includes('UPDATING') ? true : undefined));
    expect((await remove()).body.message).toContain('Cannot update in-progress endpoint');
    await change;
  });

  test('closing the service ends its container', async () => {
    await givenEndpoint(service, await givenModel(service));
    const [{ pid }] = await containers();

    await service.close();

    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});

test('a serverless endpoint answers as many requests at once as it may, and no more', async () => {
  await givenModel(service);
  const model = await service.provide('Model', {
    ExecutionRoleArn: 'role',
    PrimaryContainer: { Image: 'image', ModelDataUrl: 's3://models/blue.tar.gz', Environment: ENVIRONMENT },
  });
  const config = await service.provide('EndpointConfig', serverless(model.attributes.ModelName));
  await service.provide('Endpoint', endpointProperties(config.attributes.EndpointConfigName));

  const answers = await Promise.all(Array.from({ length: 3 }, () => service.invoke('scores', 'slow')));

  expect(answers.map(({ errorType }) => errorType).sort()).toEqual(['ThrottlingException', null, null]);
  const { ProductionVariants } = await describeEndpoint();
  expect(ProductionVariants[0].CurrentServerlessConfig).toEqual({ MemorySizeInMB: 2048, MaxConcurrency: 2 });
});
