import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose';
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { GetRecordCommand, SageMakerFeatureStoreRuntimeClient } from '@aws-sdk/client-sagemaker-featurestore-runtime';
import { resolveDataset } from '../../lib/config/resolve-dataset';
import { type DeliveredFiles, madeFiles } from '../../scripts/local/delivered-files';
import { deliver } from '../../scripts/local/first-half';
import { until } from '../../scripts/local/lifecycle';
import { type DeployedLifecycle, givenDeployedLifecycle, SAMPLE } from './deployed-lifecycle';
import { askForTraining, invoke } from './more-versions';
import { Observer } from './observer';

const DATASET = resolveDataset(SAMPLE);
/** Enough for the gate, few enough to be quick. */
const CUSTOMERS = 6000;

let deployed: DeployedLifecycle;
let observer: Observer;
let first: DeliveredFiles;
let bucketOf: (zone: string) => Promise<string>;

/** Prepares a delivery; resolves with how that ended. */
async function prepared(work: () => Promise<unknown>) {
  const known = await deployed.lifecycle.preparations();
  await work();
  return deployed.lifecycle.preparation(known);
}

beforeAll(async () => {
  deployed = await givenDeployedLifecycle('lifecycle');
  observer = new Observer(deployed.cloud, deployed.lifecycle);
  bucketOf = (zone) => deployed.lifecycle.stacks.find('data-lake', 'AWS::S3::Bucket', `Storage${zone}`);
  await observer.subscribe();
  first = madeFiles(SAMPLE, join(deployed.runFolder, 'first'), { seed: 1, customers: CUSTOMERS });
}, 120_000);

afterAll(() => deployed?.cloud.close());

test('a deploy without changes changes nothing', async () => {
  await deployed.redeploy();
  const printed = readFileSync(join(deployed.runFolder, 'deploy.log'), 'utf8');
  expect(printed.match(/✅/g)?.length).toBe(printed.match(/\(no changes\)/g)?.length);
});

test('a Glue job killed half way fails its run and raises the alarm; nothing was trained', async () => {
  const killed = await prepared(async () => {
    await deliver(deployed.lifecycle, first);
    await observer.killJob('Curate');
  });
  expect(killed.status).toBe('FAILED');
  await observer.alarm('PreparationFailed');
  expect(await observer.messageSaying('PreparationFailed')).toContain('docs/runbook.md#preparation-failed');
  expect(await deployed.lifecycle.trainings()).toEqual([]);
});

test('its marker is free again, and a training job killed half way fails the pipeline and raises the alarm', async () => {
  const again = await prepared(() => deployed.lifecycle.mark(first.day));
  expect(again).toMatchObject({ status: 'SUCCEEDED', output: { outcome: 'prepared' } });
  await observer.killJob('TrainLinear');
  expect(await deployed.lifecycle.training([])).toMatchObject({ status: 'Failed' });
  await observer.alarm('TrainingFailed');
  expect(await observer.messageSaying('TrainingFailed')).toContain('docs/runbook.md#training-failed');
  expect(await deployed.lifecycle.versions()).toEqual([]);
});

test('the next run ends in a version that waits for approval, with its evidence', async () => {
  const failed = await deployed.lifecycle.trainings();
  const preparation = await prepared(() => deployed.lifecycle.mark(first.day));
  expect(preparation).toMatchObject({ status: 'SUCCEEDED', output: { outcome: 'prepared' } });
  expect(await deployed.lifecycle.training(failed)).toMatchObject({ status: 'Succeeded' });

  const [version] = await deployed.lifecycle.versions();
  expect(version).toMatchObject({ ModelPackageVersion: 1, ModelApprovalStatus: 'PendingManualApproval' });
  const report = JSON.parse(await deployed.lifecycle.read(version?.CustomerMetadataProperties?.evaluation ?? ''));
  expect(report.rocAuc.value).toBeGreaterThan(SAMPLE.businessGoal.minimum);
  const { netValue, constantPolicies } = report.money;
  expect(netValue).toBeGreaterThan(Math.max(constantPolicies.nobody, constantPolicies.everybody));
  for (const source of [
    version?.ModelMetrics?.ModelQuality?.Statistics,
    version?.ModelMetrics?.Bias?.Report,
    version?.ModelMetrics?.Explainability?.Report,
    version?.ModelMetrics?.ModelDataQuality?.Statistics,
    version?.ModelMetrics?.ModelDataQuality?.Constraints,
  ])
    expect(JSON.parse(await deployed.lifecycle.read(source?.S3Uri ?? ''))).toBeInstanceOf(Object);
});

test('each training channel holds one file, label first, and nothing else', async () => {
  const [version] = await deployed.lifecycle.versions();
  const [, bucket = '', prefix = ''] =
    version?.CustomerMetadataProperties?.datasetsUri?.match(/^s3:\/\/([^/]+)\/(.+)$/) ?? [];
  const keys = await observer.keys(bucket, `${prefix}/`);
  for (const split of ['train', 'validation', 'test'])
    expect(keys.filter((key) => key.includes(`/${split}/`))).toEqual([
      expect.stringMatching(`/${split}/${split}\\.csv$`),
    ]);
  expect(keys.filter((key) => /_SUCCESS|\.crc|_temporary|\$folder\$/.test(key))).toEqual([]);
});

test('a record in the feature store is the one that was prepared, and nothing personal is in it', async () => {
  const curated = await bucketOf('Curated');
  const [part = ''] = await observer.keys(curated, `feature-records/${DATASET.name}/`);
  const { Body } = await deployed.lifecycle.s3.send(new GetObjectCommand({ Bucket: curated, Key: part }));
  const lines = gunzipSync(Buffer.from((await Body?.transformToByteArray()) ?? []))
    .toString()
    .trim()
    .split('\n');
  expect(lines.length).toBeLessThanOrEqual(5000);
  const record = JSON.parse(lines[0] ?? '{}');
  const { Record = [] } = await new SageMakerFeatureStoreRuntimeClient({}).send(
    new GetRecordCommand({
      FeatureGroupName: deployed.lifecycle.modelName,
      RecordIdentifierValueAsString: record[DATASET.recordId.name],
    }),
  );
  const stored = Object.fromEntries(Record.map(({ FeatureName = '', ValueAsString }) => [FeatureName, ValueAsString]));
  for (const { name } of DATASET.features) expect(Number(stored[name])).toBe(record[name]);
  expect(Object.keys(stored).sort()).toEqual(
    [DATASET.recordId.name, DATASET.eventTime.name, ...DATASET.features.map(({ name }) => name)].sort(),
  );
});

test('the same marker delivered twice prepares and trains once', async () => {
  const Bucket = await bucketOf('Raw');
  const key = `raw/${DATASET.name}/ingest_date=${first.day}/_SUCCESS`;
  const { VersionId } = await deployed.lifecycle.s3.send(new HeadObjectCommand({ Bucket, Key: key }));
  const trainings = await deployed.lifecycle.trainings();
  const again = await prepared(() =>
    observer.announce('aws.s3', 'Object Created', {
      bucket: { name: Bucket },
      object: { key, 'version-id': VersionId },
    }),
  );
  expect(again).toMatchObject({ status: 'SUCCEEDED', output: { outcome: 'already-prepared' } });
  expect(await deployed.lifecycle.trainings()).toEqual(trainings);
});

test('an event that nobody can read is tried again, parked, and rings; nothing is trained', async () => {
  const trainings = await deployed.lifecycle.trainings();
  const stateMachineArn = await deployed.lifecycle.stacks.find('data-preparation', 'AWS::StepFunctions::StateMachine');
  await observer.announce('aws.states', 'Step Functions Execution Status Change', {
    stateMachineArn,
    status: 'SUCCEEDED',
    output: '{"outcome":',
  });
  await observer.alarm('TrainingDeadLetters');
  expect(await observer.messageSaying('TrainingDeadLetters')).toContain('docs/runbook.md#training-dead-letters');
  expect(await deployed.lifecycle.trainings()).toEqual(trainings);
});

test('too many bad rows stop the run with the count by reason, and nothing is lost', async () => {
  const day = '2026-11-19';
  const bad = spoiltCopy(first, join(deployed.runFolder, 'bad'), day);
  const run = await prepared(() => deliver(deployed.lifecycle, bad));

  expect(run).toMatchObject({
    status: 'FAILED',
    cause: expect.stringMatching(/TooManyBadRows: \d+ of \d+ rows .*not a number \d+/),
  });
  const quarantined = await observer.keys(
    await bucketOf('Quarantine'),
    `quarantine/${DATASET.name}/ingest_date=${day}/`,
  );
  const rows = await Promise.all(
    quarantined.map(
      async (key) =>
        (await deployed.lifecycle.read(`s3://${await bucketOf('Quarantine')}/${key}`)).trim().split('\n').length,
    ),
  );
  expect(rows.reduce((all, each) => all + each, 0)).toBeGreaterThanOrEqual(bad.spoilt);
  expect(await observer.keys(await bucketOf('Curated'), `curated/${DATASET.name}/ingest_date=${day}/`)).toEqual([]);
});

test('a candidate below the gate is not registered, and the execution says why', async () => {
  const versions = (await deployed.lifecycle.versions()).length;
  const [version] = await deployed.lifecycle.versions();
  const datasets = await datasetsWithLabelsAtRandom(version?.CustomerMetadataProperties?.datasetsUri ?? '');
  const known = await deployed.lifecycle.trainings();
  await askForTraining(deployed.lifecycle, datasets, '2026-12-10T00:00:00Z');
  expect(await deployed.lifecycle.training(known)).toMatchObject({
    status: 'Failed',
    reason: expect.stringMatching(/The candidate is refused: its ROC AUC of 0\.\d+ is below the required/),
  });
  expect(await deployed.lifecycle.versions()).toHaveLength(versions);
});

test('streamed records become a day that is closed and prepared the morning after', async () => {
  const [name = ''] = first.names;
  const [header = '', ...lines] = readFileSync(join(first.folder, name), 'utf8').trim().split('\n');
  const columns = header.split(',');
  const records = lines
    .filter((line) => !line.includes('"'))
    .slice(0, 40)
    .map((line) => {
      const cells = line.split(',');
      return {
        Data: Buffer.from(JSON.stringify(Object.fromEntries(columns.map((column, at) => [column, cells[at]])))),
      };
    });
  const stream = await deployed.lifecycle.stacks.find('data-lake', 'AWS::KinesisFirehose::DeliveryStream');
  const raw = await bucketOf('Raw');
  const before = await observer.keys(raw, `raw/${DATASET.name}/`);
  await new FirehoseClient({}).send(new PutRecordBatchCommand({ DeliveryStreamName: stream, Records: records }));
  const [streamed = ''] = await until('streamed records', async () => {
    const found = (await observer.keys(raw, `raw/${DATASET.name}/`)).filter((key) => !before.includes(key));
    return found.length > 0 ? found : undefined;
  });
  const [, day = ''] = streamed.match(/ingest_date=([^/]+)/) ?? [];

  const nextMorning = new Date(Date.parse(`${day}T01:00:00Z`) + 24 * 3600 * 1000).toISOString();
  const markDay = await deployed.lifecycle.stacks.find(
    'data-lake',
    'AWS::Lambda::Function',
    'StreamIntakeMarkDayComplete',
  );
  const closed = await prepared(() =>
    invoke(markDay, { 'detail-type': 'Scheduled Event', source: 'aws.events', time: nextMorning }),
  );
  expect(closed).toMatchObject({ status: 'SUCCEEDED', output: { outcome: 'prepared', ingestDate: day } });
});

test('the weekly cost review reads the bill page by page, and its sum agrees with the bill by hand', async () => {
  const review = await deployed.lifecycle.stacks.find('governance', 'AWS::Lambda::Function', 'CostReviewFunction');
  await invoke(review, { time: '2026-11-04T06:00:00Z' });
  const { Environment } = await new LambdaClient({}).send(
    new GetFunctionConfigurationCommand({ FunctionName: review }),
  );
  const week = await deployed.lifecycle.read(`${Environment?.Variables?.REVIEWS_URI}/2026-10-26_2026-11-02.json`);
  const { total, costExplorer } = JSON.parse(week);
  // The sandbox's lines of these seven days, credit taken off: 3.0826517624.
  expect(total).toEqual({ amount: '3.082652', currency: 'USD' });
  expect(costExplorer.requests).toBeLessThanOrEqual(6);
});

test('no function, job or pipeline was denied anything that it tried', () => {
  const decisions = readFileSync(deployed.cloud.accessLog, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const roles = decisions.filter(({ principal }) => String(principal).includes(':assumed-role/ml-lifecycle-sandbox-'));
  expect(roles.length).toBeGreaterThan(0);
  expect(roles.filter(({ allowed }) => !allowed)).toEqual([]);
});

/** A delivery in which every tenth row has a word where a number belongs. */
function spoiltCopy({ folder, names }: DeliveredFiles, to: string, day: string): DeliveredFiles & { spoilt: number } {
  const column = SAMPLE.columns.findIndex(
    ({ role, type }) => role === 'feature' && (type === 'number' || type === 'integer'),
  );
  mkdirSync(to, { recursive: true });
  let spoilt = 0;
  for (const name of names) {
    const lines = readFileSync(join(folder, name), 'utf8').trim().split('\n');
    const changed = lines.map((line, at) => {
      if (at === 0 || at % 10 !== 0 || line.includes('"')) return line;
      spoilt++;
      return line
        .split(',')
        .map((cell, index) => (index === column ? 'broken' : cell))
        .join(',');
    });
    writeFileSync(join(to, name), `${changed.join('\n')}\n`);
  }
  return { folder: to, names, day, spoilt };
}

/** The same features, twice as many training rows, and labels that nothing explains. */
async function datasetsWithLabelsAtRandom(from: string): Promise<string> {
  const to = `${from}-at-random`;
  const [, Bucket = '', prefix = ''] = from.match(/^s3:\/\/([^/]+)\/(.+)$/) ?? [];
  let draw = 1;
  const label = () => {
    draw = (draw * 48271) % 2147483647;
    return draw % 5 === 0 ? '1' : '0';
  };
  for (const key of await observer.keys(Bucket, `${prefix}/`)) {
    const text = await deployed.lifecycle.read(`s3://${Bucket}/${key}`);
    const split = key.match(/\/(train|validation|test)\/\1\.csv$/)?.[1];
    let Body = split ? (split === 'train' ? text + text : text).replace(/^[01]/gm, label) : text;
    if (key.endsWith('/manifest.json')) {
      const manifest = JSON.parse(text);
      Body = JSON.stringify({ ...manifest, rows: { ...manifest.rows, train: 2 * manifest.rows.train } });
    }
    await deployed.lifecycle.s3.send(
      new PutObjectCommand({ Bucket, Key: key.replace(prefix, `${prefix}-at-random`), Body }),
    );
  }
  return to;
}
