import { SageMakerClient, SageMakerServiceException } from '@aws-sdk/client-sagemaker';
import { emptyRegistry } from '../../../../lambda/model-registry/empty-registry/empty-registry';
import { stubClient } from '../../stub-client';

const versionArn = (version: number) => `arn:aws:sagemaker:us-east-1:111111111111:model-package/parts/${version}`;
const summary = (version: number) => ({ ModelPackageArn: versionArn(version) });
const failure = (name: string, message: string) =>
  new SageMakerServiceException({ name, message, $fault: 'client', $metadata: {} });

function given(answers: Parameters<typeof stubClient>[1]) {
  const { client, sent } = stubClient(new SageMakerClient({}), answers);
  return { empty: () => emptyRegistry(client, 'parts'), sent };
}
const twoPages = ({ NextToken }: { NextToken?: string }) =>
  NextToken === undefined
    ? { ModelPackageSummaryList: [summary(3), summary(2)], NextToken: 'more' }
    : { ModelPackageSummaryList: [summary(1)] };

test('every version on every page is deleted, after the last page was read', async () => {
  const { empty, sent } = given({ ListModelPackages: twoPages, DeleteModelPackage: () => ({}) });

  expect(await empty()).toBe(3);

  expect(sent.map(({ command, input }) => [command, input.ModelPackageName ?? input.NextToken])).toEqual([
    ['ListModelPackages', undefined],
    ['ListModelPackages', 'more'],
    ['DeleteModelPackage', versionArn(3)],
    ['DeleteModelPackage', versionArn(2)],
    ['DeleteModelPackage', versionArn(1)],
  ]);
  expect(sent[0]?.input).toMatchObject({ ModelPackageGroupName: 'parts' });
});

test.each([
  failure('ResourceNotFound', 'no such group'),
  failure('ValidationException', 'ModelPackageGroup parts does not exist.'),
])('a group that is gone is empty: %s', async (gone) => {
  expect(await given({ ListModelPackages: () => gone }).empty()).toBe(0);
});

test('a version that is gone does not keep the others', async () => {
  const { empty, sent } = given({
    ListModelPackages: twoPages,
    DeleteModelPackage: ({ ModelPackageName }) =>
      ModelPackageName === versionArn(3) ? failure('ValidationException', 'ModelPackage does not exist.') : {},
  });

  await empty();

  expect(sent.filter(({ command }) => command === 'DeleteModelPackage')).toHaveLength(3);
});

test.each([
  failure('AccessDeniedException', 'not allowed'),
  failure('ValidationException', 'the name is malformed'),
  new Error('socket hang up'),
])('any other failure is one: %s', async (error) => {
  await expect(given({ ListModelPackages: () => error }).empty()).rejects.toBe(error);
  await expect(given({ ListModelPackages: twoPages, DeleteModelPackage: () => error }).empty()).rejects.toBe(error);
});
