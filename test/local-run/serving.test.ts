import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CloudFormationClient,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { DescribeEndpointCommand, UpdateModelPackageCommand } from '@aws-sdk/client-sagemaker';
import { environmentNamed } from '../../lib/config/check-environment';
import { resolveDataset } from '../../lib/config/resolve-dataset';
import { stackName } from '../../lib/config/stacks';
import { endpointNames } from '../../lib/serving/endpoint-names';
import { type MadeFiles, madeFiles } from '../../scripts/local/delivered-files';
import { assemblyIn } from '../../scripts/local/deploy';
import { deliver } from '../../scripts/local/first-half';
import { until } from '../../scripts/local/lifecycle';
import { Operator } from '../../scripts/local/operator';
import { RunningModel } from '../../scripts/local/running-model';
import { retrySchedules } from '../../scripts/monitoring/retry-schedules';
import { PredictionClient } from '../../scripts/prediction/prediction-client';
import { servingClients } from '../../scripts/serving/serving-clients';
import { type DeployedLifecycle, givenDeployedLifecycle, SAMPLE } from './deployed-lifecycle';
import { expectNothingLeftAfterDestroy } from './destroyed';
import { expectParkedWhenIdle } from './idle-endpoint';
import { trainAnother } from './more-versions';
import { Observer } from './observer';
import { readServingState, ServingRuns } from './serving-state';

const CONFIG = environmentNamed('sandbox');
const ENDPOINTS = endpointNames(CONFIG);

let deployed: DeployedLifecycle;
let observer: Observer;
let operator: Operator;
let runs: ServingRuns;
let api: PredictionClient;
let model: RunningModel;
let delivered: MadeFiles;
/** ARNs of three good versions, oldest first. */
const versions: string[] = [];

const stacks = () => new CloudFormationClient({});

const servingState = () => readServingState(CONFIG);

const quiet = () => {};
const numberOf = (arn = '') => Number(arn.split('/').at(-1));
const configOf = async (EndpointName: string) =>
  (await deployed.lifecycle.sageMaker.send(new DescribeEndpointCommand({ EndpointName }))).EndpointConfigName;

/** Changes an object in S3 and gives back how to undo it. */
async function altered(uri: string, change: (body: Buffer) => Buffer): Promise<() => Promise<unknown>> {
  const [, Bucket, Key] = uri.match(/^s3:\/\/([^/]+)\/(.+)$/) ?? [];
  const { Body } = await deployed.lifecycle.s3.send(new GetObjectCommand({ Bucket, Key }));
  const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
  const put = (body: Buffer) => deployed.lifecycle.s3.send(new PutObjectCommand({ Bucket, Key, Body: body }));
  await put(change(bytes));
  return () => put(bytes);
}

/** Changes the Serving stack's template in the assembly, under another hash: the CLI uploads what it has not seen. */
function editServingTemplate(from: string, to: string): void {
  const file = (name: string) => join(assemblyIn(deployed.runFolder), name);
  const edit = (name: string, change: (text: string) => string) =>
    writeFileSync(file(name), change(readFileSync(file(name), 'utf8')));
  edit('Serving.template.json', (text) => text.replace(from, to));
  const template = readFileSync(file('Serving.template.json'));
  const [, former = ''] = readFileSync(file('Serving.assets.json'), 'utf8').match(/"([0-9a-f]{64})": \{/) ?? [];
  const hash = createHash('sha256').update(template).digest('hex');
  for (const name of ['Serving.assets.json', 'manifest.json']) edit(name, (text) => text.replaceAll(former, hash));
}

async function versionNamed(arn: string) {
  const found = (await deployed.lifecycle.versions()).find(({ ModelPackageArn }) => ModelPackageArn === arn);
  if (!found) throw new Error(`there is no ${arn}`);
  return found;
}

beforeAll(async () => {
  deployed = await givenDeployedLifecycle('serving');
  const { lifecycle } = deployed;
  observer = new Observer(deployed.cloud, lifecycle);
  await observer.subscribe();
  operator = new Operator(CONFIG, lifecycle.modelName);
  runs = new ServingRuns(lifecycle, wait);
  delivered = madeFiles(SAMPLE, join(deployed.runFolder, 'data'), { seed: 1, customers: 6000 });
  await deliver(lifecycle, delivered);
  expect(await lifecycle.preparation([])).toMatchObject({ status: 'SUCCEEDED' });
  expect(await lifecycle.training([])).toMatchObject({ status: 'Succeeded' });
  versions.push((await lifecycle.versions())[0]?.ModelPackageArn ?? '');
  for (const time of ['2027-01-01T00:00:00Z', '2027-02-01T00:00:00Z'])
    versions.push(await trainAnother(lifecycle, time));
  api = await PredictionClient.of(CONFIG);
  model = new RunningModel(api, resolveDataset(SAMPLE), lifecycle.modelName);
}, 300_000);

afterAll(() => deployed?.cloud.close());

/** Of a record that the feature store knows. */
async function realTimeAnswer() {
  const [known] = await model.predict(someone());
  return model.untilServedBy('real-time', known?.recordId ?? '');
}

const someone = () => delivered.fates.slice(0, 3).map(({ recordId }) => recordId);

test('before any approval nobody is served, in words', async () => {
  await expect(api.predict(someone())).rejects.toThrow(/^503: .*no model is in service/i);
});

test('an approved version is served by serverless first, and a rejected one is refused in words', async () => {
  await operator.approve(numberOf(versions[0]), quiet);
  expect(await servingState()).toMatchObject({ version: versions[0], realTime: 'parked', status: 'UPDATE_COMPLETE' });
  expect(await model.predict(someone())).toContainEqual(
    expect.objectContaining({ servedBy: 'serverless', modelVersion: versions[0] }),
  );

  await deployed.lifecycle.sageMaker.send(
    new UpdateModelPackageCommand({ ModelPackageArn: versions[1], ModelApprovalStatus: 'Rejected' }),
  );
  await expect(runs.start({ action: 'approve', version: versions[1], cause: 'approval' })).rejects.toThrow(
    /ServingRefused: .*Rejected/,
  );
});

test('a version of a foreign group is refused in words, and the operators read them', async () => {
  const foreign = versions[0]?.replace('-churn/', '-other/');
  await expect(runs.start({ action: 'approve', version: foreign, cause: 'approval' })).rejects.toThrow(
    /ServingRefused: .*no version of the environment's model/,
  );
  expect(await observer.messageSaying('ServingFailed')).toContain('docs/runbook.md#serving-failed');
  expect(await servingState()).toMatchObject({ version: versions[0] });
});

test('a version whose artifact was altered is refused in words, and serves once it is itself again', async () => {
  const { InferenceSpecification } = await versionNamed(versions[1] ?? '');
  const artifact = InferenceSpecification?.Containers?.[0]?.ModelDataUrl ?? '';
  const undo = await altered(artifact, (body) => Buffer.concat([body, Buffer.from('x')]));
  await expect(operator.approve(numberOf(versions[1]), quiet)).rejects.toThrow(/ServingRefused: .*(artifact|hash)/i);
  expect(await servingState()).toMatchObject({ version: versions[0] });
  await undo();
});

test('an endpoint that fails its smoke test goes back to the former version, and the operators are told', async () => {
  const { CustomerMetadataProperties } = await versionNamed(versions[1] ?? '');
  const undo = await altered(CustomerMetadataProperties?.smokeTest ?? '', (body) => {
    const test = JSON.parse(body.toString());
    test.rows[0].score = 1 - test.rows[0].score;
    return Buffer.from(JSON.stringify(test));
  });
  await expect(operator.approve(numberOf(versions[1]), quiet)).rejects.toThrow(/ServingFailed: /);
  expect(await servingState()).toMatchObject({ version: versions[0], status: 'UPDATE_COMPLETE' });
  expect(await model.predict(someone())).toContainEqual(expect.objectContaining({ modelVersion: versions[0] }));
  await undo();
});

test('two approvals at once end with the newer one', async () => {
  await operator.wake(quiet);
  await Promise.all([1, 2].map((at) => operator.approve(numberOf(versions[at]), quiet)));
  expect(await servingState()).toMatchObject({ version: versions[2], realTime: 'on' });
  expect(await realTimeAnswer()).toMatchObject({ modelVersion: versions[2] });
});

test('an approval that comes again, and one that comes after its rejection, change nothing', async () => {
  const before = await servingState();
  const change = (ModelPackageArn: string | undefined, ModelApprovalStatus: string) => () =>
    observer.announce('aws.sagemaker', 'SageMaker Model Package State Change', {
      ModelPackageGroupName: deployed.lifecycle.modelName,
      ModelPackageArn,
      ModelApprovalStatus,
    });
  const [, older, inService] = versions;
  const events = [change(inService, 'Approved'), change(older, 'Rejected'), change(older, 'Approved')];
  expect(await runs.startedBy(events)).toEqual(['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED']);
  expect(await servingState()).toEqual(before);
});

test('by default the account refuses Model Monitor: the promotion stands, and the operators read why', async () => {
  const message = await observer.messageSaying('monitor:retry');
  expect(message).toContain('docs/runbook.md#monitor-schedules-failed');
  expect(await servingState()).toMatchObject({ version: versions[2], realTime: 'on' });
});

test('deploying again changes nothing and keeps the model; so does a change elsewhere in the stack', async () => {
  const before = { state: await servingState(), config: await configOf(ENDPOINTS.realTime) };
  await deployed.redeploy();
  const printed = readFileSync(join(deployed.runFolder, 'deploy.log'), 'utf8');
  expect(printed.match(/✅/g)?.length).toBe(printed.match(/\(no changes\)/g)?.length);
  expect(await servingState()).toEqual(before.state);

  editServingTemplate('The real-time endpoint answers too slowly', 'The real-time endpoint is slow');
  await deployed.deployAssembly();
  const after = await servingState();
  expect(after.updated).not.toBe(before.state.updated);
  expect(after).toMatchObject({ version: versions[2], realTime: 'on', status: 'UPDATE_COMPLETE' });
  expect(await configOf(ENDPOINTS.realTime)).toBe(before.config);
});

test('rejecting the version in service brings the former one back', async () => {
  await operator.reject(undefined, quiet);
  expect(await servingState()).toMatchObject({ version: versions[1], realTime: 'on' });
  expect(await model.predict(someone())).toContainEqual(expect.objectContaining({ modelVersion: versions[1] }));
});

test('an approval that arrives while the endpoint is parked has its turn, before that or after it', async () => {
  await Promise.all([operator.park(quiet), operator.approve(numberOf(versions[2]), quiet)]);
  expect(await servingState()).toMatchObject({ version: versions[2], realTime: 'parked', status: 'UPDATE_COMPLETE' });
  await operator.reject(undefined, quiet);
  await operator.wake(quiet);
  expect(await servingState()).toMatchObject({ version: versions[1], realTime: 'on' });
});

test('an alarm while a version takes over rolls it back, although the stack says that all is well', async () => {
  await observer.raise('ml-lifecycle-sandbox-real-time-latency');
  await expect(operator.approve(numberOf(versions[2]), quiet)).rejects.toThrow(/ServingFailed: .*roll/i);
  expect(await servingState()).toMatchObject({ version: versions[1], realTime: 'on' });
  expect(await model.predict(someone())).toContainEqual(expect.objectContaining({ modelVersion: versions[1] }));
});

test.each([
  ['by hand', () => operator.park(quiet)],
  [
    'itself',
    () => expectParkedWhenIdle({ config: CONFIG, lifecycle: deployed.lifecycle, servingState, ask: realTimeAnswer }),
  ],
])('parked %s and woken, the endpoint serves the same model, and callers are answered throughout', async (_, park) => {
  await park();
  expect(await servingState()).toMatchObject({ version: versions[1], realTime: 'parked' });
  await expect(configOf(ENDPOINTS.realTime)).rejects.toThrow(/Could not find endpoint/i);
  expect(await model.predict(someone())).toContainEqual(
    expect.objectContaining({ servedBy: 'serverless', modelVersion: versions[1] }),
  );
  await operator.wake(quiet);
  expect(await realTimeAnswer()).toMatchObject({ modelVersion: versions[1] });
});

describe('an account that may use Model Monitor', () => {
  const schedulesOf = async () => {
    const { Stacks } = await stacks().send(
      new DescribeStacksCommand({ StackName: stackName(CONFIG, 'monitor-schedules') }),
    );
    const parameter = (key: string) =>
      Stacks?.[0]?.Parameters?.find(({ ParameterKey }) => ParameterKey === key)?.ParameterValue;
    const { StackResources = [] } = await stacks().send(
      new DescribeStackResourcesCommand({ StackName: stackName(CONFIG, 'monitor-schedules') }),
    );
    const names = StackResources.filter(({ ResourceType }) => ResourceType === 'AWS::SageMaker::MonitoringSchedule');
    return { count: names.length, baselines: parameter('BaselineUri') };
  };
  const baselinesOf = async (arn = '') => (await versionNamed(arn)).CustomerMetadataProperties?.monitoring;

  test('was told that it is refused once, whatever was promoted, parked and woken since', async () => {
    const refusals = (await observer.messages()).filter((message) => message.includes('monitor:retry'));
    expect(refusals).toHaveLength(1);
  });

  test('has its four schedules once somebody tries again, with the baselines of the version in service', async () => {
    deployed.cloud.admitToModelMonitor();
    const clients = { ...servingClients(CONFIG.region), dynamoDb: new DynamoDBClient({}) };
    await retrySchedules({ config: CONFIG, clients, sleep: (time) => wait(time / 5), say: quiet });
    expect(await schedulesOf()).toEqual({ count: 4, baselines: await baselinesOf(versions[1]) });
  });

  test('sees them follow a promotion, go with the endpoint and come back with it', async () => {
    await operator.approve(numberOf(versions[2]), quiet);
    const promoted = { count: 4, baselines: await baselinesOf(versions[2]) };
    await until(
      'the schedules to follow',
      async () => JSON.stringify(await schedulesOf()) === JSON.stringify(promoted) || undefined,
    );
    await operator.park(quiet);
    expect(await schedulesOf()).toMatchObject({ count: 0 });
    await operator.wake(quiet);
    await until('the schedules to come back', async () => (await schedulesOf()).count === 4 || undefined);
  });
});

test('every alarm can go off, and tells the operators what happened and where the runbook is', async () => {
  const alarms = await observer.allAlarms();
  const names = alarms.map(({ AlarmName = '' }) => AlarmName);
  expect(names.length).toBeLessThanOrEqual(30);
  for (const { AlarmName = '', StateValue } of alarms) if (StateValue !== 'ALARM') await observer.raise(AlarmName);
  for (const name of names) expect(await observer.messageSaying(name)).toMatch(/docs\/runbook\.md#[a-z-]+/);
});

test('destroy leaves nothing of all this', async () => {
  await expectNothingLeftAfterDestroy(deployed);
});
