import { trainingRequest } from '../../../../lambda/training/start-training/training-request';

const OUTPUT = {
  outcome: 'prepared',
  dataset: 'parts',
  datasets: 's3://lake/datasets/parts/run-2',
  ingestDate: '2026-11-20',
  cause: 'new-data',
  time: '2026-11-21T09:40:00Z',
};
const finished = (output: object, change: object = {}) => ({
  'detail-type': 'Step Functions Execution Status Change',
  source: 'aws.states',
  time: '2026-11-21T10:00:00Z',
  detail: { status: 'SUCCEEDED', output: JSON.stringify(output), ...change },
});

test('the end of a preparation asks for a training on its datasets as of when they were asked for', () => {
  expect(trainingRequest(finished(OUTPUT))).toEqual({
    cause: 'new-data',
    datasets: 's3://lake/datasets/parts/run-2',
    time: '2026-11-21T09:40:00Z',
  });
});

test('a preparation that says no time asks as of its end', () => {
  expect(trainingRequest(finished({ ...OUTPUT, time: undefined }))).toMatchObject({ time: '2026-11-21T10:00:00Z' });
});

test('a preparation without a delivery asks as one with it does', () => {
  const output = { ...OUTPUT, cause: 'drift', ingestDate: undefined };

  expect(trainingRequest(finished(output))).toMatchObject({ cause: 'drift', time: '2026-11-21T09:40:00Z' });
});

test('a preparation that found its work done asks for nothing', () => {
  expect(trainingRequest(finished({ ...OUTPUT, outcome: 'already-prepared' }))).toBeUndefined();
});

test('a direct call says itself what it wants, and a slash at the end changes nothing', () => {
  const asked = { cause: 'hand', datasets: 's3://lake/datasets/parts/run-2/', time: '2026-11-21T10:00:00+01:00' };

  expect(trainingRequest(asked)).toEqual({ ...asked, datasets: 's3://lake/datasets/parts/run-2' });
});

test.each([
  ['a failed preparation', finished(OUTPUT, { status: 'FAILED' })],
  ['an output that was too large to send', finished(OUTPUT, { output: null })],
  ['a preparation as of no time', finished({ ...OUTPUT, time: 'yesterday' })],
  ['an output of something else', finished({ outcome: 'done' })],
  ['an unknown event', { ...finished(OUTPUT), 'detail-type': 'Object Created' }],
  ['a call without time', { cause: 'hand', datasets: 's3://lake/datasets/parts/run-2' }],
  ['a call with a cause of many words', { cause: 'I want', datasets: 's3://lake/x', time: '2026-11-21T10:00:00Z' }],
  ['a call for no folder', { cause: 'hand', datasets: 's3://lake', time: '2026-11-21T10:00:00Z' }],
  ['nothing', null],
])('%s is an error, not a training', (_, event) => {
  expect(() => trainingRequest(event)).toThrow();
});
