import { join } from 'node:path';
import { RESOURCES } from './job-fixtures';
import { ROLE, RunningService } from './running-service';

jest.setTimeout(30_000);

let service: RunningService;

beforeEach(async () => {
  service = await RunningService.start();
  service.cloud.store.put('lake/train/train.csv', '1,2\n');
});

afterEach(() => service.close());

describe('a processing job', () => {
  const processing = (more: object = {}) => ({
    Name: 'Assess',
    Type: 'Processing',
    PropertyFiles: [{ PropertyFileName: 'Verdict', OutputName: 'bias', FilePath: 'gate.json' }],
    Arguments: {
      AppSpecification: {
        ImageUri: 'image',
        ContainerEntrypoint: ['python3', '/opt/ml/processing/input/code/assess.py'],
        ContainerArguments: ['--data', '/opt/ml/processing/input/data', '--bias', '/opt/ml/processing/output/bias'],
      },
      ProcessingResources: { ClusterConfig: RESOURCES },
      ProcessingInputs: [input('code', 's3://lake/jobs/assess.py'), input('data', 's3://lake/train')],
      ProcessingOutputConfig: {
        Outputs: [
          {
            OutputName: 'bias',
            S3Output: {
              S3Uri: 's3://models/assess/bias',
              LocalPath: '/opt/ml/processing/output/bias',
              S3UploadMode: 'EndOfJob',
            },
          },
        ],
      },
      RoleArn: ROLE,
      NetworkConfig: { EnableNetworkIsolation: true },
      ...more,
    },
  });
  const input = (InputName: string, S3Uri: string) => ({
    InputName,
    S3Input: { S3Uri, LocalPath: `/opt/ml/processing/input/${InputName}`, S3DataType: 'S3Prefix', S3InputMode: 'File' },
  });
  const verdict = {
    'Std:JsonGet': { PropertyFile: { Get: 'Steps.Assess.PropertyFiles.Verdict' }, Path: 'gates[0].within' },
  };
  const Conditions = [{ Type: 'Equals', LeftValue: verdict, RightValue: 'true' }];
  const refuse = { Name: 'Refuse', Type: 'Fail', Arguments: { ErrorMessage: 'biased' } };
  const gate = { Name: 'Gate', Type: 'Condition', Arguments: { Conditions, IfSteps: [], ElseSteps: [refuse] } };

  test('reads its inputs, and its outputs can be read as files and as properties', async () => {
    service.cloud.store.put(
      'lake/jobs/assess.py',
      `
import json, os, sys
data, bias = sys.argv[2], sys.argv[4]
json.dump({'gates': [{'within': 'true'}], 'files': os.listdir(data)}, open(bias + '/gate.json', 'w'))
`,
    );

    const { execution, steps } = await service.run({ Steps: [processing(), gate] });

    expect(execution.PipelineExecutionStatus).toBe('Succeeded');
    expect(steps.Gate.Metadata.Condition.Outcome).toBe('True');
    expect(JSON.parse(service.cloud.store.text('models/assess/bias/gate.json')).files).toEqual(['train.csv']);
  });

  test('finds its own root wherever a path of the container stands, and nowhere else', async () => {
    service.cloud.store.put(
      'lake/jobs/assess.py',
      `
import os, pathlib, sys
pathlib.Path(sys.argv[4], 'paths').write_text(os.environ['PATHS'])
`,
    );
    const PATHS = '/opt/ml/a:/opt/ml /opt/mlx s3://b/opt/ml/c file:///opt/ml/d';

    const { steps } = await service.run({ Steps: [processing({ Environment: { PATHS } })] });

    const root = join(service.folder, 'jobs', steps.Assess.Metadata.ProcessingJob.Arn.split('/')[1]);
    const expected = `${root}/a:${root} /opt/mlx s3://b/opt/ml/c file://${root}/d`;
    expect(service.cloud.store.text('models/assess/bias/paths')).toBe(expected);
  });

  test('that fails says what it left as its message, and uploads nothing', async () => {
    service.cloud.store.put(
      'lake/jobs/assess.py',
      `
import os, pathlib, sys
pathlib.Path(sys.argv[4], 'gate.json').write_text('{}')
pathlib.Path(sys.argv[4]).parent.joinpath('../../output/message').resolve().write_text('no facets')
sys.exit(3)
`,
    );

    const { steps } = await service.run({ Steps: [processing()] });

    expect(steps.Assess).toMatchObject({
      StepStatus: 'Failed',
      FailureReason: 'AlgorithmError: no facets, exit code: 3',
    });
    expect(service.cloud.store.keys).not.toContain('models/assess/bias/gate.json');
  });
});
