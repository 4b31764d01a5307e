import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packFolder, unpack } from '../../../../scripts/local/service/jobs/archive';
import type { MemoryObjects } from './memory-cloud';
import { ROLE } from './running-service';

const folders: string[] = [];

/** A folder that is gone after the tests of a file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jobs-'));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Puts a tar.gz of `files` into the store. */
export async function givenArchive(
  store: MemoryObjects,
  path: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const archive = join(temporaryFolder(), 'archive.tar.gz');
  await packFolder(folder, archive);
  store.put(path, readFileSync(archive));
}

/** Reads files of an archive in the store. */
export async function unpacked(store: MemoryObjects, path: string): Promise<(name: string) => string> {
  const folder = temporaryFolder();
  const body = await store.read(path.slice(0, path.indexOf('/')), path.slice(path.indexOf('/') + 1));
  if (!body) throw new Error(`${path} is not among ${store.keys}`);
  writeFileSync(join(folder, 'archive'), body);
  await unpack(join(folder, 'archive'), folder);
  return (name) => readFileSync(join(folder, name), 'utf8');
}

export const channel = (ChannelName: string, S3Uri: string) => ({
  ChannelName,
  ContentType: 'text/csv',
  DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri, S3DataDistributionType: 'FullyReplicated' } },
});

/** Script mode with the code in a channel, as an archive of any name. */
export const SUBMIT = {
  sagemaker_program: 'train.py',
  sagemaker_submit_directory: '/opt/ml/input/data/code/0123abcd.tar.gz',
};

export const RESOURCES = { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeSizeInGB: 10 };

const METRICS = [{ Name: 'objective:auc', Regex: 'auc=([0-9.]+);' }];

/** A training job over `s3://lake`, without what the service names. */
export function trainingArguments(more: object = {}) {
  return {
    AlgorithmSpecification: { TrainingImage: 'image', TrainingInputMode: 'File', MetricDefinitions: METRICS },
    HyperParameters: { ...SUBMIT, eta: '0.10', verbose: 'true' },
    InputDataConfig: [channel('train', 's3://lake/train'), channel('code', 's3://lake/code/0123abcd.tar.gz')],
    OutputDataConfig: { S3OutputPath: 's3://models/runs/' },
    ResourceConfig: RESOURCES,
    StoppingCondition: { MaxRuntimeInSeconds: 60 },
    EnableNetworkIsolation: true,
    RoleArn: ROLE,
    ...more,
  };
}

export const training = (more: object = {}) => ({
  Name: 'Train',
  Type: 'Training',
  Arguments: trainingArguments(more),
});
