import {
  type CloudFormationClient,
  DescribeStackEventsCommand,
  DescribeStackResourcesCommand,
  type StackEvent,
} from '@aws-sdk/client-cloudformation';
import { DescribeEndpointCommand, type SageMakerClient } from '@aws-sdk/client-sagemaker';
import { isGone } from '../state/is-gone';
import type { Endpoint } from './judge-update';

const ENDPOINT_CONFIG = 'AWS::SageMaker::EndpointConfig';

/** Names of the endpoint configurations that the stack holds. */
export async function readConfigs(cloudFormation: CloudFormationClient, stackName: string): Promise<string[]> {
  const { StackResources = [] } = await cloudFormation.send(
    new DescribeStackResourcesCommand({ StackName: stackName }),
  );
  return StackResources.filter(({ ResourceType }) => ResourceType === ENDPOINT_CONFIG).map(
    // An ARN or the bare name, as the type's physical id happens to be.
    ({ PhysicalResourceId = '' }) => PhysicalResourceId.replace(/^.*\//, ''),
  );
}

export async function readEndpoint(sageMaker: SageMakerClient, name: string): Promise<Endpoint> {
  try {
    const { EndpointStatus, EndpointConfigName, FailureReason } = await sageMaker.send(
      new DescribeEndpointCommand({ EndpointName: name }),
    );
    return { name, status: EndpointStatus, config: EndpointConfigName, failure: FailureReason };
  } catch (error) {
    if (isGone(error)) return { name };
    throw error;
  }
}

/** Why the stack's last update failed, in the words of the first resource that did; a quota is named only there. */
export async function readFailure(cloudFormation: CloudFormationClient, stackName: string): Promise<string> {
  const { StackEvents = [] } = await cloudFormation.send(new DescribeStackEventsCommand({ StackName: stackName }));
  const begin = StackEvents.findIndex(
    ({ PhysicalResourceId, StackId, ResourceStatus }) =>
      PhysicalResourceId === StackId && ResourceStatus === 'UPDATE_IN_PROGRESS',
  );
  const ofUpdate = begin < 0 ? StackEvents : StackEvents.slice(0, begin);
  const first = ofUpdate.filter(isFailure).at(-1);
  return first ? `${first.LogicalResourceId}: ${first.ResourceStatusReason}` : '';
}

/** Others are cancelled because of the first. */
function isFailure({ ResourceStatus, ResourceStatusReason = '' }: StackEvent): boolean {
  return ResourceStatus?.endsWith('_FAILED') === true && !/cancelled/i.test(ResourceStatusReason);
}
