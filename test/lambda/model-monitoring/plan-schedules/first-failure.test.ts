import { firstFailure, isUpdateStart } from '../../../../lambda/model-monitoring/plan-schedules/first-failure';

const failed = (id: string, reason?: string) => ({
  LogicalResourceId: id,
  ResourceStatus: 'CREATE_FAILED',
  ...(reason !== undefined && { ResourceStatusReason: reason }),
});

test('an update failed for its first failure, not for what was cancelled or failed after it', () => {
  const events = [
    { ResourceStatus: 'UPDATE_ROLLBACK_IN_PROGRESS', ResourceStatusReason: 'The following resource(s) failed' },
    failed('Third', 'a later one'),
    failed('Second', 'no longer open to new customers'),
    failed('First', 'Resource creation cancelled'),
    { ResourceStatus: 'UPDATE_IN_PROGRESS' },
  ];
  expect(firstFailure(events)).toBe('Second: no longer open to new customers');
});

test.each([
  [
    'only cancellations are known',
    [failed('First', 'Resource creation cancelled')],
    'First: Resource creation cancelled',
  ],
  ['a failure has no words', [failed('First')], 'First: CREATE_FAILED'],
  ['nothing failed', [{ ResourceStatus: 'UPDATE_COMPLETE' }], 'CloudFormation names no reason.'],
])('when %s that is what is told', (_, events, reason) => {
  expect(firstFailure(events)).toBe(reason);
});

test.each([
  [{ ResourceStatus: 'UPDATE_IN_PROGRESS', StackId: 'id', PhysicalResourceId: 'id' }, true],
  [{ ResourceStatus: 'UPDATE_IN_PROGRESS', StackId: 'id', PhysicalResourceId: 'schedule' }, false],
  [{ ResourceStatus: 'UPDATE_ROLLBACK_IN_PROGRESS', StackId: 'id', PhysicalResourceId: 'id' }, false],
])('an update begins with the stack itself: %j', (event, starts) => {
  expect(isUpdateStart(event)).toBe(starts);
});
