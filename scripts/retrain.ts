import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { environmentNamed } from '../lib/config/check-environment';
import { retrain } from './retrain/retrain';

/** Prepares data anew and lets start-training decide on a training, in the account that the shell's credentials belong to. */

const USAGE = `npm run retrain -- [options]
  --environment <name>  default: the one in cdk.json`;

function options() {
  try {
    return parseArgs({ options: { environment: { type: 'string' } } }).values;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}

try {
  const { environment } = options();
  const { context } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'cdk.json'), 'utf8'));
  const config = environmentNamed(environment ?? context.environment);
  const { region } = config;
  await retrain({
    config,
    clients: {
      cloudFormation: new CloudFormationClient({ region }),
      dynamoDb: new DynamoDBClient({ region }),
      s3: new S3Client({ region }),
      stepFunctions: new SFNClient({ region }),
    },
    time: new Date().toISOString(),
    sleep,
    say: console.log,
  });
} catch (error) {
  console.error(`retrain failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
