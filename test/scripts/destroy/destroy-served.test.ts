import { destroyLifecycle } from '../../../scripts/destroy/destroy-lifecycle';
import { given, PREFIX } from './given';

test('destroying leaves models and configurations that carry the tags of nobody, of another project or another environment', async () => {
  const { account, settings } = given();
  const ours = { 'ml:project': 'ml-lifecycle', 'ml:environment': 'sandbox' };
  const others = {
    none: undefined,
    'another-project': { ...ours, 'ml:project': 'ml' },
    'another-environment': { ...ours, 'ml:environment': 'production' },
    half: { 'ml:environment': 'sandbox' },
  };
  for (const [name, tags] of Object.entries(others)) {
    account.models.add(name);
    account.endpointConfigs.add(name);
    if (tags) account.tags.set(name, tags as Record<string, string>);
  }

  await destroyLifecycle(settings);

  expect([...account.models]).toEqual(Object.keys(others));
  expect([...account.endpointConfigs]).toEqual(Object.keys(others));
});

test('destroying waits for the end of an update that takes a version into service', async () => {
  const { account, environment, settings, cdkDestroy } = given();
  const serving = account.stacks.get(`${PREFIX}-serving`);
  if (serving) serving.status = 'UPDATE_IN_PROGRESS';

  await destroyLifecycle(settings);

  expect(cdkDestroy).toHaveBeenCalledTimes(1);
  expect(account.stacks.size).toBe(0);
  expect(account.endpoints.has(environment.realTime)).toBe(false);
});

test('destroying does not wait for a stack of which only a change set was ever made', async () => {
  const { account, settings, cdkDestroy } = given();
  const operations = account.stacks.get(`${PREFIX}-operations`);
  if (operations) operations.status = 'REVIEW_IN_PROGRESS';
  const sleep = jest.fn(account.sleep);

  await destroyLifecycle({ ...settings, sleep });

  expect(cdkDestroy).toHaveBeenCalledTimes(1);
  expect(sleep).not.toHaveBeenCalled();
});

test('destroying deletes an endpoint of ours that outlived its stack before its configuration and its model', async () => {
  const { account, environment, settings, said, cdkDestroy } = given();
  cdkDestroy.mockImplementation(async () => {
    await environment.cdkDestroy();
    // SageMaker went back to the former configuration.
    account.endpoints.set(environment.realTime, environment.formerConfig);
  });

  await destroyLifecycle(settings);

  expect([...account.endpoints.keys(), ...account.endpointConfigs, ...account.models]).toEqual([]);
  expect(said).toContain(`endpoint ${environment.realTime} outlived its stack: deleted`);
});
