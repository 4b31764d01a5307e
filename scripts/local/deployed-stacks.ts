import { type CloudFormationClient, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import type { EnvironmentConfig } from '../../lib/config/environment-config';
import { type StackId, stackName } from '../../lib/config/stacks';

/** Finds what was deployed by its type and place, instead of guessing names. */
export class DeployedStacks {
  private readonly known = new Map<StackId, Promise<{ type: string; logicalId: string; physicalId: string }[]>>();

  public constructor(
    private readonly client: CloudFormationClient,
    private readonly config: EnvironmentConfig,
  ) {}

  /** The physical id of the one resource of `type` in a stack, whose logical id starts with `logicalId` if given. */
  public async find(stack: StackId, type: string, logicalId = ''): Promise<string> {
    const found = (await this.resources(stack)).filter(
      (each) => each.type === type && each.logicalId.startsWith(logicalId),
    );
    const [one] = found;
    if (!one || found.length > 1) throw new Error(`${found.length} ${type} ${logicalId} in ${stack}, expected one`);
    return one.physicalId;
  }

  private resources(stack: StackId) {
    const known = this.known.get(stack) ?? this.read(stack);
    this.known.set(stack, known);
    return known;
  }

  private async read(stack: StackId) {
    const StackName = stackName(this.config, stack);
    const { StackResources = [] } = await this.client.send(new DescribeStackResourcesCommand({ StackName }));
    return StackResources.map(({ ResourceType = '', LogicalResourceId = '', PhysicalResourceId = '' }) => ({
      type: ResourceType,
      logicalId: LogicalResourceId,
      physicalId: PhysicalResourceId,
    }));
  }
}
