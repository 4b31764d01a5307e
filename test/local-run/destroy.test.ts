import { join } from 'node:path';
import { STACK_IDS } from '../../lib/config/stacks';
import { madeFiles } from '../../scripts/local/delivered-files';
import { deliver } from '../../scripts/local/first-half';
import { type DeployedLifecycle, givenDeployedLifecycle, SAMPLE } from './deployed-lifecycle';
import { destroy, expectNothingLeftAfterDestroy, stacksLeft } from './destroyed';

let deployed: DeployedLifecycle;

beforeAll(async () => {
  deployed = await givenDeployedLifecycle('destroy');
}, 120_000);

afterAll(() => deployed?.cloud.close());

test('destroy in the middle of a run leaves nothing but the CDK toolkit, and a second deploy succeeds', async () => {
  const delivered = madeFiles(SAMPLE, join(deployed.runFolder, 'data'), { seed: 1, customers: 4000 });
  await deliver(deployed.lifecycle, delivered);
  await deployed.lifecycle.preparation([]);
  // The training is under way now.

  await expectNothingLeftAfterDestroy(deployed);

  expect(await destroy(deployed)).toMatchObject({ code: 0 });
  await deployed.redeploy();
  expect((await stacksLeft()).filter((name) => name !== 'CDKToolkit')).toHaveLength(STACK_IDS.length);
});
