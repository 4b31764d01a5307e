import { changeApproval } from '../../../scripts/serving/change-approval';
import { switchRealTime } from '../../../scripts/serving/switch-real-time';
import { verbOptions } from '../../../scripts/serving/verb-options';
import { arnOf, FakeOperations, OPTIONS } from './fake-operations';

const PENDING = 'PendingManualApproval';

test('without a number the newest version that waits is approved, with the reason, and its run awaited', async () => {
  const account = new FakeOperations({ 1: PENDING, 2: PENDING, 3: 'Rejected' });

  await changeApproval('approve', { ...OPTIONS, reason: 'net value up' }, account.operator);

  expect(account.approvals).toEqual([
    { ModelPackageArn: arnOf(2), ModelApprovalStatus: 'Approved', ApprovalDescription: 'net value up' },
  ]);
  expect(account.started).toEqual([]);
  expect(account.said).toEqual(['version 2 of parts is Approved: net value up', 'applied: Version 2 is in service.']);
});

test('a number picks the version, and one that does not exist is an error', async () => {
  const account = new FakeOperations({ 1: PENDING, 2: PENDING });
  await changeApproval('approve', { ...OPTIONS, number: 1 }, account.operator);
  expect(account.approvals).toMatchObject([{ ModelPackageArn: arnOf(1) }]);

  await expect(changeApproval('approve', { ...OPTIONS, number: 7 }, account.operator)).rejects.toThrow(
    'parts has no version 7',
  );
});

test('nothing that waits is an error, and so is a rejection with nothing in service', async () => {
  const { operator } = new FakeOperations({ 1: 'Approved' });

  await expect(changeApproval('approve', OPTIONS, operator)).rejects.toThrow('no version of parts waits for approval');
  await expect(changeApproval('reject', OPTIONS, operator)).rejects.toThrow('no version is in service');
});

test('without a number the version in service is rejected', async () => {
  const account = new FakeOperations({ 1: 'Approved', 2: 'Approved' }, arnOf(1));
  await changeApproval('reject', OPTIONS, account.operator);

  expect(account.approvals).toMatchObject([{ ModelPackageArn: arnOf(1), ModelApprovalStatus: 'Rejected' }]);
});

test('an approved version makes no event when it is approved again, so its run is started directly', async () => {
  const account = new FakeOperations({ 2: 'Approved' });
  await changeApproval('approve', { ...OPTIONS, number: 2 }, account.operator);

  expect(account.approvals).toEqual([]);
  expect(account.started).toEqual([
    { machine: 'ApplyServingStateMachine0A1B', input: { action: 'approve', version: arnOf(2), cause: 'approval' } },
  ]);
  expect(account.said.at(-1)).toBe('applied: Version 2 is in service.');
});

test('a run that was refused fails the verb with its sentence', async () => {
  const account = new FakeOperations({ 2: PENDING });
  account.ending = { status: 'FAILED', error: 'ServingRefused', cause: 'Its artifact was altered.' };

  await expect(changeApproval('approve', OPTIONS, account.operator)).rejects.toThrow(
    'ServingRefused: Its artifact was altered.',
  );
});

test('an approval that starts nothing is told after a while, and where to look', async () => {
  const account = new FakeOperations({ 2: PENDING });
  account.starts = false;

  await expect(changeApproval('approve', OPTIONS, account.operator)).rejects.toThrow(
    /no run began within 5 minutes: the approval stands, look into the prediction stack's dead-letter queue/,
  );
});

test('who does not wait hears only that it was asked for', async () => {
  const account = new FakeOperations({ 2: PENDING });
  account.starts = false;
  await changeApproval('approve', { ...OPTIONS, wait: false }, account.operator);
  await switchRealTime('wake', { ...OPTIONS, wait: false }, account.operator);

  expect(account.said).toEqual(['version 2 of parts is Approved: by hand', 'wake was asked for: run-1']);
});

test('parking begins with the monitors, waking with the endpoint', async () => {
  const account = new FakeOperations({});
  await switchRealTime('park', OPTIONS, account.operator);
  await switchRealTime('wake', OPTIONS, account.operator);

  expect(account.started).toEqual([
    { machine: 'ParkServingMachine2C3D', input: { cause: 'hand' } },
    { machine: 'ApplyServingStateMachine0A1B', input: { action: 'wake', cause: 'hand' } },
  ]);
});

test('what is typed names environment, dataset, version and reason; the defaults are those of cdk.json', () => {
  expect(verbOptions([], '')).toMatchObject({
    config: { environment: 'sandbox' },
    group: 'ml-lifecycle-sandbox-churn',
    reason: 'by hand',
    wait: true,
  });
  const dataset = 'test/datasets/iranian-churn';
  expect(
    verbOptions(['--env', 'production', '--dataset', dataset, '--no-wait', '--reason', 'x', '12'], ''),
  ).toMatchObject({
    config: { environment: 'production' },
    group: 'ml-lifecycle-production-iranian-churn',
    number: 12,
    reason: 'x',
    wait: false,
  });
});

test.each([[['two']], [['1', '2']], [['0']], [['--what']], [['--environment', 'moon']]])(
  '%j is answered with how to use the verb',
  (typed) => {
    expect(() => verbOptions(typed, 'USAGE')).toThrow(/USAGE$/);
  },
);
