import { decideServingState } from '../../../../lambda/serving/decide-serving-state/decide-serving-state';
import { expectSameHoweverBrokenOff } from '../../../faults/break-off';
import { arnOf, ENV, ServingCloud } from '../serving-cloud';

const NOW = '2026-11-20T10:00:00Z';
const approve = { action: 'approve', version: arnOf(2), cause: 'approval', time: '2026-11-20T09:00:00Z' };
const former = { version: arnOf(1), realTime: 'parked' };
const failure = { version: arnOf(2), realTime: 'parked', reason: 'It answers wrongly.', at: NOW, since: NOW, tries: 1 };
const wayBack = { ...former, step: 'decide', reason: '', error: '', refusals: 0, former, failure };

function given(run: object = {}, serving = 1) {
  const cloud = new ServingCloud();
  cloud.add(1);
  cloud.add(2);
  cloud.serving(serving);
  let answer: unknown;
  const decide = (event: unknown) => decideServingState(event, cloud.clients, ENV);
  return {
    cloud,
    decide,
    clients: Object.values(cloud.clients),
    start: async () => {
      answer = await decide({ now: NOW, run: { startedAt: NOW, request: approve, ...run } });
    },
    left: () => ({ answer, failed: [...cloud.failedVersions], state: cloud.state }),
  };
}

test('broken off anywhere and asked again, it decides the same', async () => {
  expect(await expectSameHoweverBrokenOff(given)).toBeGreaterThanOrEqual(10);
});

test('broken off on the way back, the version that failed is remembered once and the way is the same', async () => {
  const turnedBack = () => given({ answer: wayBack }, 2);
  expect(await expectSameHoweverBrokenOff(turnedBack)).toBeGreaterThanOrEqual(10);

  const { start, left } = turnedBack();
  await start();
  expect(left()).toMatchObject({ answer: { step: 'update', version: arnOf(1) }, failed: [[arnOf(2), NOW]] });
});

test('an approval that comes after the rejection of the same version takes nothing into service', async () => {
  const { cloud, decide, left } = given();
  cloud.add(2, { approval: 'Rejected' });
  const ask = (action: string) => decide({ now: NOW, run: { startedAt: NOW, request: { ...approve, action } } });

  expect([await ask('reject'), await ask('approve')]).toMatchObject([
    { step: 'nothing', version: arnOf(1) },
    { step: 'failed', error: 'ServingRefused', version: arnOf(1) },
  ]);
  expect(left().state.version).toBe(arnOf(1));
});

test('a rejection that comes after the version was approved again takes nothing out of service', async () => {
  const { decide } = given({}, 2);

  expect(await decide({ now: NOW, run: { startedAt: NOW, request: { ...approve, action: 'reject' } } })).toMatchObject({
    step: 'nothing',
    version: arnOf(2),
  });
});

test.each([
  null,
  {},
  { now: NOW },
  { now: NOW, run: { startedAt: NOW } },
  { now: NOW, run: { startedAt: NOW, request: { ...approve, version: '' } } },
  { now: NOW, run: { startedAt: NOW, request: approve, answer: { step: 'decide' } } },
])('a run that was cut to %j is an error, and nothing is remembered', async (event) => {
  const { decide, left } = given();

  await expect(decide(event)).rejects.toThrow();
  expect(left().failed).toEqual([]);
});
