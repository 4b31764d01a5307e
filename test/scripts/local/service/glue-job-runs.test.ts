import { readFileSync } from 'node:fs';
import { lastException } from '../../../../scripts/local/service/glue/run-glue-job';
import { ROLE, RunningService, until } from './running-service';

jest.setTimeout(30_000);

let service: RunningService;

beforeEach(async () => {
  service = await RunningService.start();
  service.cloud.store.put('code/lake.py', 'def mark(text): return text.upper()');
  service.cloud.store.put('lake/raw/day/a.csv', 'a');
  service.cloud.store.put('lake/raw/day/b.csv', 'b');
});

afterEach(() => service.close());

/** A job of that script, with a default argument and a module beside it. */
function givenJob(script: string, more: object = {}): void {
  service.cloud.store.put('code/job.py', script);
  service.cloud.glueJobs.set('curate', {
    Name: 'curate',
    Role: ROLE,
    Command: { Name: 'glueetl', ScriptLocation: 's3://code/job.py' },
    DefaultArguments: { '--extra-py-files': 's3://code/lake.py', '--TempDir': 's3://lake/temporary/', '--day': 'none' },
    ...more,
  });
}

const start = async (Arguments: object = {}, more: object = {}) =>
  (await service.call('StartJobRun', { JobName: 'curate', Arguments, ...more })).body;

const ended = (RunId: string) =>
  until(async () => {
    const { JobRun } = (await service.call('GetJobRun', { JobName: 'curate', RunId })).body;
    return ['RUNNING', 'STOPPING'].includes(JobRun.JobRunState) ? undefined : JobRun;
  });

const ARGUMENTS = {
  '--raw': 's3://lake/raw/day/',
  '--curated': 's3://lake/curated/',
  '--dataset': 's3://code/dataset.json',
};

const READ = `
import argparse, json, os, sys
parser = argparse.ArgumentParser()
for name in ('raw', 'curated', 'dataset', 'day', 'JOB_NAME', 'JOB_RUN_ID', 'TempDir'): parser.add_argument('--' + name)
options, _ = parser.parse_known_args()
`;

test('a script finds its prefixes as folders, and what it changes there is changed in S3, and nothing else', async () => {
  service.cloud.store.put('code/dataset.json', '{"name": "churn"}');
  service.cloud.store.put('lake/curated/old.json', 'old');
  service.cloud.store.put('lake/curated/same.json', 'same');
  givenJob(`${READ}
import lake
assert sorted(os.listdir(options.raw)) == ['a.csv', 'b.csv'] and options.raw.endswith('/')
name = json.load(open(options.dataset))['name']
os.remove(options.curated + 'old.json')
for path in ('new/part.json', '.part.json.crc', '_temporary/0/x'):
    os.makedirs(os.path.dirname(options.curated + path), exist_ok=True)
    open(options.curated + path, 'w').write(lake.mark(name))
`);
  const written: string[] = [];
  const { store } = service.cloud;
  const put = store.write.bind(store);
  jest.spyOn(store, 'write').mockImplementation((bucket, key, body) => {
    written.push(key);
    return put(bucket, key, body);
  });

  const run = await ended((await start(ARGUMENTS)).JobRunId);

  expect(run).toMatchObject({ JobRunState: 'SUCCEEDED', JobName: 'curate', Arguments: ARGUMENTS });
  expect(written).toEqual(['curated/new/part.json']);
  expect(store.text('lake/curated/new/part.json')).toBe('CHURN');
  expect(store.keys.filter((key) => key.startsWith('lake/curated/'))).toEqual([
    'lake/curated/new/part.json',
    'lake/curated/same.json',
  ]);
});

test('a run gets its own arguments over the defaults, those of Glue, and the rights of the network', async () => {
  givenJob(`${READ}
seen = vars(options) | {'env': dict(os.environ), 'argv': sys.argv}
json.dump(seen, open(options.curated + 'seen.json', 'w'))
`);

  const { JobRunId } = await start({ ...ARGUMENTS, '--day': '2026-11-20' });
  await ended(JobRunId);

  const seen = JSON.parse(service.cloud.store.text('lake/curated/seen.json'));
  expect(seen).toMatchObject({ day: '2026-11-20', JOB_NAME: 'curate', JOB_RUN_ID: JobRunId });
  expect(seen.argv).toContain('--job-bookmark-option');
  expect(seen.TempDir).not.toContain('s3://');
  expect(seen.env).toMatchObject({
    AWS_ENDPOINT_URL: 'http://cloud.test',
    AWS_ACCESS_KEY_ID: `key of ${ROLE}`,
    SPARK_LOCAL_IP: '127.0.0.1',
  });
  expect(readFileSync(`${seen.env.SPARK_CONF_DIR}/spark-defaults.conf`, 'utf8')).toContain('spark.master local[2]');
});

test('a failed run says its exception in one line and loses nothing that it wrote', async () => {
  givenJob(`${READ}
class TooManyBadRows(Exception): pass
open(options.curated + 'quarantined.json', 'w').write('{}')
try:
    raise KeyError('inner')
except KeyError:
    raise TooManyBadRows('9 of 100 rows: fee out of range')
`);

  const run = await ended((await start(ARGUMENTS)).JobRunId);

  expect(run).toMatchObject({ JobRunState: 'FAILED', ErrorMessage: 'TooManyBadRows: 9 of 100 rows: fee out of range' });
  expect(service.cloud.store.keys).toContain('lake/curated/quarantined.json');
  expect(service.cloud.details('Glue Job State Change')).toEqual([
    { jobName: 'curate', state: 'FAILED', severity: 'ERROR', jobRunId: run.Id, message: run.ErrorMessage },
  ]);
});

test('a stopped run ends as STOPPED', async () => {
  givenJob('import time; time.sleep(60)');
  const { JobRunId } = await start();

  const { body } = await service.call('BatchStopJobRun', { JobName: 'curate', JobRunIds: [JobRunId, 'jr_other'] });

  expect(body.SuccessfulSubmissions).toEqual([{ JobName: 'curate', JobRunId }]);
  expect(body.Errors).toMatchObject([{ JobRunId: 'jr_other' }]);
  expect(await ended(JobRunId)).toMatchObject({ JobRunState: 'STOPPED' });
});

test('more runs at once than the job allows are refused', async () => {
  givenJob('import time; time.sleep(60)', { ExecutionProperty: { MaxConcurrentRuns: 2 } });
  await start();
  await start();

  expect(await start()).toMatchObject({ __type: 'ConcurrentRunsExceededException' });
});

test('a job that is not deployed cannot be run', async () => {
  expect(await start()).toMatchObject({ __type: 'EntityNotFoundException' });
});

test.each([
  ['no traceback', 'WARN nothing\n', undefined],
  ['one', 'Traceback (most recent call last):\n  File "x"\n    raise\nlake.Bad: no\nlater line\n', 'Bad: no'],
  ['one without a message', 'Traceback (most recent call last):\n  File "x"\nKeyboardInterrupt\n', 'KeyboardInterrupt'],
  [
    'two',
    'Traceback (most recent call last):\n  a\nKeyError: 1\n\nDuring handling …:\n\nTraceback (most recent call last):\n  b\na.b.Bad: 2\n',
    'Bad: 2',
  ],
])('of %s the last exception is what counts', (_what, log, message) => {
  expect(lastException(log)).toBe(message);
});
