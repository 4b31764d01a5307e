/** What matters of a stack's event. */
interface Event {
  readonly StackId?: string;
  readonly PhysicalResourceId?: string;
  readonly LogicalResourceId?: string;
  readonly ResourceStatus?: string;
  readonly ResourceStatusReason?: string;
}

/** Of failures that only follow from another one. */
const FOLLOWS = /cancelled/i;

/** Whether an update of the stack itself begins with this event. */
export function isUpdateStart({ StackId, PhysicalResourceId, ResourceStatus }: Event): boolean {
  return ResourceStatus === 'UPDATE_IN_PROGRESS' && PhysicalResourceId === StackId;
}

/** Why an update went back: its first failure in words, from its events, the newest of them first. */
export function firstFailure(events: readonly Event[]): string {
  const failed = events.filter(({ ResourceStatus = '' }) => ResourceStatus.endsWith('_FAILED'));
  const first =
    failed.findLast(({ ResourceStatusReason = '' }) => !FOLLOWS.test(ResourceStatusReason)) ?? failed.at(-1);
  if (!first) return 'CloudFormation names no reason.';
  return `${first.LogicalResourceId}: ${first.ResourceStatusReason ?? first.ResourceStatus}`;
}
