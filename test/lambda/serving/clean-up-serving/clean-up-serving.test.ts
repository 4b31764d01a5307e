import { cleanUpServing } from '../../../../lambda/serving/clean-up-serving/clean-up-serving';
import { findUnused } from '../../../../lambda/serving/clean-up-serving/find-unused';
import { arnOf, ENV, ServingCloud } from '../serving-cloud';

const model = (name: string) => ({ kind: 'model' as const, name });
const config = (name: string) => ({ kind: 'config' as const, name });
const made = (retained: ReturnType<typeof model | typeof config>, deleted = false) => ({ ...retained, deleted });

test('unused is what the stack made, holds no more, did not delete itself, and no endpoint uses; configurations first', () => {
  const history = {
    made: [
      made(model('old')),
      made(config('old')),
      made(model('old')),
      made(model('rolled-back-to')),
      made(model('new')),
      made(config('new')),
      made(model('failed'), true),
      made(model('failed')),
    ],
    held: [model('new'), config('new')],
    used: [model('rolled-back-to')],
  };

  expect(findUnused(history)).toEqual([config('old'), model('old')]);
});

function given(...versions: number[]): ServingCloud {
  const cloud = new ServingCloud();
  for (const version of versions) {
    cloud.add(version);
    cloud.serving(version);
  }
  return cloud;
}

test('models and configurations of former versions go, those in service stay', async () => {
  const cloud = given(1, 2, 3);

  expect((await cleanUpServing(cloud.clients, ENV)).sort()).toEqual([
    'ServerlessConfig-1',
    'ServerlessConfig-2',
    'ServerlessModel-1',
    'ServerlessModel-2',
  ]);
  expect([...cloud.models.values()]).toEqual([arnOf(3)]);
});

test('cleaning up twice finds nothing, which is no error', async () => {
  const cloud = given(1, 2);
  await cleanUpServing(cloud.clients, ENV);

  expect(await cleanUpServing(cloud.clients, ENV)).toEqual([]);
});

test('what SageMaker went back to stays, though the stack has let go of it', async () => {
  const cloud = given(1);
  cloud.add(2, { fate: 'goes back unsaid' });
  cloud.serving(2);

  expect(await cleanUpServing(cloud.clients, ENV)).toEqual([]);
  expect([...cloud.models.values()]).toEqual([arnOf(1), arnOf(2)]);
});

test('during an update nothing is deleted: it may have to go back', async () => {
  const cloud = given(1, 2);
  cloud.updateStack({ version: arnOf(1), realTime: 'parked' });

  expect(await cleanUpServing(cloud.clients, ENV)).toEqual([]);
  expect(cloud.models.size).toBe(2);
});
