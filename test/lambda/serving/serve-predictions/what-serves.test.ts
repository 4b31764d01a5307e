import { givenService, missing, scored, TIME, V1, V2 } from './given-service';

const NOTHING = { registry: [], endpoint: [], log: [] };
const parameters = (version: string, realTime: string) => ({
  Stacks: [
    {
      Parameters: [
        { ParameterKey: 'ApprovedModelVersion', ParameterValue: version },
        { ParameterKey: 'RealTime', ParameterValue: realTime },
      ],
    },
  ],
});

describe('what serves', () => {
  test('is asked once in five seconds, and a threshold once a version', async () => {
    const { ask, sent } = givenService();

    for (const seconds of [0, 2, 4.9, 5]) await ask(['a'], TIME + 1000 * seconds);

    expect(sent.stack.map(({ input }) => input)).toEqual(Array(2).fill({ StackName: 'serving' }));
    expect(sent.registry).toHaveLength(1);
  });

  test('is asked again at once when the real-time endpoint is gone, and serverless answers as the version of then', async () => {
    const { ask, sent, logged } = givenService({
      stack: (_, call) => (call === 1 ? parameters(V1, 'on') : parameters(V2, 'parked')),
      endpoint: (input) => (input.EndpointName === 'real-time' ? missing('real-time') : scored(input)),
    });

    expect(await ask(['a', 'c'])).toMatchObject({ statusCode: 200, body: { servedBy: 'serverless' } });
    expect(logged().map(({ modelVersion }) => modelVersion)).toEqual([V2, V2]);

    await ask(['a']);
    expect(sent.stack).toHaveLength(2);
    expect(sent.endpoint.filter(({ input }) => input.EndpointName === 'real-time').length).toBeLessThanOrEqual(2);
  });

  test('is serverless too while the real-time endpoint is still being made', async () => {
    const { ask } = givenService({
      endpoint: (input) => (input.EndpointName === 'real-time' ? missing('real-time') : scored(input)),
    });

    expect(await ask(['a'])).toMatchObject({ statusCode: 200, body: { servedBy: 'serverless' } });
  });

  test('may be nothing: then the answer is 503, and the next request asks again', async () => {
    const { ask, sent } = givenService({
      stack: (_, call) => parameters(call === 1 ? 'none' : V1, 'parked'),
    });

    expect(await ask(['a'])).toMatchObject({
      statusCode: 503,
      headers: { 'Retry-After': '5' },
      body: { message: 'no model is in service' },
    });
    expect(sent).toMatchObject(NOTHING);
    expect(await ask(['a'])).toMatchObject({ statusCode: 200, body: { predictions: [{ modelVersion: V1 }] } });
  });

  test('may have become nothing when the real-time endpoint is gone', async () => {
    const { ask } = givenService({
      stack: (_, call) => parameters(call === 1 ? V1 : 'none', 'on'),
      endpoint: () => missing('real-time'),
    });

    expect(await ask(['a'])).toMatchObject({ statusCode: 503, body: { message: 'no model is in service' } });
  });
});
