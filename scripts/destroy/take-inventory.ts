import {
  type CloudFormationClient,
  paginateListStackResources,
  type Stack,
  type StackResourceSummary,
} from '@aws-sdk/client-cloudformation';

/** Types whose resources destroying has to know by their physical ids. */
const TYPES = {
  stateMachines: 'AWS::StepFunctions::StateMachine',
  glueJobs: 'AWS::Glue::Job',
  pipelines: 'AWS::SageMaker::Pipeline',
  featureGroups: 'AWS::SageMaker::FeatureGroup',
  modelPackageGroups: 'AWS::SageMaker::ModelPackageGroup',
  monitoringSchedules: 'AWS::SageMaker::MonitoringSchedule',
  apiAccounts: 'AWS::ApiGateway::Account',
  functions: 'AWS::Lambda::Function',
  logGroups: 'AWS::Logs::LogGroup',
  buckets: 'AWS::S3::Bucket',
  keys: 'AWS::KMS::Key',
} as const;

/**
 * What the stacks hold, as CloudFormation names it: ARNs of state machines, schedules and model package groups, otherwise
 * names.
 */
export type Inventory = Readonly<Record<keyof typeof TYPES, readonly string[]>>;

/** Everything of `stacks` that is not deleted yet. */
export async function takeInventory(client: CloudFormationClient, stacks: readonly Stack[]): Promise<Inventory> {
  const resources: StackResourceSummary[] = [];
  for (const { StackName } of stacks)
    for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName }))
      resources.push(...StackResourceSummaries);
  const ofType = (type: string) =>
    resources.flatMap(({ ResourceType, ResourceStatus, PhysicalResourceId }) =>
      ResourceType === type && ResourceStatus !== 'DELETE_COMPLETE' && PhysicalResourceId ? [PhysicalResourceId] : [],
    );
  return Object.fromEntries(Object.entries(TYPES).map(([key, type]) => [key, ofType(type)])) as unknown as Inventory;
}
