import { createHash } from 'node:crypto';
import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { DescribeModelPackageCommand, type SageMakerClient } from '@aws-sdk/client-sagemaker';
import { objectUnder } from '../../shared/s3-location';

export interface RegistryClients {
  readonly sageMaker: SageMakerClient;
  readonly s3: S3Client;
}

/** Why a version must not serve, in a sentence; nothing when it is approved, complete, unchanged and can be tested. */
export async function findProblem(version: string, { sageMaker, s3 }: RegistryClients): Promise<string | undefined> {
  const { ModelApprovalStatus, ModelPackageStatus, InferenceSpecification, CustomerMetadataProperties } =
    await sageMaker.send(new DescribeModelPackageCommand({ ModelPackageName: version }));
  if (ModelApprovalStatus !== 'Approved') return `It is ${ModelApprovalStatus}.`;
  if (ModelPackageStatus !== 'Completed') return `Its package is ${ModelPackageStatus}.`;
  const artifact = InferenceSpecification?.Containers?.[0]?.ModelDataUrl;
  const wanted = CustomerMetadataProperties?.artifactHash;
  if (!artifact || !wanted) return 'Its package names no artifact, or no hash of it.';
  if (!CustomerMetadataProperties.smokeTest) return 'Its package names no rows for a smoke test.';
  const found = await hashOf(artifact, s3);
  if (!found) return `Its artifact ${artifact} is gone.`;
  return found === wanted ? undefined : `Its artifact ${artifact} was altered: SHA-256 ${found}, registered ${wanted}.`;
}

async function hashOf(uri: string, s3: S3Client): Promise<string | undefined> {
  const { bucket, key } = objectUnder(uri, '');
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    const hash = createHash('sha256');
    for await (const chunk of (Body ?? []) as AsyncIterable<Uint8Array>) hash.update(chunk);
    return hash.digest('hex');
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}
