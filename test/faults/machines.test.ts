import { arnOf, ServingCloud } from '../lambda/serving/serving-cloud';
import { Machine } from '../lib/serving/serving-machine';

function given(): Machine {
  const cloud = new ServingCloud();
  cloud.add(1);
  cloud.add(2);
  return new Machine(cloud.serving(1));
}
const approve = { action: 'approve', version: arnOf(2) };

/** CloudFormation refuses so many updates with these words, before or after it took them. */
function refusing(machine: Machine, times: number, words: string, when: 'before' | 'after' = 'before'): Machine {
  const { cloud } = machine;
  const update = cloud.updateStack.bind(cloud);
  let left = times;
  cloud.updateStack = (wanted) => {
    if (left === 0) return update(wanted);
    left--;
    if (when === 'after') update(wanted);
    throw Object.assign(new Error(words), { name: 'CloudFormation.CloudFormationException' });
  };
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
