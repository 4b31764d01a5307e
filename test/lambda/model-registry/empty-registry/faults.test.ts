import { SageMakerClient, SageMakerServiceException } from '@aws-sdk/client-sagemaker';
import { emptyRegistry } from '../../../../lambda/model-registry/empty-registry/empty-registry';
import { expectSameHoweverBrokenOff } from '../../../faults/break-off';
import { stubClient } from '../../stub-client';

/** A group of versions, two on a page, in which a version can be deleted once. */
function given() {
  const versions = new Set(['group/3', 'group/2', 'group/1']);
  const gone = { name: 'ValidationException', message: 'it does not exist.', $fault: 'client' as const, $metadata: {} };
  const { client } = stubClient(new SageMakerClient({}), {
    ListModelPackages: ({ NextToken = '0' }) => {
      const arns = [...versions].slice(Number(NextToken), Number(NextToken) + 2);
      const next = Number(NextToken) + 2;
      return {
        ModelPackageSummaryList: arns.map((ModelPackageArn) => ({ ModelPackageArn })),
        ...(next < versions.size && { NextToken: String(next) }),
      };
    },
    DeleteModelPackage: ({ ModelPackageName }) =>
      versions.delete(ModelPackageName) ? {} : new SageMakerServiceException(gone),
  });
  return { clients: [client], start: () => emptyRegistry(client, 'group'), left: () => [...versions] };
}

test('broken off anywhere and asked again, no version is left', async () => {
  expect(await expectSameHoweverBrokenOff(given)).toBe(15);

  const { start, left } = given();
  await start();
  expect(left()).toEqual([]);
});

test('asked twice at the same moment, it empties the group and neither fails', async () => {
  const { start, left } = given();

  await Promise.all([start(), start()]);
  expect(left()).toEqual([]);
});
