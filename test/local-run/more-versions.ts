import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { CopyObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import type { Lifecycle } from '../../scripts/local/lifecycle';

/** Invokes a deployed function and throws what it failed of. */
export async function invoke(FunctionName: string, event: object): Promise<void> {
  const command = new InvokeCommand({ FunctionName, Payload: Buffer.from(JSON.stringify(event)) });
  const { FunctionError, Payload } = await new LambdaClient({}).send(command);
  if (FunctionError) throw new Error(Buffer.from(Payload ?? []).toString());
}

/** Asks the one door to training, as data preparation would. */
export async function askForTraining(lifecycle: Lifecycle, datasets: string, time: string): Promise<void> {
  const startTraining = await lifecycle.stacks.find('training', 'AWS::Lambda::Function', 'StartStartTraining');
  await invoke(startTraining, { cause: 'hand', datasets, time });
}

/** Trains once more on the newest version's datasets, which say that as many labels have come as it takes. */
export async function trainAnother(lifecycle: Lifecycle, time: string): Promise<string> {
  const [newest] = await lifecycle.versions();
  const from = newest?.CustomerMetadataProperties?.datasetsUri ?? '';
  const [, Bucket = '', prefix = ''] = from.match(/^s3:\/\/([^/]+)\/(.+)$/) ?? [];
  const { Contents = [] } = await lifecycle.s3.send(new ListObjectsV2Command({ Bucket, Prefix: `${prefix}/` }));
  for (const { Key = '' } of Contents) {
    const copy = Key.replace(prefix, `${prefix}-more`);
    if (!Key.endsWith('/manifest.json')) {
      await lifecycle.s3.send(new CopyObjectCommand({ Bucket, Key: copy, CopySource: `${Bucket}/${Key}` }));
      continue;
    }
    const manifest = JSON.parse(await lifecycle.read(`s3://${Bucket}/${Key}`));
    const rows = { ...manifest.rows, train: manifest.rows.train + 1000 };
    await lifecycle.s3.send(new PutObjectCommand({ Bucket, Key: copy, Body: JSON.stringify({ ...manifest, rows }) }));
  }
  const known = await lifecycle.trainings();
  await askForTraining(lifecycle, `${from}-more`, time);
  const { status, reason } = await lifecycle.training(known);
  if (status !== 'Succeeded') throw new Error(reason);
  const [another] = await lifecycle.versions();
  return another?.ModelPackageArn ?? '';
}
