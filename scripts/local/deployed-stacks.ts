import { type CloudFormationClient, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import type { Phase } from '../../lib/config/cost-tags';
import type { EnvironmentConfig } from '../../lib/config/environment-config';

/** Finds what was deployed by its type and place, instead of guessing names. */
export class DeployedStacks {
  private readonly known = new Map<Phase, Promise<{ type: string; logicalId: string; physicalId: string }[]>>();

  public constructor(
    private readonly client: CloudFormationClient,
    private readonly config: EnvironmentConfig,
  ) {}

  /** The physical id of the one resource of `type` in a phase, whose logical id starts with `logicalId` if given. */
  public async find(phase: Phase, type: string, logicalId = ''): Promise<string> {
    const found = (await this.resources(phase)).filter(
      (each) => each.type === type && each.logicalId.startsWith(logicalId),
    );
    const [one] = found;
    if (!one || found.length > 1) throw new Error(`${found.length} ${type} ${logicalId} in ${phase}, expected one`);
    return one.physicalId;
  }

  private resources(phase: Phase) {
    const known = this.known.get(phase) ?? this.read(phase);
    this.known.set(phase, known);
    return known;
  }

  private async read(phase: Phase) {
    const StackName = `${this.config.project}-${this.config.environment}-${phase}`;
    const { StackResources = [] } = await this.client.send(new DescribeStackResourcesCommand({ StackName }));
    return StackResources.map(({ ResourceType = '', LogicalResourceId = '', PhysicalResourceId = '' }) => ({
      type: ResourceType,
      logicalId: LogicalResourceId,
      physicalId: PhysicalResourceId,
    }));
  }
}
