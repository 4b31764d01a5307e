import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { readFailure } from '../../../../lambda/serving/check-serving-state/read-deployment';
import { stubClient } from '../../stub-client';

const STACK = 'arn:stack/serving';
const begin = { StackId: STACK, PhysicalResourceId: STACK, ResourceStatus: 'UPDATE_IN_PROGRESS' };
const failed = (LogicalResourceId: string, ResourceStatusReason: string, ResourceStatus = 'CREATE_FAILED') => ({
  StackId: STACK,
  PhysicalResourceId: '',
  LogicalResourceId,
  ResourceStatus,
  ResourceStatusReason,
});

test('the reason of a failed update is its first failure, not what was cancelled for it nor an earlier update’s', async () => {
  const newestFirst = [
    failed('Scaling', 'Resource creation cancelled'),
    failed('Endpoint', 'ResourceLimitExceeded: ml.m5.large for endpoint usage is 0 Instances', 'CREATE_FAILED'),
    begin,
    failed('Endpoint', 'of the update before'),
    begin,
  ];
  const { client } = stubClient(new CloudFormationClient({}), {
    DescribeStackEvents: () => ({ StackEvents: newestFirst }),
  });

  expect(await readFailure(client, 'serving')).toBe(
    'Endpoint: ResourceLimitExceeded: ml.m5.large for endpoint usage is 0 Instances',
  );
});

test('an update without a failure has no reason', async () => {
  const { client } = stubClient(new CloudFormationClient({}), {
    DescribeStackEvents: () => ({ StackEvents: [begin] }),
  });

  expect(await readFailure(client, 'serving')).toBe('');
});
