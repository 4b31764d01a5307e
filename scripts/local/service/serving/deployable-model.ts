import type { ContainerDefinition, CreateModelInput } from '@aws-sdk/client-sagemaker';
import type { Cloud } from '../cloud';
import { s3Location } from '../jobs/s3-location';
import type { ModelRegistry } from '../model-registry';
import { validationException } from '../service-error';

/**
 * A model as CreateModel takes it, with everything that its container takes from a version of the registry: the version
 * must be approved and the artifact readable for the model's own role. Throws what AWS would refuse it with.
 */
export async function deployableModel(
  input: CreateModelInput,
  registry: ModelRegistry,
  cloud: Cloud,
): Promise<CreateModelInput> {
  if (!input.PrimaryContainer) throw validationException('Only models with a PrimaryContainer run locally.');
  const PrimaryContainer = fromVersion(input.PrimaryContainer, registry);
  const { ModelDataUrl, Image } = PrimaryContainer;
  if (!Image || !ModelDataUrl)
    throw validationException('A container needs ModelPackageName, or Image and ModelDataUrl.');
  await assertReadable(cloud, input.ExecutionRoleArn, ModelDataUrl);
  return { ...input, PrimaryContainer, EnableNetworkIsolation: String(input.EnableNetworkIsolation) === 'true' };
}

/** The container of the version, with the model's own environment over the version's. */
function fromVersion(container: ContainerDefinition, registry: ModelRegistry): ContainerDefinition {
  const { ModelPackageName: arn, Environment, ...own } = container;
  if (arn === undefined) return container;
  if (Object.keys(own).length > 0)
    throw validationException(`${Object.keys(own)} cannot stand beside ModelPackageName.`);
  const { ModelApprovalStatus, InferenceSpecification } = registry.describe(arn);
  if (ModelApprovalStatus !== 'Approved')
    throw validationException(`Model package ${arn} cannot be deployed: it is ${ModelApprovalStatus}, not Approved.`);
  const { Image, ModelDataUrl, Environment: inherited } = InferenceSpecification?.Containers?.[0] ?? {};
  return { Image, ModelDataUrl, Environment: { ...inherited, ...Environment } };
}

async function assertReadable(cloud: Cloud, roleArn = '', uri: string): Promise<void> {
  const { bucket, key } = s3Location(uri);
  const { objects } = await cloud.actAs(roleArn);
  // Whoever may not read is told the same as who reads what is not there.
  if (await objects.read(bucket, key).catch(() => undefined)) return;
  throw validationException(
    `Could not access model data at ${uri}. Please ensure that the role "${roleArn}" exists, that it has ` +
      '"s3:GetObject" permissions and that the object is located in this region.',
  );
}
