import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SFNClient } from '@aws-sdk/client-sfn';
import { ENVIRONMENTS } from '../../../lib/config/environments';
import { retrySchedules } from '../../../scripts/monitoring/retry-schedules';
import { stubClient } from '../../lambda/stub-client';

const REGION = { region: 'us-east-1' };

function given({ remembered = true, endings }: { remembered?: boolean; endings: object[] }) {
  const said: string[] = [];
  const held = (ResourceType: string, LogicalResourceId: string) => ({
    ResourceType,
    LogicalResourceId,
    PhysicalResourceId: `physical-${LogicalResourceId}`,
  });
  const dynamoDb = stubClient(new DynamoDBClient(REGION), {
    DeleteItem: () => (remembered ? { Attributes: { reason: { S: 'closed' }, refusedAt: { S: '2026-11-20' } } } : {}),
  });
  const stepFunctions = stubClient(new SFNClient(REGION), {
    StartExecution: () => ({ executionArn: 'run-1' }),
    DescribeExecution: (_, call) => endings[Math.min(call, endings.length) - 1],
  });
  const clients = {
    cloudFormation: stubClient(new CloudFormationClient(REGION), {
      ListStackResources: () => ({
        StackResourceSummaries: [
          held('AWS::StepFunctions::StateMachine', 'ParkServingMachine1'),
          held('AWS::StepFunctions::StateMachine', 'FollowServingStateMachine1'),
          held('AWS::DynamoDB::GlobalTable', 'SchedulesRefusals1'),
        ],
      }),
    }).client,
    sageMaker: new SageMakerClient(REGION),
    stepFunctions: stepFunctions.client,
    dynamoDb: dynamoDb.client,
  };
  const retry = () =>
    retrySchedules({ config: ENVIRONMENTS.sandbox, clients, sleep: async () => {}, say: (line) => said.push(line) });
  return { retry, said, sent: () => [...dynamoDb.sent, ...stepFunctions.sent] };
}

const ended = (outcome: string) => ({ status: 'SUCCEEDED', output: JSON.stringify({ outcome, reason: 'so it is' }) });

test('the refusal is forgotten before the schedules are tried again', async () => {
  const { retry, said, sent } = given({ endings: [{ status: 'RUNNING' }, ended('followed')] });

  await retry();

  expect(sent().slice(0, 2)).toEqual([
    {
      command: 'DeleteItem',
      input: {
        TableName: 'physical-SchedulesRefusals1',
        Key: { stack: { S: 'ml-lifecycle-sandbox-monitor-schedules' } },
        ReturnValues: 'ALL_OLD',
      },
    },
    {
      command: 'StartExecution',
      input: { stateMachineArn: 'physical-FollowServingStateMachine1', input: '{}' },
    },
  ]);
  expect(said).toEqual(['forgotten: closed (2026-11-20)', 'followed: so it is']);
});

test('without a refusal it says so, and looks all the same', async () => {
  const { retry, said } = given({ remembered: false, endings: [ended('nothing')] });

  await retry();

  expect(said).toEqual(['no refusal was remembered', 'nothing: so it is']);
});

test.each([
  ['refuses again', ended('refused'), 'refused: so it is'],
  [
    'cannot be asked',
    { status: 'FAILED', error: 'SchedulesFailed', cause: 'not authorized' },
    'SchedulesFailed: not authorized',
  ],
])('an account that %s ends it with the reason', async (_, ending, message) => {
  await expect(given({ endings: [ending] }).retry()).rejects.toThrow(message);
});
