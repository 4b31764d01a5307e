import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { channel, givenArchive, temporaryFolder, training, unpacked } from './job-fixtures';
import { ROLE, RunningService, until } from './running-service';

jest.setTimeout(30_000);

let service: RunningService;

beforeEach(async () => {
  service = await RunningService.start();
  service.cloud.store.put('lake/train/train.csv', '1,2\n');
});

afterEach(() => service.close());

/** A script that leaves what it saw as its model. */
const TRAIN = `
import json, os, sys
seen = {'argv': sys.argv[1:], 'cwd': os.getcwd(), 'env': dict(os.environ), 'main': __name__}
seen['train'] = sorted(os.listdir(os.environ['SM_CHANNEL_TRAIN']))
seen['raw'] = json.load(open(os.environ['SM_INPUT_CONFIG_DIR'] + '/hyperparameters.json'))
json.dump(seen, open(os.environ['SM_MODEL_DIR'] + '/seen.json', 'w'))
print('auc=0.1;')
print('auc=0.75;')
`;

describe('a training job', () => {
  test('runs its script as the container would and packs the model', async () => {
    await givenArchive(service.cloud.store, 'lake/code/0123abcd.tar.gz', { 'train.py': TRAIN });

    const { execution, steps } = await service.run({ Steps: [training()] });

    expect(execution.PipelineExecutionStatus).toBe('Succeeded');
    const name = steps.Train.Metadata.TrainingJob.Arn.split('/')[1];
    expect(name).toMatch(/^pipelines-[0-9a-f]{12}-Train-[0-9a-f]{10}$/);
    const seen = JSON.parse(
      (await unpacked(service.cloud.store, `models/runs/${name}/output/model.tar.gz`))('seen.json'),
    );
    const root = join(service.folder, 'jobs', name);
    expect(seen).toMatchObject({ main: '__main__', cwd: join(root, 'code'), train: ['train.csv'] });
    expect(seen.argv).toEqual(['--eta', '0.1', '--verbose', 'True']);
    expect(seen.raw).toMatchObject({
      eta: '0.10',
      sagemaker_submit_directory: join(root, 'input/data/code/0123abcd.tar.gz'),
    });
    expect(seen.env).toMatchObject({
      SM_HPS: '{"eta":0.1,"verbose":true}',
      SM_HP_ETA: '0.1',
      SM_CHANNELS: '["code","train"]',
      SM_OUTPUT_DATA_DIR: join(root, 'output/data'),
      TRAINING_JOB_NAME: name,
    });
  });

  test('in isolation has neither credentials nor an address', async () => {
    await givenArchive(service.cloud.store, 'lake/code/0123abcd.tar.gz', { 'train.py': TRAIN });
    const environmentOf = async (EnableNetworkIsolation: boolean) => {
      const { steps } = await service.run({ Steps: [training({ EnableNetworkIsolation })] });
      const name = steps.Train.Metadata.TrainingJob.Arn.split('/')[1];
      return JSON.parse((await unpacked(service.cloud.store, `models/runs/${name}/output/model.tar.gz`))('seen.json'))
        .env;
    };

    const isolated = Object.keys(await environmentOf(true));

    expect(isolated.filter((name) => /^AWS|PROXY/i.test(name))).toEqual([]);
    expect(await environmentOf(false)).toMatchObject({
      AWS_ENDPOINT_URL: 'http://cloud.test',
      AWS_ACCESS_KEY_ID: `key of ${ROLE}`,
    });
  });

  test('that fails says so as SageMaker does, and keeps the reason in its log', async () => {
    await givenArchive(service.cloud.store, 'lake/code/0123abcd.tar.gz', {
      'train.py': 'raise ValueError("too few rows")',
    });

    const { steps } = await service.run({ Steps: [training()] });

    expect(steps.Train).toMatchObject({
      StepStatus: 'Failed',
      FailureReason:
        'AlgorithmError: ExecuteUserScriptError:\nCommand "python3 -m train --eta 0.1 --verbose True", exit code: 1',
    });
    const { body } = await service.send('GET', '/local/jobs', {});
    expect(body.ended).toMatchObject([{ kind: 'training', outcome: 'failed', exitCode: 1 }]);
    expect(readFileSync(body.ended[0].log, 'utf8')).toContain('ValueError: too few rows');
  });

  test('without objects under a channel fails before it starts', async () => {
    await givenArchive(service.cloud.store, 'lake/code/0123abcd.tar.gz', { 'train.py': TRAIN });

    const InputDataConfig = [channel('train', 's3://lake/nothing')];
    const { steps } = await service.run({ Steps: [training({ InputDataConfig })] });

    expect(steps.Train.FailureReason).toContain('No S3 objects found under S3 URL "s3://lake/nothing"');
  });

  test('that takes too long is ended', async () => {
    await givenArchive(service.cloud.store, 'lake/code/0123abcd.tar.gz', { 'train.py': 'import time; time.sleep(60)' });

    const { steps } = await service.run({ Steps: [training({ StoppingCondition: { MaxRuntimeInSeconds: 1 } })] });

    expect(steps.Train.FailureReason).toContain('MaxRuntimeExceeded');
  });

  test('that is killed half way fails the execution and leaves no process of its own', async () => {
    const started = join(temporaryFolder(), 'child');
    const spawning = `import subprocess, time
child = subprocess.Popen(['sleep', '60'])
open('${started}', 'w').write(str(child.pid))
time.sleep(60)`;
    await givenArchive(service.cloud.store, 'lake/code/0123abcd.tar.gz', { 'train.py': spawning });
    const running = service.run({ Steps: [training()] });
    const child = await until(async () =>
      existsSync(started) ? Number(readFileSync(started)) || undefined : undefined,
    );
    const { body } = await service.send('GET', '/local/jobs', {});

    process.kill(body.running[0].pid, 'SIGKILL');

    expect((await running).execution.PipelineExecutionStatus).toBe('Failed');
    await until(async () => (isAlive(child) ? undefined : true));
  });

  test('leaves no process behind when the service closes', async () => {
    await givenArchive(service.cloud.store, 'lake/code/0123abcd.tar.gz', { 'train.py': 'import time; time.sleep(60)' });
    await service.givenPipeline('long', { Steps: [training()] });
    await service.givenExecution('long');
    const pid = await until(async () => (await service.send('GET', '/local/jobs', {})).body.running[0]?.pid);

    await service.service.close();

    expect(isAlive(pid)).toBe(false);
    expect(service.cloud.signals.at(-1)).toEqual(['ExecutionStopped', ['long']]);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s*Z/m.test(existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '');
  } catch {
    return false;
  }
}
