import { App, Stack } from 'aws-cdk-lib';
import { handlerBundles } from '../../../lib/config/bundle-handlers';
import type { Dataset } from '../../../lib/config/dataset';
import { ENVIRONMENTS } from '../../../lib/config/environments';
import { mlLifecycle } from '../../../lib/ml-lifecycle';
import { findStacks } from '../../../scripts/destroy/find-stacks';
import { DATASETS } from '../../datasets';
import { resources, SYNTHESIZED } from '../../synthesized';
import { FakeAccount } from './fake-account';

const disposable = SYNTHESIZED.filter(({ config }) => !config.retainData);

test('destroying looks for every stack of the app', async () => {
  const config = ENVIRONMENTS.sandbox;
  const dataset = DATASETS[0] as Dataset;
  const app = new App();
  mlLifecycle(app, { config, dataset, ...handlerBundles(dataset) });
  const deployed = app.node.children.filter(Stack.isStack).map(({ stackName }) => stackName);
  const account = new FakeAccount();
  for (const name of deployed) account.stacks.set(name, { status: 'CREATE_COMPLETE', resources: {} });

  const { ours } = await findStacks(account.clients.cloudFormation, `${config.project}-${config.environment}`);

  expect(ours.map(({ StackName }) => StackName).sort()).toEqual(deployed.sort());
});

test.each(disposable)('only what destroying names outlives its stack in $environment by policy', ({ templates }) => {
  const kept = resources(templates).filter(
    // A stream goes with its log group.
    ({ Type, DeletionPolicy }) => DeletionPolicy && DeletionPolicy !== 'Delete' && Type !== 'AWS::Logs::LogStream',
  );

  expect(kept.map(({ stack, logicalId, Type }) => `${stack} ${Type} ${logicalId}`)).toEqual([
    expect.stringMatching(/^prediction AWS::IAM::Role ApiCloudWatchRole/),
    expect.stringMatching(/^prediction AWS::ApiGateway::Account /),
  ]);
});

test.each(disposable)('only what destroying looks for by its tags outlives a replacement in $environment', (each) => {
  const kept = resources(each.templates).filter(
    ({ UpdateReplacePolicy, DeletionPolicy }) => UpdateReplacePolicy === 'Retain' && DeletionPolicy !== 'Retain',
  );
  const ours = { 'ml:project': each.config.project, 'ml:environment': each.config.environment };

  expect([...new Set(kept.map(({ Type }) => Type))].sort()).toEqual([
    'AWS::SageMaker::EndpointConfig',
    'AWS::SageMaker::Model',
  ]);
  for (const { Properties } of kept) {
    const tags = (Properties.Tags as { Key: string; Value: string }[]).map(({ Key, Value }) => [Key, Value]);
    expect(Object.fromEntries(tags)).toMatchObject(ours);
  }
});

test.each(disposable)('the key of $environment waits as many days as destroying says', ({ templates }) => {
  const keys = resources(templates, 'AWS::KMS::Key');

  expect(keys.map(({ Properties }) => Properties.PendingWindowInDays)).toEqual([7]);
});
