import { decideServingState } from '../../../../lambda/serving/decide-serving-state/decide-serving-state';
import { arnOf, ENV, ServingCloud } from '../serving-cloud';

const NOW = '2026-11-20T10:00:00Z';
const FOREIGN = 'arn:aws:sagemaker:us-east-1:111111111111:model-package/others/7';

function given(numbers: readonly number[], serving: number, realTime: 'on' | 'parked' = 'parked'): ServingCloud {
  const cloud = new ServingCloud();
  for (const number of numbers) cloud.add(number);
  if (serving > 0) cloud.serving(serving, realTime);
  return cloud;
}

const ask = (cloud: ServingCloud, request: object, run: object = {}) =>
  decideServingState(
    { now: NOW, run: { startedAt: NOW, request: { cause: 'approval', ...request }, ...run } },
    cloud.clients,
    ENV,
  );
const approve = (version: string) => ({ action: 'approve', version });
const reject = (number: number) => ({ action: 'reject', version: arnOf(number) });

test('an approved, complete and unchanged version is what the stack is updated to, real-time state kept', async () => {
  expect(await ask(given([1, 2], 1, 'on'), approve(arnOf(2)))).toEqual({
    step: 'update',
    version: arnOf(2),
    realTime: 'on',
    reason: 'Version 2, real-time on',
    error: '',
    former: { version: arnOf(1), realTime: 'on' },
    refusals: 0,
  });
});

test.each([
  ['of a foreign group', () => given([1], 1), FOREIGN, /^This is no version of the environment's model.*others\/7/],
  [
    'that was rejected',
    () => given([1], 1),
    arnOf(2),
    /^Version 2 is Rejected, so it is not taken into service/,
    { approval: 'Rejected' },
  ],
  [
    'that nobody has approved yet',
    () => given([1], 1),
    arnOf(2),
    /^Version 2 is PendingManualApproval, so it is not taken into service/,
    { approval: 'PendingManualApproval' },
  ],
  [
    'that is not complete',
    () => given([1], 1),
    arnOf(2),
    /^Version 2 is not taken into service. version 2: Its package is Failed/,
    { packageStatus: 'Failed' },
  ],
  [
    'whose artifact was altered',
    () => given([1], 1),
    arnOf(2),
    /Its artifact s3:\/\/.* was altered: SHA-256 [0-9a-f]{64}, registered [0-9a-f]{64}/,
    { artifact: 'something else' },
  ],
  ['whose artifact is gone', () => given([1], 1), arnOf(2), /Its artifact s3:\/\/.* is gone/, { artifact: undefined }],
])('a version %s is refused in words', async (_, cloud, version, words, change: object = {}) => {
  const situation = cloud();
  situation.add(2, change);

  expect(await ask(situation, approve(version))).toMatchObject({
    step: 'failed',
    error: 'ServingRefused',
    reason: expect.stringMatching(words),
    version: arnOf(1),
  });
});

test('an older version waits behind a newer one that is approved, and takes over from one that is not', async () => {
  const cloud = given([1, 2], 2);
  expect(await ask(cloud, approve(arnOf(1)))).toMatchObject({
    step: 'nothing',
    reason:
      'Version 2 is in service, with the real-time endpoint parked, which is newer than version 1 and still approved.',
  });

  cloud.add(2, { approval: 'Rejected' });
  expect(await ask(cloud, approve(arnOf(1)))).toMatchObject({ step: 'update', version: arnOf(1) });
});

test('a list that lags behind the approval or rejection is not believed', async () => {
  const cloud = given([1, 2], 1);
  cloud.listed.set(arnOf(2), 'PendingManualApproval');
  expect(await ask(cloud, approve(arnOf(2)))).toMatchObject({ step: 'update', version: arnOf(2) });

  const rejected = given([1, 2], 2);
  rejected.add(2, { approval: 'Rejected' });
  rejected.listed.set(arnOf(2), 'Approved');
  expect(await ask(rejected, reject(2))).toMatchObject({ step: 'update', version: arnOf(1) });
});

test('an approval from before its version failed is not tried again, one from after is', async () => {
  const cloud = given([1, 2], 1);
  cloud.failedVersions.set(arnOf(2), NOW);
  const at = (time: string) => ask(cloud, { ...approve(arnOf(2)), time });

  expect(await at('2026-11-20T09:59:59Z')).toMatchObject({ step: 'nothing', version: arnOf(1) });
  expect(await at(NOW)).toMatchObject({ step: 'nothing', version: arnOf(1) });
  expect(await at('2026-11-20T10:00:01Z')).toMatchObject({ step: 'update', version: arnOf(2) });
});

test('a copy of an approval finds its version in service', async () => {
  expect(await ask(given([1], 1), approve(arnOf(1)))).toMatchObject({ step: 'nothing', version: arnOf(1) });
});

test('versions are told by their number: the tenth is newer than the ninth', async () => {
  expect(await ask(given([9, 10], 10), approve(arnOf(9)))).toMatchObject({ step: 'nothing' });
  expect(await ask(given([9, 10], 9), approve(arnOf(10)))).toMatchObject({ step: 'update' });
});

test('a rejected version in service gives way to the newest sound one below it, and stays when there is none', async () => {
  const cloud = given([1, 2, 3, 4, 5], 4);
  cloud.add(4, { approval: 'Rejected' });
  cloud.add(3, { artifact: 'altered' });
  expect(await ask(cloud, reject(4))).toMatchObject({ step: 'update', version: arnOf(2) });

  cloud.failedVersions.set(arnOf(2), NOW);
  expect(await ask(cloud, reject(4))).toMatchObject({ step: 'update', version: arnOf(1) });

  cloud.add(1, { approval: 'PendingManualApproval' });
  expect(await ask(cloud, reject(4))).toMatchObject({
    step: 'failed',
    error: 'ServingRefused',
    version: arnOf(4),
    reason: expect.stringMatching(/Version 4 was rejected and stays in service.* version 3: Its artifact/),
  });
});

test('a rejection that was taken back changes nothing', async () => {
  expect(await ask(given([1, 2], 2), reject(2))).toMatchObject({ step: 'nothing', version: arnOf(2) });
});

test('a rejected version is not woken', async () => {
  const cloud = given([1], 1);
  cloud.add(1, { approval: 'Rejected' });

  expect(await ask(cloud, { action: 'wake' })).toMatchObject({
    step: 'failed',
    error: 'ServingRefused',
    reason: 'The real-time endpoint stays parked: version 1 cannot be deployed again. version 1: It is Rejected.',
  });
});

test('a stack at work is waited for, one that needs a person is not', async () => {
  const cloud = given([1, 2], 1);
  cloud.status = 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS';
  expect(await ask(cloud, approve(arnOf(2)))).toMatchObject({ step: 'wait' });
  expect(await ask(cloud, approve(arnOf(2)), { startedAt: '2026-11-20T01:59:59Z' })).toMatchObject({
    step: 'failed',
    error: 'ServingFailed',
    reason: 'Gave up waiting: the serving stack is UPDATE_COMPLETE_CLEANUP_IN_PROGRESS.',
  });

  cloud.status = 'UPDATE_ROLLBACK_FAILED';
  expect(await ask(cloud, approve(arnOf(2)))).toMatchObject({
    step: 'failed',
    reason: 'The serving stack is UPDATE_ROLLBACK_FAILED and takes no update until somebody has mended it.',
  });
});

test('the way back of a real-time endpoint begins when the alarms are quiet: they would roll it back, too', async () => {
  const cloud = given([1, 2], 2, 'on');
  const failure = { version: arnOf(2), realTime: 'on', reason: 'It is slow.', at: NOW, since: NOW, tries: 1 };
  const answer = {
    ...{ step: 'decide', version: arnOf(2), realTime: 'on', reason: '', error: '', refusals: 0, failure },
    former: { version: arnOf(1), realTime: 'on' },
  };
  cloud.alarmsOn.add('latency');
  expect(await ask(cloud, approve(arnOf(2)), { answer })).toMatchObject({
    step: 'wait',
    reason: 'The alarm latency is on.',
  });

  cloud.alarmsOn.clear();
  expect(await ask(cloud, approve(arnOf(2)), { answer })).toMatchObject({ step: 'update', version: arnOf(1) });
});

test.each([
  [{ action: 'approve' }],
  [{ action: 'promote', version: arnOf(1) }],
  [{ action: 'approve', version: arnOf(1), time: 'yesterday' }],
])('%j is no request', async (request) => {
  await expect(ask(given([1], 1), request)).rejects.toThrow();
});
