import { cleanUpServing } from '../../../../lambda/serving/clean-up-serving/clean-up-serving';
import { expectSameHoweverBrokenOff } from '../../../faults/break-off';
import { ENV, ServingCloud } from '../serving-cloud';

function given() {
  const cloud = new ServingCloud();
  for (const version of [1, 2, 3]) {
    cloud.add(version);
    cloud.serving(version);
  }
  const start = () => cleanUpServing(cloud.clients, ENV);
  const left = () => ({ models: [...cloud.models], configs: [...cloud.configs], endpoints: [...cloud.endpoints] });
  return { cloud, clients: Object.values(cloud.clients), start, left };
}

test('broken off anywhere and started again, what replacements left is gone and what serves stays', async () => {
  expect(await expectSameHoweverBrokenOff(given)).toBeGreaterThanOrEqual(16);

  const { start, left } = given();
  await start();
  expect(left()).toMatchObject({ models: [expect.anything()], configs: [expect.anything()] });
});

test('twice at the same moment, neither fails and nothing that serves is deleted', async () => {
  const { start, left } = given();

  await Promise.all([start(), start()]);
  expect(left()).toMatchObject({ models: [expect.anything()], configs: [expect.anything()] });
});
