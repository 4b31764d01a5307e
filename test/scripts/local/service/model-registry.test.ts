import { RunningService } from './running-service';

let service: RunningService;

beforeEach(async () => {
  service = await RunningService.start();
  service.cloud.store.put('models/model.tar.gz', 'model');
  await service.cfn('create', 'ModelPackageGroup', { props: { ModelPackageGroupName: 'churn' } });
});

afterEach(() => service.close());

const CONTAINER = { Image: 'image', ModelDataUrl: 's3://models/model.tar.gz' };

const VERSION = {
  ModelPackageGroupName: 'churn',
  ModelApprovalStatus: 'PendingManualApproval',
  InferenceSpecification: { Containers: [CONTAINER], SupportedContentTypes: ['text/csv'] },
  ModelMetrics: {
    ModelQuality: { Statistics: { ContentType: 'application/json', S3Uri: 's3://models/quality.json' } },
  },
  CustomerMetadataProperties: { threshold: '0.31', pipelineExecution: { Get: 'Execution.PipelineExecutionArn' } },
};

/** Registers a version by a pipeline; returns the ARN. */
async function register(change: object = {}): Promise<string> {
  const Steps = [{ Name: 'Register', Type: 'RegisterModel', Arguments: { ...VERSION, ...change } }];
  const { steps } = await service.run({ Steps });
  if (steps.Register.StepStatus !== 'Succeeded') throw new Error(steps.Register.FailureReason);
  return steps.Register.Metadata.RegisterModel.Arn;
}

const list = async (filter: object = {}) => {
  const { body } = await service.call('ListModelPackages', { ModelPackageGroupName: 'churn', ...filter });
  return body.ModelPackageSummaryList.map((one: { ModelPackageVersion: number }) => one.ModelPackageVersion);
};

test('a version keeps every field, knows its execution and waits for approval', async () => {
  const arn = await register();

  expect(arn).toBe('arn:aws:sagemaker:us-east-1:111111111111:model-package/churn/1');
  const { body } = await service.call('DescribeModelPackage', { ModelPackageName: arn });
  const execution = body.CustomerMetadataProperties.pipelineExecution;
  expect(execution).toMatch(/:pipeline\/.*\/execution\//);
  expect(body).toMatchObject({
    ...VERSION,
    ModelPackageArn: arn,
    ModelPackageVersion: 1,
    ModelPackageStatus: 'Completed',
    CustomerMetadataProperties: { threshold: '0.31' },
    MetadataProperties: { GeneratedBy: execution },
  });
});

test('numbers go up and are not given twice', async () => {
  await register();
  await service.call('DeleteModelPackage', { ModelPackageName: await register() });

  await register();

  expect(await list()).toEqual([1, 3]);
  expect(await list({ SortOrder: 'Descending' })).toEqual([3, 1]);
});

test('approval and rejection are announced, as is registration', async () => {
  const arn = await register();

  const changes = { ModelApprovalStatus: 'Approved', ApprovalDescription: 'seen' };
  await service.call('UpdateModelPackage', { ModelPackageArn: arn, ...changes });

  const announced = service.cloud.details('SageMaker Model Package State Change');
  expect(announced.map((one) => [one.ModelPackageArn, one.ModelApprovalStatus])).toEqual([
    [arn, 'PendingManualApproval'],
    [arn, 'Approved'],
  ]);
  expect(announced[1]).toMatchObject({
    ModelPackageGroupName: 'churn',
    CustomerMetadataProperties: { threshold: '0.31' },
  });
  expect((await service.call('DescribeModelPackage', { ModelPackageName: arn })).body).toMatchObject(changes);
  expect(await list({ ModelApprovalStatus: 'Approved' })).toEqual([1]);
  expect(await list({ ModelApprovalStatus: 'Rejected' })).toEqual([]);
});

test.each([
  ['a group that is not there', { ModelPackageGroupName: 'other' }, 'other does not exist'],
  [
    'an artifact that is not there',
    { InferenceSpecification: { Containers: [{ ...CONTAINER, ModelDataUrl: 's3://models/none' }] } },
    's3://models/none',
  ],
])('a version of %s is not registered', async (_what, change, reason) => {
  await expect(register(change)).rejects.toThrow(reason);
});

test('a group with versions cannot be deleted', async () => {
  const arn = await register();
  const physicalId = 'arn:aws:sagemaker:us-east-1:111111111111:model-package-group/churn';
  const remove = () => service.cfn('delete', 'ModelPackageGroup', { physicalId });

  expect((await remove()).body.message).toContain('while it holds Model Packages');
  await service.call('DeleteModelPackage', { ModelPackageName: arn });
  expect((await remove()).status).toBe(200);
});

test('a version that is not there is said not to exist', async () => {
  const { body } = await service.call('DescribeModelPackage', {
    ModelPackageName: 'arn:aws:sagemaker:us-east-1:1:model-package/churn/7',
  });

  expect(body).toMatchObject({ __type: 'ValidationException', message: expect.stringContaining('does not exist') });
});
