import { readFileSync } from 'node:fs';
import { givenArchive } from './job-fixtures';
import { ROLE, RunningService } from './running-service';

jest.setTimeout(30_000);

let service: RunningService;

beforeEach(async () => {
  service = await RunningService.start();
});

afterEach(() => service.close());

describe('a transform job', () => {
  /** A model that adds the columns of each row. */
  const INFERENCE = `
def model_fn(model_dir):
    return float(open(model_dir + '/bias').read())

def transform_fn(model, body, content_type, accept):
    assert isinstance(body, str) and content_type == 'text/csv' and accept == 'text/csv'
    rows = [[float(field) for field in line.split(',')] for line in body.split()]
    return ''.join(f'{model + sum(row)}\\n' for row in rows), accept
`;
  const model = {
    Name: 'Create',
    Type: 'Model',
    Arguments: {
      ExecutionRoleArn: ROLE,
      EnableNetworkIsolation: true,
      PrimaryContainer: {
        Image: 'image',
        ModelDataUrl: 's3://models/model.tar.gz',
        Environment: { SAGEMAKER_PROGRAM: 'inference.py', SAGEMAKER_SUBMIT_DIRECTORY: '/opt/ml/model' },
      },
    },
  };
  const score = (DataProcessing: object, more: object = {}) => ({
    Name: 'Score',
    Type: 'Transform',
    Arguments: {
      ModelName: { Get: 'Steps.Create.ModelName' },
      TransformInput: {
        DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://lake/test/test.csv' } },
        ContentType: 'text/csv',
        SplitType: 'Line',
      },
      TransformOutput: { S3OutputPath: 's3://models/scores', Accept: 'text/csv', AssembleWith: 'Line' },
      TransformResources: { InstanceType: 'ml.m5.large', InstanceCount: 1 },
      BatchStrategy: 'MultiRecord',
      DataProcessing,
      ...more,
    },
  });

  beforeEach(async () => {
    service.cloud.store.put('lake/test/test.csv', '1,10,100\n0,20,200\n');
    await givenArchive(service.cloud.store, 'models/model.tar.gz', { 'inference.py': INFERENCE, bias: '0.5' });
  });

  test.each([
    ['$', '1,10,100,110.5\n0,20,200,220.5\n'],
    ['$[0,-1]', '1,110.5\n0,220.5\n'],
  ])('hides the label from the model and keeps %s of the joined row', async (OutputFilter, expected) => {
    const filters = { InputFilter: '$[1:]', JoinSource: 'Input', OutputFilter };

    const { execution } = await service.run({ Steps: [model, score(filters)] });

    expect(execution.PipelineExecutionStatus).toBe('Succeeded');
    expect(service.cloud.store.text('models/scores/test.csv.out')).toBe(expected);
  });

  test('one by one gives the same as many at once, without a join only the scores', async () => {
    await service.run({ Steps: [model, score({ InputFilter: '$[1:]' }, { BatchStrategy: 'SingleRecord' })] });

    expect(service.cloud.store.text('models/scores/test.csv.out')).toBe('110.5\n220.5\n');
  });

  test('that cannot join what differs is refused', async () => {
    const TransformOutput = { S3OutputPath: 's3://models/scores', Accept: 'application/json', AssembleWith: 'Line' };
    const { steps } = await service.run({ Steps: [model, score({ JoinSource: 'Input' }, { TransformOutput })] });

    expect(steps.Score.FailureReason).toContain('Accept must equal ContentType');
  });

  test('whose container refuses a row fails and keeps the answer in its log', async () => {
    service.cloud.store.put('lake/test/test.csv', '1,many\n');

    const { steps } = await service.run({ Steps: [model, score({ InputFilter: '$[1:]' })] });

    expect(steps.Score.FailureReason).toBe('InternalServerError: See job logs for more information');
    const { body } = await service.send('GET', '/local/jobs', {});
    const { log } = body.ended.find(({ kind }: { kind: string }) => kind === 'transform');
    expect(readFileSync(log, 'utf8')).toContain('could not convert string to float');
    expect(readFileSync(log, 'utf8')).toContain('bad HTTP response 500');
  });

  test('of a model whose archive is not there has no model', async () => {
    service.cloud.store.objects.delete('models/model.tar.gz');

    const { steps } = await service.run({ Steps: [model, score({})] });

    expect(steps.Create.FailureReason).toContain('Could not find model data at s3://models/model.tar.gz');
  });
});
