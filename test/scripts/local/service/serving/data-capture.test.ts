import { RunningService, until } from '../running-service';
import { givenEndpoint, givenModel } from '../serving-fixtures';

jest.setTimeout(30_000);

let service: RunningService;

beforeEach(async () => {
  service = await RunningService.start();
});

afterEach(() => service.close());

const CAPTURE = {
  EnableCapture: true,
  InitialSamplingPercentage: 100,
  DestinationS3Uri: 's3://lake/captured',
  CaptureOptions: [{ CaptureMode: 'Input' }, { CaptureMode: 'Output' }],
  CaptureContentTypeHeader: { CsvContentTypes: ['text/csv'], JsonContentTypes: ['application/json'] },
};

const given = async (change: object = {}) =>
  givenEndpoint(service, await givenModel(service), { DataCaptureConfig: { ...CAPTURE, ...change } });

/** The captured lines, when there are that many. */
const captured = (count: number) =>
  until(async () => {
    const keys = service.cloud.store.keys.filter((key) => key.startsWith('lake/captured/'));
    const lines = keys.flatMap((key) => service.cloud.store.text(key).trim().split('\n'));
    return lines.length >= count ? { keys, lines: lines.map((line) => JSON.parse(line)) } : undefined;
  });

test('each invocation is a line in the layout of AWS, by the hour', async () => {
  await given();

  await service.invoke('scores', '1,2', { 'x-amzn-sagemaker-inference-id': '2026112010-a' });

  const { keys, lines } = await captured(1);
  expect(keys).toEqual([
    expect.stringMatching(/^lake\/captured\/scores\/main\/\d{4}\/\d\d\/\d\d\/\d\d\/[\w-]+\.jsonl$/),
  ]);
  const eventMetadata = {
    eventId: expect.stringMatching(/^[\da-f-]{36}$/),
    inferenceId: '2026112010-a',
    inferenceTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  };
  const csv = { observedContentType: 'text/csv', encoding: 'CSV' };
  expect(lines).toEqual([
    {
      captureData: {
        endpointInput: { ...csv, mode: 'INPUT', data: '1,2' },
        endpointOutput: { ...csv, mode: 'OUTPUT', data: 'blue:1,2' },
      },
      eventMetadata,
      eventVersion: '0',
    },
  ]);
});

test.each([
  [{ CaptureContentTypeHeader: undefined }, 'BASE64', Buffer.from('1').toString('base64')],
  [{ CaptureContentTypeHeader: { JsonContentTypes: ['text/csv'] } }, 'JSON', '1'],
])('what the configuration %j does not call text is kept as BASE64', async (change, encoding, data) => {
  await given(change);

  await service.invoke('scores', '1');

  expect((await captured(1)).lines[0].captureData.endpointInput).toMatchObject({ encoding, data });
});

test('one side alone is captured when one is asked for', async () => {
  await given({ CaptureOptions: [{ CaptureMode: 'Output' }] });

  await service.invoke('scores', '1');

  expect(Object.keys((await captured(1)).lines[0].captureData)).toEqual(['endpointOutput']);
});

test('the sampling percentage is obeyed, errors are left out, and closing writes what is left', async () => {
  await given({ InitialSamplingPercentage: 25 });
  for (let sent = 0; sent < 20; sent += 1) await service.invoke('scores', String(sent));
  for (let sent = 0; sent < 4; sent += 1) await service.invoke('scores', 'refuse');

  await service.close();

  expect((await captured(5)).lines).toHaveLength(5);
});

test('an endpoint that may not write its captures answers all the same, and the loss is reported', async () => {
  await given();
  jest.spyOn(service.cloud.store, 'write').mockRejectedValue(new Error('AccessDenied'));

  expect((await service.invoke('scores', '1')).status).toBe(200);

  await until(async () => (service.reports.length > 0 ? true : undefined));
  expect(service.reports[0]).toMatch(/data capture of scores\/main: .*AccessDenied/);
});
