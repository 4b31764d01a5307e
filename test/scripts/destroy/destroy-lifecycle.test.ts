import { ENVIRONMENTS } from '../../../lib/config/environments';
import { STACK_IDS } from '../../../lib/config/stacks';
import { destroyLifecycle } from '../../../scripts/destroy/destroy-lifecycle';
import { FakeAccount } from './fake-account';
import { FakeEnvironment } from './fake-environment';
import { given, PREFIX } from './given';

describe('destroying an environment', () => {
  test('leaves nothing of it but what the account shares, and says so', async () => {
    const { account, environment, settings, said } = given();

    await destroyLifecycle(settings);

    expect([...account.stacks.keys()]).toEqual([]);
    expect([...account.models]).toEqual([]);
    expect([...account.endpointConfigs]).toEqual([]);
    expect([...account.logs.keys()]).toEqual([]);
    expect([...account.buckets.keys()]).toEqual([]);
    expect([...(account.tables.get('sagemaker_featurestore')?.keys() ?? [])]).toEqual([]);
    const left = said.slice(said.indexOf('left on purpose:') + 1);
    expect(left).toEqual([
      expect.stringContaining('Glue database sagemaker_featurestore'),
      expect.stringContaining("SageMaker's records of ended jobs (2)"),
      expect.stringContaining("API Gateway's log role"),
      expect.stringContaining(`KMS key ${environment.prefix}-key: pending deletion`),
      expect.stringContaining('CDKToolkit'),
    ]);
  });

  test.each([
    'ml-lifecycle-sandbox2',
    'ml-lifecycle-production',
    // Its project is called like our environment, so all its names begin like ours.
    'ml-lifecycle-sandbox-sandbox',
    'ml-lifecycle-sandbox-production',
  ])('touches nothing of %s', async (neighbour) => {
    const account = new FakeAccount();
    const other = new FakeEnvironment(account, neighbour);
    const { settings, said } = given(account);

    await destroyLifecycle(settings);

    expect([...account.stacks.keys()].filter((name) => !name.startsWith(neighbour))).toEqual([]);
    expect(account.stacks.size).toBe(STACK_IDS.length);
    expect([...account.models]).toEqual([other.model, other.formerModel]);
    expect([...account.endpointConfigs]).toEqual([other.formerConfig]);
    expect([...account.endpoints.keys()]).toEqual([other.realTime]);
    expect(account.logs.has(other.endpointLogs)).toBe(true);
    expect([...(account.logs.get('/aws/sagemaker/ProcessingJobs')?.streams ?? [])]).toEqual([other.monitoringStream]);
    expect([...account.buckets]).toEqual([[other.raw, ['a.csv', 'b.csv', '_SUCCESS']]]);
    expect([...(account.tables.get('sagemaker_featurestore')?.keys() ?? [])]).toEqual([other.offlineTable]);
    expect(account.logs.has(other.customResourceLogs)).toBe(true);
    expect(account.logs.get('/aws/sagemaker/TrainingJobs')?.streams).toContain(other.trainingStream);
    expect([...(account.logs.get('/aws-glue/jobs/output')?.streams ?? [])].sort()).toEqual(
      [`jr_${other.run}`, other.glueStream].sort(),
    );
    expect(said.join('\n')).toMatch(/TrainingJobs: shared by all jobs of the account; our streams are deleted/);
  });

  test.each(['executions', 'glueRuns', 'pipelineRuns'] as const)(
    'stops all %s and waits for their end before the stacks go',
    async (kind) => {
      const { account, environment, settings, cdkDestroy } = given();
      const runs = [...account[kind].values()].flat();
      const [of] = account[kind].keys();
      const status = kind === 'pipelineRuns' ? 'Executing' : 'RUNNING';
      account[kind].set(of ?? '', [...runs, { id: 'jr_/a', status }, { id: 'jr_/b', status }]);
      cdkDestroy.mockImplementation(async () => {
        const [now] = account[kind].values();
        expect(now?.slice(-2).map((run) => run.status)).toEqual(['Stopped', 'Stopped']);
        await environment.cdkDestroy();
      });

      await destroyLifecycle(settings);

      expect(cdkDestroy).toHaveBeenCalledTimes(1);
    },
  );

  test('waits for a run that somebody else is stopping', async () => {
    const { account, environment, settings, cdkDestroy } = given();
    const run = { id: 'jr_old', status: 'STOPPING' };
    account.glueRuns.get(environment.curate)?.push(run);
    cdkDestroy.mockImplementation(async () => {
      expect(run.status).toBe('Stopped');
      await environment.cdkDestroy();
    });

    await destroyLifecycle(settings);

    expect(cdkDestroy).toHaveBeenCalledTimes(1);
  });

  test("leaves a person's model whose name mentions one of our runs", async () => {
    const { account, environment, settings } = given();
    account.models.add(`copy-of-${environment.model}`);

    await destroyLifecycle(settings);

    expect([...account.models]).toEqual([`copy-of-${environment.model}`]);
  });

  test('a second time is quiet and no error', async () => {
    const { settings, said, cdkDestroy } = given();
    await destroyLifecycle(settings);
    said.length = 0;

    await destroyLifecycle(settings);

    expect(said).toEqual([`${PREFIX} has no stack in us-east-1: nothing to destroy`]);
    expect(cdkDestroy).toHaveBeenCalledTimes(1);
  });

  test('after an attempt that stopped behind the stacks deletes the models and log groups it left', async () => {
    const { account, environment, settings } = given();
    account.models.delete(environment.model);
    await environment.cdkDestroy();
    account.logs.set('/aws/lambda/ml-lifecycle-sandbox-dat-CustomS3AutoDeleteObjects-X1', { streams: new Set() });

    await destroyLifecycle(settings);

    expect([...account.logs.keys()].filter((name) => /^\/aws\/(lambda|sagemaker\/Endpoints)\//.test(name))).toEqual([]);
    expect([...account.models, ...account.endpointConfigs]).toEqual([]);
  });

  test('with some stacks missing deletes the others', async () => {
    const { account, settings } = given();
    account.stacks.delete(`${PREFIX}-operations`);
    account.stacks.delete(`${PREFIX}-training`);
    account.pipelineRuns.clear();

    await destroyLifecycle(settings);

    expect(account.stacks.size).toBe(0);
  });

  test('is refused for one that keeps its data, before anything is looked at', async () => {
    const { account, settings, confirm } = given();

    const refused = destroyLifecycle({ ...settings, config: ENVIRONMENTS.production });

    await expect(refused).rejects.toThrow(/production keeps its data.*By hand:.*update-termination-protection/s);
    expect(confirm).not.toHaveBeenCalled();
    expect(account.stacks.size).toBe(STACK_IDS.length);
  });

  test('that nobody confirms deletes nothing and is an error', async () => {
    const { account, environment, settings, cdkDestroy } = given();
    account.executions.get(environment.machine)?.push({ id: 'execution-1', status: 'RUNNING' });

    await expect(destroyLifecycle({ ...settings, confirm: async () => false })).rejects.toThrow(/not confirmed/);

    expect(cdkDestroy).not.toHaveBeenCalled();
    expect(account.executions.get(environment.machine)).toEqual([{ id: 'execution-1', status: 'RUNNING' }]);
  });

  test('names the account, the region and the stacks before it asks', async () => {
    const { settings, confirm } = given();

    await destroyLifecycle(settings);

    expect(confirm).toHaveBeenCalledWith(expect.stringMatching(/111122223333, us-east-1.*sandbox-training/), PREFIX);
  });

  test('a stack of our name that belongs to no phase stays and is named', async () => {
    const { account, settings, said } = given();
    account.stacks.set(`${PREFIX}-serving-of-old`, { status: 'CREATE_COMPLETE', resources: {} });

    await destroyLifecycle(settings);

    expect([...account.stacks.keys()]).toEqual([`${PREFIX}-serving-of-old`]);
    expect(said.join('\n')).toContain(`stack ${PREFIX}-serving-of-old: begins like ours`);
  });
});

describe('a deletion that fails', () => {
  function givenFailing(times: number) {
    const all = given();
    const { account, environment, cdkDestroy } = all;
    for (let time = 0; time < times; time += 1)
      cdkDestroy.mockImplementationOnce(async () => {
        for (const name of account.stacks.keys()) if (!name.endsWith('data-lake')) account.stacks.delete(name);
        const stack = account.stacks.get(`${PREFIX}-data-lake`);
        if (stack) stack.status = 'DELETE_FAILED';
        account.buckets.set(environment.raw, [
          ...(account.buckets.get(environment.raw) ?? []),
          'late access log',
          'deleted:a.csv',
        ]);
        throw new Error('cdk destroy ended with 1');
      });
    return all;
  }

  test('half way is tried once more with all versions in the buckets deleted', async () => {
    const { account, environment, settings, cdkDestroy } = givenFailing(1);
    cdkDestroy.mockImplementationOnce(async () => {
      expect(account.buckets.get(environment.raw)).toEqual([]);
      await environment.cdkDestroy();
    });

    await destroyLifecycle(settings);

    expect(cdkDestroy).toHaveBeenCalledTimes(2);
    expect(account.stacks.size).toBe(0);
  });

  test('twice is an error with the stack, the resource and the reason', async () => {
    const { settings, cdkDestroy } = givenFailing(2);

    await expect(destroyLifecycle(settings)).rejects.toThrow(
      /remain:\nml-lifecycle-sandbox-data-lake: DELETE_FAILED\n {2}Raw \(AWS::S3::Bucket\): it did not want to/,
    );
    expect(cdkDestroy).toHaveBeenCalledTimes(2);
  });

  test('before any stack was touched keeps the data and passes the cause on', async () => {
    const { account, environment, settings, cdkDestroy } = given();
    cdkDestroy.mockRejectedValue(new Error('the app does not synthesize'));

    await expect(destroyLifecycle(settings)).rejects.toThrow('the app does not synthesize');

    expect(cdkDestroy).toHaveBeenCalledTimes(1);
    expect(account.buckets.get(environment.raw)).toHaveLength(3);
  });

  test('to empty the model package group is an error that names the group', async () => {
    const { account, environment, settings, cdkDestroy } = given();
    cdkDestroy.mockImplementation(async () => {
      await environment.cdkDestroy();
      account.modelPackageGroups.add(environment.versions);
    });

    await expect(destroyLifecycle(settings)).rejects.toThrow(`model package group ${environment.versions} remains`);
  });

  test('to delete a bucket with its stack is made good', async () => {
    const { account, environment, settings, said, cdkDestroy } = given();
    cdkDestroy.mockImplementation(async () => {
      await environment.cdkDestroy();
      account.buckets.set(environment.raw, ['offline/1', 'deleted:offline/2', 'deleted:offline/3']);
    });

    await destroyLifecycle(settings);

    expect(account.buckets.size).toBe(0);
    expect(said).toContain(`bucket ${environment.raw} outlived its stack: emptied and deleted`);
  });
});
