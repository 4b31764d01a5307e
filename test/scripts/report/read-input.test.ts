import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { readInput } from '../../../scripts/report/read-input';
import { someReport } from './reports';

const report = someReport(300);
const folder = mkdtempSync(join(tmpdir(), 'read-input-'));
afterAll(() => rmSync(folder, { recursive: true }));
const noS3 = () => {
  throw new Error('asks S3');
};

test('a report is read from a file without asking S3', async () => {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));

  expect(await readInput(file, noS3)).toEqual({ report });
});

test('a report is read from an object', async () => {
  const s3 = new S3Client({});
  mockClient(s3)
    .on(GetObjectCommand, { Bucket: 'models', Key: 'churn/3/report.json' })
    .resolves({ Body: Readable.from([Buffer.from(JSON.stringify(report))]) as never });

  expect(await readInput('s3://models/churn/3/report.json', () => s3)).toEqual({ report });
});

test('what cannot be read is named', async () => {
  const s3 = new S3Client({});
  mockClient(s3)
    .on(GetObjectCommand)
    .rejects(new NoSuchKey({ message: 'no such key', $metadata: {} }));

  await expect(readInput('s3://models/none', () => s3)).rejects.toThrow('cannot read s3://models/none: no such key');
  await expect(readInput('s3://models', noS3)).rejects.toThrow('s3://models: it is not of the form s3://bucket/key');
  await expect(readInput('missing.json', noS3)).rejects.toThrow(/^cannot read missing\.json: .*no such file/);
});
