import { deleteLogStreams } from '../../../scripts/destroy/delete-log-streams';
import { FakeAccount, type FakeLogGroup } from './fake-account';

const GROUP = '/aws/sagemaker/TrainingJobs';
const OURS = [{ group: GROUP, prefix: 'pipelines-abc-' }];

function given(streams: readonly string[], settings: Partial<FakeLogGroup> = {}) {
  const account = new FakeAccount();
  account.logs.set(GROUP, { streams: new Set(streams), ...settings });
  return account;
}

test('a shared log group that only our jobs wrote goes with the last stream', async () => {
  const account = given(['pipelines-abc-Train-1/algo-1', 'pipelines-abc-Train-2/algo-1']);

  await expect(deleteLogStreams(account.clients.logs, OURS)).resolves.toEqual({ deleted: 2, left: [] });
  expect(account.logs.has(GROUP)).toBe(false);
});

test("a shared log group with somebody else's stream stays", async () => {
  const account = given(['pipelines-abc-Train-1/algo-1', 'pipelines-abcd-Train/algo-1']);

  const { left } = await deleteLogStreams(account.clients.logs, OURS);

  expect([...(account.logs.get(GROUP)?.streams ?? [])]).toEqual(['pipelines-abcd-Train/algo-1']);
  expect(left).toEqual([expect.stringContaining("others' stay")]);
});

test('a shared log group that somebody configured stays even when it is empty', async () => {
  const account = given(['pipelines-abc-Train-1/algo-1'], { retentionInDays: 30 });

  const { left } = await deleteLogStreams(account.clients.logs, OURS);

  expect(account.logs.get(GROUP)?.streams.size).toBe(0);
  expect(left).toEqual([expect.stringContaining('somebody configured it')]);
});

test('an empty log group that held nothing of ours stays', async () => {
  const account = given([]);

  await deleteLogStreams(account.clients.logs, OURS);

  expect(account.logs.has(GROUP)).toBe(true);
});

test('a log group that is not there is no error', async () => {
  await expect(deleteLogStreams(new FakeAccount().clients.logs, OURS)).resolves.toEqual({ deleted: 0, left: [] });
});

test('an empty prefix is refused, since it would delete everybody’s streams', async () => {
  const account = given(['somebody/algo-1']);

  await expect(deleteLogStreams(account.clients.logs, [{ group: GROUP, prefix: '' }])).rejects.toThrow(/no prefix/);
});
