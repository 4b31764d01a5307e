import { SageMakerRuntimeServiceException } from '@aws-sdk/client-sagemaker-runtime';
import { MAXIMUM_ATTEMPTS } from '../../../../lambda/shared/until-none-left';
import { givenService, type Input, idsIn, missing, records, scored } from './given-service';

describe('a prediction is not given, and the caller is told to come back,', () => {
  const fault = (name: string) =>
    new SageMakerRuntimeServiceException({ name, message: 'secret 0.25,7', $fault: 'server', $metadata: {} });
  const failing = () => fault('ServiceUnavailable');
  test.each([
    ['the model is throttled', { endpoint: () => fault('ThrottlingException') }],
    ['the model fails', { endpoint: () => fault('ModelError') }],
    [
      'one of several invocations fails',
      { endpoint: (input: Input, call: number) => (call === 2 ? failing() : scored(input)) },
    ],
    [
      'the serverless endpoint is not there',
      { parameters: { RealTime: 'parked' }, endpoint: () => missing('serverless') },
    ],
    ['the real-time endpoint does not say its version', { endpoint: () => ({ Body: Buffer.from('0.5') }) }],
    ['the feature store fails', { store: failing }],
    ['the stack cannot be read', { stack: failing }],
    ['the stack is not there', { stack: () => ({ Stacks: [] }) }],
    ['the registry cannot be read', { registry: failing }],
    ['the version has no threshold', { registry: () => ({ CustomerMetadataProperties: {} }) }],
    ['the version’s threshold is empty', { registry: () => ({ CustomerMetadataProperties: { threshold: '' } }) }],
    [
      'the version’s threshold is no number',
      { registry: () => ({ CustomerMetadataProperties: { threshold: 'high' } }) },
    ],
    ['the log fails', { log: failing }],
  ])('when %s', async (_, given) => {
    const { statusCode, headers, text } = await givenService(given).ask(['a', 'c']);

    expect(statusCode).toBe(503);
    expect(headers).toMatchObject({ 'Retry-After': '5' });
    expect(text).toBe('{"message":"the service is busy or not reachable; try again later"}');
  });

  test('when the log does not take it in the end', async () => {
    const { ask, sent } = givenService({
      log: () => ({ FailedPutCount: 1, RequestResponses: [{ ErrorCode: 'ServiceUnavailableException' }] }),
    });

    expect(await ask(['a'])).toMatchObject({ statusCode: 503 });
    expect(sent.log).toHaveLength(MAXIMUM_ATTEMPTS);
  });
});

describe('an id that the feature store did not look up', () => {
  const leaveOut = (id: string, calls: number) => (input: Input, call: number) => ({
    ...records(idsIn(input).filter((each) => call > calls || each !== id)),
    UnprocessedIdentifiers:
      call > calls || !idsIn(input).includes(id)
        ? []
        : [{ FeatureGroupName: 'parts', RecordIdentifiersValueAsString: [id] }],
  });

  test('is looked up again, alone', async () => {
    const { ask, sent } = givenService({ store: leaveOut('c', 2) });

    const { body } = await ask(['a', 'c', 'x']);

    expect(body.predictions.map(({ status }: { status?: number }) => status)).toEqual([undefined, undefined, 404]);
    expect(sent.store.map(({ input }) => idsIn(input))).toEqual([['a', 'c', 'x'], ['c'], ['c']]);
  });

  test('is no unknown one: in the end the answer is 503', async () => {
    const { ask, sent } = givenService({ store: leaveOut('c', Number.POSITIVE_INFINITY) });

    expect(await ask(['a', 'c'])).toMatchObject({ statusCode: 503 });
    expect(sent.store).toHaveLength(MAXIMUM_ATTEMPTS);
  });

  test('because of an error is looked up again too', async () => {
    const { ask } = givenService({
      store: (input, call) =>
        call === 1
          ? { ...records(['a']), Errors: [{ RecordIdentifierValueAsString: 'c', ErrorCode: 'InternalFailure' }] }
          : records(idsIn(input)),
    });

    const { body } = await ask(['a', 'c']);

    expect(body.predictions.map(({ score }: { score: number }) => score)).toEqual([0.25, 0.75]);
  });
});
