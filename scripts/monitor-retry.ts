import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { retrySchedules } from './monitoring/retry-schedules';
import { runVerb } from './serving/run-verb';

/** Forgets that the account refused Model Monitor's schedules, tries them again, and says what came of it. */

const USAGE = `npm run monitor:retry -- [options]
  --environment <name>  default: the one in cdk.json; also --env`;

await runVerb('monitor:retry', USAGE, ({ config }, { clients, ...operator }) =>
  retrySchedules({
    config,
    clients: { ...clients, dynamoDb: new DynamoDBClient({ region: config.region }) },
    ...operator,
  }),
);
