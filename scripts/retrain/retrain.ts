import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { DescribeExecutionCommand, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { z } from 'zod';
import type { EnvironmentConfig } from '../../lib/config/environment-config';
import { stackName } from '../../lib/config/stacks';
import { onlyResource } from '../shared/only-resource';

const PAUSE_MILLISECONDS = 2000;
/** How long the end of a preparation may take to reach start-training and make it decide. */
const DECISION_MILLISECONDS = 60_000;

const count = z.number();
const answer = z.object({ datasets: z.string().regex(/^s3:\/\/[^/]+\/.+/) });
const manifestFile = z.object({
  rows: z.object({ train: count, validation: count, test: count }),
  unlabelledRows: count,
  outcomes: z.object({ joined: count, withoutPrediction: count, withoutFacets: count, badLines: count }),
});

export interface Retraining {
  readonly config: EnvironmentConfig;
  readonly clients: {
    readonly cloudFormation: CloudFormationClient;
    readonly dynamoDb: DynamoDBClient;
    readonly s3: S3Client;
    readonly stepFunctions: SFNClient;
  };
  /** As of when, in ISO 8601: cool-downs count from there. */
  readonly time: string;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly say: (line: string) => void;
}

export interface Retrained {
  readonly datasets: string;
  /** The training that started with them; none when start-training saw no reason, or one is at work. */
  readonly executionArn?: string;
}

/**
 * Builds datasets anew from all that was delivered and told, with cause `hand`, and waits for them and for what
 * start-training makes of them; says what came of it. Throws when the preparation fails.
 */
export async function retrain({ config, clients, time, sleep, say }: Retraining): Promise<Retrained> {
  const { cloudFormation, stepFunctions } = clients;
  const [preparation, training] = [stackName(config, 'data-preparation'), stackName(config, 'training')];
  const [machine, starts, pipeline, logGroup] = await Promise.all([
    onlyResource(cloudFormation, preparation, 'AWS::StepFunctions::StateMachine'),
    onlyResource(cloudFormation, training, 'AWS::DynamoDB::GlobalTable'),
    onlyResource(cloudFormation, training, 'AWS::SageMaker::Pipeline'),
    onlyResource(cloudFormation, training, 'AWS::Logs::LogGroup', /^StartStartTraining/),
  ]);
  const { executionArn = '' } = await stepFunctions.send(
    new StartExecutionCommand({
      stateMachineArn: machine,
      name: `hand-${time.replaceAll(/[^0-9T]/g, '-')}`,
      input: JSON.stringify({ arrivedAt: time, cause: 'hand' }),
    }),
  );
  say(`preparing data: ${executionArn}`);
  const datasets = await endOfPreparation(executionArn, stepFunctions, sleep);
  say(`datasets built: ${datasets}`);
  for (const line of await contents(datasets, clients.s3)) say(`  ${line}`);

  const started = await trainingOn(datasets, { table: starts, pipeline, ...clients }, sleep);
  if (started) say(`training started: ${started}`);
  else say(`no training started; why stands in start-training's log: aws logs tail ${logGroup} --since 10m`);
  return { datasets, executionArn: started };
}

async function endOfPreparation(executionArn: string, client: SFNClient, sleep: Retraining['sleep']): Promise<string> {
  for (;;) {
    const { status, output, error, cause } = await client.send(new DescribeExecutionCommand({ executionArn }));
    if (status === 'SUCCEEDED') return answer.parse(JSON.parse(output ?? '')).datasets;
    if (status !== 'RUNNING' && status !== 'PENDING_REDRIVE')
      throw new Error(`preparing data ended ${status}: ${[error, cause].filter(Boolean).join(': ')}`);
    await sleep(PAUSE_MILLISECONDS);
  }
}

/** What the datasets hold, a line each. */
async function contents(datasets: string, s3: S3Client): Promise<string[]> {
  const [, Bucket, folder] = /^s3:\/\/([^/]+)\/(.+)$/.exec(datasets) ?? [];
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: `${folder}/manifest.json` }));
  const { rows, unlabelledRows, outcomes } = manifestFile.parse(JSON.parse((await Body?.transformToString()) ?? ''));
  const split = Object.entries(rows).map(([name, number]) => `${name} ${number}`);
  return [
    `labelled rows: ${rows.train + rows.validation + rows.test} (${split.join(', ')}); without a label: ${unlabelledRows}`,
    `outcomes joined with their predictions: ${outcomes.joined}; without a prediction: ${outcomes.withoutPrediction}; ` +
      `of records whose facets nobody delivered: ${outcomes.withoutFacets}; bad lines: ${outcomes.badLines}`,
  ];
}

/** The execution that start-training claimed for these datasets; undefined when it claims none for a minute. */
async function trainingOn(
  datasets: string,
  {
    table,
    pipeline,
    dynamoDb,
  }: { readonly table: string; readonly pipeline: string; readonly dynamoDb: DynamoDBClient },
  sleep: Retraining['sleep'],
): Promise<string | undefined> {
  const command = new GetItemCommand({ TableName: table, Key: { pipeline: { S: pipeline } }, ConsistentRead: true });
  for (let waited = 0; waited <= DECISION_MILLISECONDS; waited += PAUSE_MILLISECONDS) {
    const { Item } = await dynamoDb.send(command);
    // Claimed first; which execution it became is noted afterwards.
    if (Item?.datasets?.S === datasets && Item.executionArn?.S) return Item.executionArn.S;
    await sleep(PAUSE_MILLISECONDS);
  }
  return undefined;
}
