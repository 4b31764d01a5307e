import { DeleteModelPackageCommand, paginateListModelPackages, type SageMakerClient } from '@aws-sdk/client-sagemaker';
import { isGone } from '../../shared/is-gone';

/**
 * Deletes every version of the group and answers how many. A group or version that is gone already is what was wanted;
 * any other failure throws.
 */
export async function emptyRegistry(sageMaker: SageMakerClient, groupName: string): Promise<number> {
  const versions = await listVersions(sageMaker, groupName);
  for (const version of versions)
    await sageMaker.send(new DeleteModelPackageCommand({ ModelPackageName: version })).catch(acceptGone);
  return versions.length;
}

/** All of them before the first is deleted: a page token says nothing about a list that shrinks. */
async function listVersions(client: SageMakerClient, groupName: string): Promise<string[]> {
  const arns: string[] = [];
  try {
    for await (const page of paginateListModelPackages({ client, pageSize: 100 }, { ModelPackageGroupName: groupName }))
      for (const { ModelPackageArn } of page.ModelPackageSummaryList ?? [])
        if (ModelPackageArn) arns.push(ModelPackageArn);
  } catch (error) {
    acceptGone(error);
  }
  return arns;
}

function acceptGone(error: unknown): void {
  if (!isGone(error)) throw error;
}
