import { DescribeModelPackageCommand, type SageMakerClient } from '@aws-sdk/client-sagemaker';

/** Knows each version's threshold from the registry, read once: a version never changes it. */
export class Thresholds {
  private readonly known = new Map<string, number>();

  public constructor(private readonly sageMaker: SageMakerClient) {}

  /** From which score upwards the version decides yes. Throws when the version does not say. */
  public async of(version: string, deadline: AbortSignal): Promise<number> {
    const known = this.known.get(version);
    if (known !== undefined) return known;
    const command = new DescribeModelPackageCommand({ ModelPackageName: version });
    const { CustomerMetadataProperties = {} } = await this.sageMaker.send(command, { abortSignal: deadline });
    const text = CustomerMetadataProperties.threshold;
    const threshold = Number(text);
    if (!text || !Number.isFinite(threshold)) throw new Error(`${version} has no threshold: "${text}" is not a number`);
    this.known.set(version, threshold);
    return threshold;
  }
}
