import { SchedulesCloud } from '../lambda/model-monitoring/schedules-cloud';
import { arnOf, ServingCloud } from '../lambda/serving/serving-cloud';
import { FOLLOW, PARK, Machine as SchedulesMachine } from '../lib/model-monitoring/schedules-machine';
import { Machine } from '../lib/serving/serving-machine';

function given(): Machine {
  const cloud = new ServingCloud();
  cloud.add(1);
  cloud.add(2);
  return new Machine(cloud.serving(1));
}
const approve = { action: 'approve', version: arnOf(2) };

/** Work that fails so many times, before or after it was done. */
function failing<Wanted>(work: (wanted: Wanted) => void, times: number, error: Error, when = 'before') {
  let left = times;
  return (wanted: Wanted) => {
    if (left === 0) return work(wanted);
    left--;
    if (when === 'after') work(wanted);
    throw error;
  };
}

/** CloudFormation refuses so many updates with these words, before or after it took them. */
function refusing<M extends Machine | SchedulesMachine>(machine: M, times: number, words: string, when = 'before'): M {
  const error = Object.assign(new Error(words), { name: 'CloudFormation.CloudFormationException' });
  const cloud: { updateStack(wanted: unknown): void } = machine.cloud;
  cloud.updateStack = failing(cloud.updateStack.bind(cloud), times, error, when);
  return machine;
}

test.each(['Rate exceeded', 'Service Unavailable'])(
  'an update of the serving stack that ends with "%s" is asked for again, and the version is in service once',
  async (words) => {
    const machine = refusing(given(), 2, words);

    expect(await machine.run(approve)).toMatchObject({ status: 'SUCCEEDED', output: { outcome: 'applied' } });
    expect(machine.cloud.served.filter(({ version }) => version === arnOf(2))).toHaveLength(1);
    expect(machine.told).toEqual([]);
  },
);

test('an update of the serving stack that was taken, and whose answer was lost, is found at work and not asked for again', async () => {
  const machine = refusing(given(), 1, 'Service Unavailable', 'after');

  expect(await machine.run(approve)).toMatchObject({ status: 'SUCCEEDED' });
  expect(machine.cloud.served.filter(({ version }) => version === arnOf(2))).toHaveLength(1);
});

test('an approval that arrives during an update of the stack by somebody else waits for its end, then has its turn', async () => {
  const machine = given();
  machine.cloud.updateStack({ version: arnOf(1), realTime: 'on' });

  expect(await machine.run(approve)).toMatchObject({ status: 'SUCCEEDED', output: { realTime: 'on' } });
  expect(machine.visited).toContain('WaitForTurn');
  expect(machine.cloud.served.map(({ version, realTime }) => [version, realTime])).toEqual([
    [arnOf(1), 'parked'],
    [arnOf(1), 'on'],
    [arnOf(2), 'on'],
  ]);
});

test.each([
  ['followed', 'Rate exceeded', FOLLOW, 'on'],
  ['followed', 'Service Unavailable', FOLLOW, 'on'],
  ['parked', 'Rate exceeded', PARK, 'off'],
  ['parked', 'Internal Failure', PARK, 'off'],
])(
  'when what serves is %s, an update of the schedules that ends with "%s" is asked for again, and happens once',
  async (_, words, machine, wanted) => {
    const running = new SchedulesMachine();
    if (machine === PARK) await running.run();
    const { updates } = running.cloud;

    expect(await refusing(running, 2, words).run(machine, { cause: 'hand' })).toMatchObject({ status: 'SUCCEEDED' });
    expect(running.cloud.parameters.Schedules).toBe(wanted);
    expect(running.cloud.updates).toBe(updates + 1);
  },
);

test('an update of the schedules that was taken, and whose answer was lost, is found at work and not asked for again', async () => {
  const machine = refusing(new SchedulesMachine(), 1, 'Service Unavailable', 'after');

  expect(await machine.run()).toMatchObject({ status: 'SUCCEEDED' });
  expect(machine.cloud.updates).toBe(1);
});

test.each(['before', 'after'])(
  'a refusal whose remembering was throttled %s it was written is remembered and told once',
  async (when) => {
    const cloud = new SchedulesCloud();
    cloud.accepts = false;
    const error = Object.assign(new Error('slow down'), { name: 'DynamoDB.ThrottlingException' });
    cloud.remember = failing(cloud.remember.bind(cloud), 2, error, when);
    const machine = new SchedulesMachine(cloud);

    expect(await machine.run()).toMatchObject({ status: 'SUCCEEDED', output: { outcome: 'refused' } });
    expect(machine.told).toHaveLength(1);
    expect((await machine.run()).output).toMatchObject({ outcome: 'nothing' });
    expect(machine.told).toHaveLength(1);
  },
);
