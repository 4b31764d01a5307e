import {
  type CloudFormationClient,
  DescribeStackResourcesCommand,
  paginateDescribeStackEvents,
} from '@aws-sdk/client-cloudformation';
import {
  DescribeEndpointCommand,
  DescribeEndpointConfigCommand,
  type SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import { isGone } from '../state/is-gone';
import type { History, Retained } from './find-unused';

const KINDS: Readonly<Record<string, Retained['kind']>> = {
  'AWS::SageMaker::Model': 'model',
  'AWS::SageMaker::EndpointConfig': 'config',
};
/** Pages of events read, newest first: the last dozen updates or so, long past the one before. */
const PAGES = 3;

/** What the stack has held by its own events, what it holds, and what `endpoints` use of it. */
export async function readHistory(
  stackName: string,
  endpoints: readonly string[],
  { cloudFormation, sageMaker }: { readonly cloudFormation: CloudFormationClient; readonly sageMaker: SageMakerClient },
): Promise<History> {
  const made: (Retained & { deleted: boolean })[] = [];
  let pages = 0;
  for await (const { StackEvents = [] } of paginateDescribeStackEvents(
    { client: cloudFormation },
    { StackName: stackName },
  )) {
    for (const { ResourceType, PhysicalResourceId, ResourceStatus } of StackEvents)
      for (const retained of named(ResourceType, PhysicalResourceId))
        made.push({ ...retained, deleted: ResourceStatus === 'DELETE_COMPLETE' });
    if (++pages === PAGES) break;
  }
  const { StackResources = [] } = await cloudFormation.send(
    new DescribeStackResourcesCommand({ StackName: stackName }),
  );
  const held = StackResources.flatMap(({ ResourceType, PhysicalResourceId }) =>
    named(ResourceType, PhysicalResourceId),
  );
  const used = await Promise.all(endpoints.map((endpoint) => readUse(endpoint, sageMaker)));
  return { made, held, used: used.flat() };
}

function named(type = '', id = ''): Retained[] {
  const kind = KINDS[type];
  // An ARN or the bare name, as the type's physical id happens to be; empty while it is being made.
  const name = id.replace(/^.*\//, '');
  return kind && name ? [{ kind, name }] : [];
}

async function readUse(endpoint: string, sageMaker: SageMakerClient): Promise<Retained[]> {
  try {
    const { EndpointConfigName, PendingDeploymentSummary } = await sageMaker.send(
      new DescribeEndpointCommand({ EndpointName: endpoint }),
    );
    const configs = [EndpointConfigName, PendingDeploymentSummary?.EndpointConfigName].filter(
      (name) => name !== undefined,
    );
    const models = await Promise.all(configs.map((config) => modelsOf(config, sageMaker)));
    return [...configs.map((name) => ({ kind: 'config' as const, name })), ...models.flat()];
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

async function modelsOf(config: string, sageMaker: SageMakerClient): Promise<Retained[]> {
  const { ProductionVariants = [] } = await sageMaker.send(
    new DescribeEndpointConfigCommand({ EndpointConfigName: config }),
  );
  return ProductionVariants.flatMap(({ ModelName: name }) => (name ? [{ kind: 'model' as const, name }] : []));
}
