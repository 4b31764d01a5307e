import { DeleteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { EnvironmentConfig } from '../../lib/config/environment-config';
import { stackName } from '../../lib/config/stacks';
import { findStateMachine } from '../serving/find-state-machine';
import { awaitEnd, type Sleep } from '../serving/follow-execution';
import type { ServingClients } from '../serving/serving-clients';
import { onlyResource } from '../shared/only-resource';

const FOLLOW_SERVING_STATE = { stack: 'model-monitoring', logicalId: 'FollowServingState' } as const;

export interface RetryProps {
  readonly config: EnvironmentConfig;
  readonly clients: ServingClients & { readonly dynamoDb: DynamoDBClient };
  readonly sleep: Sleep;
  readonly say: (line: string) => void;
}

/** Forgets the account's refusal of the schedules, if there was one, and follows what is in service. Throws when refused anew. */
export async function retrySchedules({ config, clients, sleep, say }: RetryProps): Promise<void> {
  const { cloudFormation, dynamoDb, stepFunctions } = clients;
  const monitoring = stackName(config, 'model-monitoring');
  const [stateMachineArn, TableName] = await Promise.all([
    findStateMachine(cloudFormation, config, FOLLOW_SERVING_STATE),
    onlyResource(cloudFormation, monitoring, 'AWS::DynamoDB::GlobalTable', /^SchedulesRefusals/),
  ]);
  const Key = { stack: { S: stackName(config, 'monitor-schedules') } };
  const { Attributes } = await dynamoDb.send(new DeleteItemCommand({ TableName, Key, ReturnValues: 'ALL_OLD' }));
  say(Attributes ? `forgotten: ${Attributes.reason?.S} (${Attributes.refusedAt?.S})` : 'no refusal was remembered');
  const { executionArn = '' } = await stepFunctions.send(new StartExecutionCommand({ stateMachineArn, input: '{}' }));
  const end = await awaitEnd(executionArn, { stepFunctions, sleep });
  if (end.startsWith('refused')) throw new Error(end);
  say(end);
}
