import { givenService, type Input, idsIn, records, scored, V1, V2 } from './given-service';

const NOTHING = { registry: [], endpoint: [], log: [] };

describe('a known record', () => {
  test('is answered with its score, the decision, the version that scored it and its own inference id', async () => {
    const { ask, sent } = givenService();

    expect(await ask(['a', 'c'])).toMatchObject({
      statusCode: 200,
      body: {
        servedBy: 'real-time',
        predictions: [
          {
            recordId: 'a',
            inferenceId: '2026112114-00000000-0000-4000-8000-000000000001',
            score: 0.25,
            decision: false,
            modelVersion: V1,
          },
          {
            recordId: 'c',
            inferenceId: '2026112114-00000000-0000-4000-8000-000000000002',
            score: 0.75,
            decision: true,
            modelVersion: V1,
          },
        ],
      },
    });
    expect(sent.endpoint.map(({ input }) => input)).toEqual([
      {
        EndpointName: 'real-time',
        ContentType: 'text/csv',
        Accept: 'text/csv',
        InferenceId: '2026112114-00000000-0000-4000-8000-000000000001',
        Body: '0.25,7',
      },
      expect.objectContaining({ InferenceId: '2026112114-00000000-0000-4000-8000-000000000002', Body: '0.75,9' }),
    ]);
  });

  test('is in the log with its features, a missing one as null, before it is answered', async () => {
    const { ask, logged, sent } = givenService();

    const { body } = await ask(['b']);

    expect(logged()).toEqual([
      {
        inferenceId: body.predictions[0].inferenceId,
        recordId: 'b',
        eventTime: '2026-11-20T01:00:00Z',
        predictedAt: '2026-11-21T14:05:06.789Z',
        features: { load: 0.5, turns: null },
        score: 0.5,
        threshold: 0.5,
        decision: true,
        modelVersion: V1,
        servedBy: 'real-time',
      },
    ]);
    expect(sent.log[0]?.input.DeliveryStreamName).toBe('predictions');
    expect(sent.endpoint[0]?.input.Body).toBe('0.5,');
  });

  test('is answered without its features', async () => {
    const { text } = await givenService().ask(['a', 'c']);

    expect(text).not.toMatch(/load|turns|features|2026-11-20/);
  });

  test('that is asked for twice is predicted and logged once', async () => {
    const { ask, logged, sent } = givenService();

    const { body } = await ask(['a', 'c', 'a']);

    expect(body.predictions.map((each: { recordId: string }) => each.recordId)).toEqual(['a', 'c', 'a']);
    expect(body.predictions[2]).toEqual(body.predictions[0]);
    expect(logged()).toHaveLength(2);
    expect(idsIn(sent.store[0]?.input)).toEqual(['a', 'c']);
  });
});

describe('an unknown record', () => {
  const unknown = (recordId: string) => ({ recordId, status: 404, message: 'no features for this record' });

  test('gets its own 404 in its place, and the others their predictions', async () => {
    const { ask, logged } = givenService();

    const { statusCode, body } = await ask(['x', 'a', 'y']);

    expect(statusCode).toBe(200);
    expect(body.predictions).toEqual([unknown('x'), expect.objectContaining({ recordId: 'a' }), unknown('y')]);
    expect(logged()).toHaveLength(1);
  });

  test.each([
    ['on', 'real-time'],
    ['parked', 'serverless'],
  ])('alone is still a 200, and no model is asked (%s)', async (RealTime, servedBy) => {
    const { ask, sent } = givenService({ parameters: { RealTime } });

    expect(await ask(['x'])).toMatchObject({ statusCode: 200, body: { servedBy, predictions: [unknown('x')] } });
    expect(sent).toMatchObject(NOTHING);
  });

  test.each([
    ['without event time', { FeatureName: 'load', ValueAsString: '1' }],
    ['with a feature that is no number', { FeatureName: 'load', ValueAsString: 'heavy' }],
  ])('is also one %s', async (_, value) => {
    const broken = { RecordIdentifierValueAsString: 'z', Record: [value] };
    const store = (input: Input) => ({ ...records(idsIn(input)), Records: [...records(idsIn(input)).Records, broken] });

    const { body } = await givenService({ store }).ask(['z', 'a']);

    expect(body.predictions).toEqual([unknown('z'), expect.objectContaining({ recordId: 'a' })]);
  });
});

describe('while real-time is parked', () => {
  test('one serverless call answers for all rows, as the version of the stack', async () => {
    const { ask, logged, sent } = givenService({ parameters: { RealTime: 'parked', ApprovedModelVersion: V2 } });

    const { body } = await ask(['a', 'b', 'c']);

    expect(body.servedBy).toBe('serverless');
    expect(body.predictions.map(({ score }: { score: number }) => score)).toEqual([0.25, 0.5, 0.75]);
    expect(sent.endpoint.map(({ input }) => input)).toEqual([
      { EndpointName: 'serverless', ContentType: 'text/csv', Accept: 'text/csv', Body: '0.25,7\n0.5,\n0.75,9' },
    ]);
    expect(logged().map(({ servedBy, modelVersion }) => [servedBy, modelVersion])).toEqual(
      Array(3).fill(['serverless', V2]),
    );
  });

  test.each(['0.1\n', '0.1,0.2,0.3', '0.1,,0.2', '0.1\nnan', ''])(
    'an answer of %j for two rows is none',
    async (text) => {
      const { ask, sent } = givenService({
        parameters: { RealTime: 'parked' },
        endpoint: () => ({ Body: Buffer.from(text) }),
      });

      expect(await ask(['a', 'b'])).toMatchObject({ statusCode: 503 });
      expect(sent.log).toEqual([]);
    },
  );
});

test('while a new version takes over, each answer counts by the version that gave it and by that version’s threshold', async () => {
  const { ask, sent, logged } = givenService({
    parameters: { ApprovedModelVersion: V2 },
    endpoint: (input, call) => scored(input, call % 2 === 1 ? V1 : V2),
    registry: ({ ModelPackageName }) => ({
      CustomerMetadataProperties: { threshold: ModelPackageName === V1 ? '0.9' : '0.1' },
    }),
  });

  const { body } = await ask(['a', 'b', 'c']);

  expect(
    body.predictions.map(({ modelVersion, decision }: Record<string, unknown>) => [modelVersion, decision]),
  ).toEqual([
    [V1, false],
    [V2, true],
    [V1, false],
  ]);
  expect(logged().map(({ threshold }) => threshold)).toEqual([0.9, 0.1, 0.9]);
  expect(sent.registry.map(({ input }) => input.ModelPackageName)).toEqual([V1, V2]);
});
