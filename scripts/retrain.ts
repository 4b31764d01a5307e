import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { retrain } from './retrain/retrain';
import { runVerb } from './serving/run-verb';

/** Prepares data anew and lets start-training decide on a training, in the account that the shell's credentials belong to. */

const USAGE = `npm run retrain -- [options]
  --environment <name>  default: the one in cdk.json; also --env`;

await runVerb('retrain', USAGE, async ({ config }, { clients, ...operator }) => {
  const { region } = config;
  const more = { dynamoDb: new DynamoDBClient({ region }), s3: new S3Client({ region }) };
  await retrain({ config, clients: { ...clients, ...more }, time: new Date().toISOString(), ...operator });
});
