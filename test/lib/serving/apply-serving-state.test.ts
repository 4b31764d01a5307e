import fc from 'fast-check';
import { arnOf, ServingCloud } from '../../lambda/serving/serving-cloud';
import type { Ending } from '../../lambda/serving/state-machine';
import { Machine, START } from './serving-machine';

const approve = (number: number, time?: string) => ({
  action: 'approve',
  version: arnOf(number),
  ...(time && { time }),
});
const reject = (number: number) => ({ action: 'reject', version: arnOf(number) });

function given(numbers: readonly number[], serving = 0, realTime: 'on' | 'parked' = 'parked'): ServingCloud {
  const cloud = new ServingCloud();
  for (const number of numbers) cloud.add(number);
  cloud.state = { version: 'none', realTime: realTime === 'on' ? 'parked' : 'on' };
  return cloud.serving(serving, realTime);
}

test('the first approval takes the version into service, and the run says so', async () => {
  const machine = new Machine(given([1]));

  expect(await machine.run(approve(1))).toEqual({
    status: 'SUCCEEDED',
    output: {
      outcome: 'applied',
      version: arnOf(1),
      realTime: 'parked',
      reason: 'Version 1 is in service, with the real-time endpoint parked.',
    },
  });
  expect(machine.told).toEqual([]);
});

test('parking and waking keep the version, and doing either twice changes nothing', async () => {
  const machine = new Machine(given([1, 2], 2));

  expect((await machine.run({ action: 'wake' })).output).toMatchObject({ outcome: 'applied', realTime: 'on' });
  expect([...machine.cloud.endpoints.keys()].sort()).toEqual(['real-time', 'serverless']);
  expect((await machine.run({ action: 'wake' })).output).toMatchObject({ outcome: 'nothing', realTime: 'on' });
  expect((await machine.run({ action: 'park' })).output).toMatchObject({ outcome: 'applied', realTime: 'parked' });
  expect((await machine.run({ action: 'park' })).output).toMatchObject({ outcome: 'nothing' });
  expect(machine.cloud.state).toEqual({ version: arnOf(2), realTime: 'parked' });
});

test('nothing to park or wake while no version serves', async () => {
  const machine = new Machine(given([1]));

  expect((await machine.run({ action: 'wake' })).output).toMatchObject({
    outcome: 'nothing',
    reason: 'No version is in service, so there is nothing to wake.',
  });
});

test.each([
  ['answers wrongly', /smoke test failed: the endpoint serverless answered row 1 with 0.75 instead of 0.25/],
  ['goes back unsaid', /SageMaker rolled the endpoint serverless back to ServerlessConfig-1/],
  ['crashes', /CloudFormation rolled the update back. Endpoint: The container did not pass its ping/],
] as const)('a version that %s leaves the former one in service, and the operators know why', async (fate, why) => {
  const machine = new Machine(given([1], 1));
  machine.cloud.add(2, { fate });

  const ending = await machine.run(approve(2));

  expect(ending).toMatchObject({ status: 'FAILED', error: 'ServingFailed' });
  expect(ending.cause).toMatch(why);
  expect(ending.cause).toMatch(/version 1 is in service/);
  expect(machine.told).toEqual([`${ending.cause} ml-lifecycle-sandbox; what to do: docs/runbook.md#serving-failed`]);
  expect(machine.cloud.state.version).toBe(arnOf(1));
  expect([...machine.cloud.failedVersions.keys()]).toEqual([arnOf(2)]);
});

test('a version that failed is tried again when it was approved again, not when its event comes again', async () => {
  const machine = new Machine(given([1], 1));
  machine.cloud.add(2, { fate: 'answers wrongly' });
  await machine.run(approve(2, new Date(START - 1000).toISOString()));

  const copy = await machine.run(approve(2, new Date(START - 1000).toISOString()));
  expect(copy.output).toMatchObject({ outcome: 'nothing' });
  expect(copy.output?.reason).toMatch(/version 2 failed to serve at .* and was not approved again since/);

  machine.cloud.add(2);
  expect(await machine.run(approve(2, '2026-11-21T10:00:00Z'))).toMatchObject({ output: { outcome: 'applied' } });
  expect(machine.cloud.failedVersions.size).toBe(0);
});

test('the first version of all goes out of service again when it does not serve', async () => {
  const machine = new Machine(given([]));
  machine.cloud.add(1, { fate: 'answers wrongly' });

  expect(await machine.run(approve(1))).toMatchObject({ status: 'FAILED' });
  expect(machine.cloud.state.version).toBe('none');
  expect(machine.cloud.endpoints.size).toBe(0);
});

test('the way back passes by a former version that was rejected meanwhile, and one that failed', async () => {
  const machine = new Machine(given([1, 2, 3], 3));
  machine.cloud.add(4, { fate: 'answers wrongly' });
  machine.cloud.add(3, { approval: 'Rejected' });
  machine.cloud.failedVersions.set(arnOf(2), '2026-11-19T10:00:00Z');

  const ending = await machine.run(approve(4));

  expect(ending.cause).toMatch(/Gone back: version 1 is in service/);
  expect(machine.cloud.state.version).toBe(arnOf(1));
});

test('without any approved version a failing one stays, and the operators hear that too', async () => {
  const machine = new Machine(given([1], 1));
  machine.cloud.add(1, { approval: 'Rejected' });
  machine.cloud.add(2, { fate: 'answers wrongly' });

  expect((await machine.run(approve(2))).cause).toMatch(/No approved version can take its place: version 2 stays/);
  expect(machine.cloud.state.version).toBe(arnOf(2));
});

test('a version cannot be woken that CloudFormation fails to wake; it is not to blame and goes on serving', async () => {
  const machine = new Machine(given([1], 1));
  machine.cloud.add(1, { fate: 'crashes' });

  expect((await machine.run({ action: 'wake' })).cause).toMatch(/The container did not pass its ping/);
  expect(machine.cloud.state).toEqual({ version: arnOf(1), realTime: 'parked' });
  expect(machine.cloud.failedVersions.size).toBe(0);
});

test('replaced models and configurations are deleted once their successor serves, and none that is used', async () => {
  const machine = new Machine(given([1, 2, 3], 1, 'on'));

  await machine.run(approve(2));
  await machine.run(approve(3));

  expect([...machine.cloud.models.values()]).toEqual([arnOf(3), arnOf(3)]);
  expect([...machine.cloud.configs.keys()].sort()).toEqual(
    [...machine.cloud.endpoints.values()].map(({ config }) => config).sort(),
  );
});

test('a run that never gets its turn, or whose update never ends, gives up in words', async () => {
  const waiting = new Machine(given([1, 2], 1), false);
  waiting.cloud.updateStack({ version: arnOf(1), realTime: 'on' });
  expect(await waiting.run(approve(2))).toMatchObject({
    status: 'FAILED',
    error: 'ServingFailed',
    cause: expect.stringMatching(/Gave up waiting: the serving stack is UPDATE_IN_PROGRESS/),
  });

  const updating = new Machine(given([1, 2], 1), false);
  expect((await updating.run(approve(2))).cause).toMatch(/Gave up: the serving stack is UPDATE_IN_PROGRESS/);
  expect(updating.visited.length).toBeLessThan(60);
});

test('CloudFormation that refuses for good ends the run with what it said', async () => {
  const machine = new Machine(given([1, 2], 1));
  machine.cloud.updateStack = () => {
    throw Object.assign(new Error('not authorized to perform cloudformation:UpdateStack'), {
      name: 'CloudFormation.X',
    });
  };

  expect((await machine.run(approve(2))).cause).toMatch(/refused the update: CloudFormation.X: not authorized/);
});

test('a function that breaks ends the run, and the operators hear it', async () => {
  const machine = new Machine(given([1], 1));
  machine.cloud.status = '';
  machine.cloud.state = { version: '', realTime: 'on' };

  expect(await machine.run(approve(1))).toMatchObject({ status: 'FAILED', error: 'ServingFailed' });
  expect(machine.told).toHaveLength(1);
});

test('a rejected version in service brings the former one back; any other rejection changes nothing', async () => {
  const machine = new Machine(given([1, 2, 3], 3));
  machine.cloud.add(2, { approval: 'Rejected' });
  expect((await machine.run(reject(2))).output).toMatchObject({ outcome: 'nothing', version: arnOf(3) });

  machine.cloud.add(3, { approval: 'Rejected' });
  expect((await machine.run(reject(3))).output).toMatchObject({ outcome: 'applied', version: arnOf(1) });
});

/** Far more states than any of these runs enters. */
const ENDLESS = 5000;

/** Lets runs for all events overlap as `turns` says, and afterwards one after the other until each has ended. */
async function overlap(machine: Machine, numbers: readonly number[], turns: readonly number[]): Promise<Ending[]> {
  const running = numbers.map((number) => machine.start(approve(number, '2026-11-20T09:00:00Z')));
  const endings: Ending[] = [];
  for (let step = 0; running.length > 0; step++) {
    if (step > ENDLESS) throw new Error(`still running after ${step} states: ${machine.visited.slice(-40)}`);
    const index = (turns[step] ?? step) % running.length;
    const ending = await machine.step(running[index] as (typeof running)[number]);
    if (!ending) continue;
    endings.push(ending);
    running.splice(index, 1);
  }
  return endings;
}

const copies = fc.array(fc.constantFrom(5, 6), { maxLength: 4 });
const schedules = fc.array(fc.nat({ max: 9 }), { maxLength: 300, size: 'max' });

test('two approvals, in any order, overlapping anyhow and delivered more than once, end with the newer one, once', async () => {
  await fc.assert(
    fc.asyncProperty(copies, schedules, async (more, schedule) => {
      const machine = new Machine(given([4, 5, 6], 4));
      const endings = await overlap(machine, [5, 6, ...more], schedule);

      expect(machine.cloud.state.version).toBe(arnOf(6));
      expect(machine.cloud.served.filter(({ version }) => version === arnOf(6))).toHaveLength(1);
      expect(endings.every(({ status }) => status === 'SUCCEEDED')).toBe(true);
      expect(machine.told).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('whichever of them fail to serve, and however, the newest that does is in service at the end', async () => {
  const fates = fc.constantFrom('serves', 'crashes', 'goes back unsaid', 'answers wrongly');
  await fc.assert(
    fc.asyncProperty(copies, schedules, fates, fates, async (more, schedule, five, six) => {
      const machine = new Machine(given([4], 4));
      machine.cloud.add(5, { fate: five });
      machine.cloud.add(6, { fate: six });
      await overlap(machine, [5, 6, ...more], schedule);

      const expected = six === 'serves' ? 6 : five === 'serves' ? 5 : 4;
      expect(machine.cloud.state.version).toBe(arnOf(expected));
    }),
    { numRuns: 50 },
  );
});
