import { type CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';

/** Physical id of a stack's only resource of a type; throws in words when there is none or more than one. */
export async function onlyResource(
  client: CloudFormationClient,
  StackName: string,
  type: string,
  logicalId = /^/,
): Promise<string> {
  const found: string[] = [];
  for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName }))
    for (const { ResourceType, LogicalResourceId = '', PhysicalResourceId } of StackResourceSummaries)
      if (ResourceType === type && PhysicalResourceId && logicalId.test(LogicalResourceId))
        found.push(PhysicalResourceId);
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new Error(`the stack ${StackName} has ${found.length} resources of type ${type}, expected one`);
  return only;
}
