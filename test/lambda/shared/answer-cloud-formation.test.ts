import { answerCloudFormation } from '../../../lambda/shared/answer-cloud-formation';

const EVENT = {
  RequestType: 'Delete',
  ResponseURL: 'https://example.com/answer?signature=1',
  StackId: 'stack-1',
  RequestId: 'request-1',
  LogicalResourceId: 'EmptiedOnDelete',
  PhysicalResourceId: 'parts',
  ResourceProperties: { ServiceToken: 'arn' },
};

function given(statuses: (number | Error)[] = [200]) {
  const answers: { url: string; init: RequestInit }[] = [];
  const send = (async (url: string, init: RequestInit) => {
    answers.push({ url, init });
    const status = statuses[answers.length - 1] ?? 200;
    if (status instanceof Error) throw status;
    return { ok: status < 300, status };
  }) as typeof fetch;
  const answer = (event: unknown, work: () => Promise<void>, remainingMilliseconds = 30_000) =>
    answerCloudFormation(event, 'fallback', work, { remainingMilliseconds, reserveMilliseconds: 0, fetch: send });
  const bodies = () => answers.map(({ init }) => JSON.parse(String(init.body)));
  return { answer, answers, bodies };
}

test('work that succeeds is answered to the given URL, without a content type and with all ids', async () => {
  const { answer, answers, bodies } = given();

  await answer(EVENT, async () => {});

  expect(answers).toMatchObject([{ url: EVENT.ResponseURL, init: { method: 'PUT', headers: { 'content-type': '' } } }]);
  const { StackId, RequestId, LogicalResourceId, PhysicalResourceId } = EVENT;
  expect(bodies()).toEqual([{ Status: 'SUCCESS', StackId, RequestId, LogicalResourceId, PhysicalResourceId }]);
});

test('work that fails is answered as failed with the reason, which is cut to what CloudFormation reads', async () => {
  const { answer, bodies } = given();

  await answer(EVENT, async () => {
    throw new Error('x'.repeat(9000));
  });

  expect(bodies()).toMatchObject([{ Status: 'FAILED', PhysicalResourceId: 'parts' }]);
  expect(bodies()[0].Reason).toMatch(/^Error: x+$/);
  expect(JSON.stringify(bodies()[0]).length).toBeLessThan(4096);
});

test('work that does not end is answered before the function is stopped', async () => {
  const { answer, bodies } = given();

  await answer(EVENT, () => new Promise(() => {}), 20);

  expect(bodies()).toMatchObject([{ Status: 'FAILED', Reason: expect.stringContaining('ran out of time') }]);
});

test('a resource has one physical id for life, chosen when it is made', async () => {
  const { answer, bodies } = given();

  await answer({ ...EVENT, RequestType: 'Create', PhysicalResourceId: undefined }, async () => {});
  await answer({ ...EVENT, RequestType: 'Update' }, async () => {});

  expect(bodies().map(({ PhysicalResourceId }) => PhysicalResourceId)).toEqual(['fallback', 'parts']);
});

test('an answer that gets lost is sent again', async () => {
  const { answer, bodies } = given([new Error('socket hang up'), 503, 200]);

  await answer(EVENT, async () => {});

  expect(bodies()).toHaveLength(3);
});

test('an answer that never arrives fails the function, so that Lambda tries the whole again', async () => {
  await expect(given([503, 503, 403]).answer(EVENT, async () => {})).rejects.toThrow('answered 403');
});

test('an event that is no custom resource request starts no work', async () => {
  const work = jest.fn(async () => {});

  await expect(given().answer({ RequestType: 'Delete' }, work)).rejects.toThrow();
  expect(work).not.toHaveBeenCalled();
});
