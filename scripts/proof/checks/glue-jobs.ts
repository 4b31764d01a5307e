import type { Assembly, Placed } from '../assembly';
import type { Check } from '../check';
import { findInEach } from '../find-in-each';
import { isOutside, numeric, record } from '../json';
import { isOpen, textOf } from '../text-of';

/** Versions that new jobs may have: Glue developer guide, "Glue version support policy" (0.9 to 2.0 are at their end). */
const VERSIONS = ['3.0', '4.0', '5.0', '5.1'];
/** Workers of each type for one job at most: Glue developer guide, "Worker types"; CreateJob, `WorkerType`. */
const WORKERS: Readonly<Record<string, number>> = {
  Standard: 299,
  'G.025X': 299,
  'G.1X': 299,
  'G.2X': 149,
  'G.4X': 149,
  'G.8X': 149,
  'G.12X': 149,
  'G.16X': 149,
  'R.1X': 299,
  'R.2X': 149,
  'R.4X': 149,
  'R.8X': 149,
  'Z.2X': 149,
};
/** What Glue sets itself: Glue developer guide, "AWS Glue job parameters". */
const RESERVED = ['--conf', '--debug', '--mode', '--JOB_NAME', '--endpoint'];
const BOOKMARKS = ['job-bookmark-enable', 'job-bookmark-disable', 'job-bookmark-pause'];
/** Seven days, in minutes. */
const LONGEST = 10_080;

/** CreateJob of Glue. */
export const glueJobs: Check = {
  id: 'glue-jobs',
  rule: 'A Glue job has a version, workers and a script that fit together, and libraries that Python can import',
  find: findInEach(['AWS::Glue::Job'], (job, assembly) => [
    ...sizeFaults(job),
    ...scriptFaults(job, assembly),
    ...argumentFaults(job, assembly),
  ]),
};

function sizeFaults({ Properties }: Placed): readonly (string | false)[] {
  const { MaxCapacity, WorkerType, NumberOfWorkers, GlueVersion, Timeout, ExecutionClass, Command } = Properties;
  const { Name } = record(Command);
  const type = String(WorkerType);
  const most = WORKERS[type];
  const isShell = Name === 'pythonshell';
  const after = record(Properties.NotificationProperty).NotifyDelayAfter;
  return [
    MaxCapacity !== undefined &&
      (WorkerType ?? NumberOfWorkers) !== undefined &&
      'it has MaxCapacity with WorkerType or NumberOfWorkers: one or the other',
    (WorkerType === undefined) !== (NumberOfWorkers === undefined) && 'WorkerType and NumberOfWorkers come together',
    Properties.AllocatedCapacity !== undefined &&
      'AllocatedCapacity is no longer taken: WorkerType and NumberOfWorkers',
    isShell && WorkerType !== undefined && 'a Python shell job has MaxCapacity 0.0625 or 1, no workers',
    isShell &&
      MaxCapacity !== undefined &&
      ![0.0625, 1].includes(numeric(MaxCapacity) ?? 1) &&
      `MaxCapacity is ${MaxCapacity}, expected 0.0625 or 1`,
    WorkerType !== undefined &&
      most === undefined &&
      `there is no worker type ${type}, only ${Object.keys(WORKERS).join(', ')}`,
    type === 'G.025X' && Name !== 'gluestreaming' && 'workers of type G.025X are for streaming jobs only',
    isOutside(NumberOfWorkers, 2, most ?? 299) && `NumberOfWorkers is ${NumberOfWorkers}, expected 2 to ${most ?? 299}`,
    GlueVersion === undefined && 'it has no GlueVersion, so it runs on whatever is the newest',
    typeof GlueVersion === 'string' &&
      !VERSIONS.includes(GlueVersion) &&
      `GlueVersion is ${GlueVersion}, expected one of ${VERSIONS.join(', ')}`,
    isOutside(Timeout, 1, LONGEST) && `Timeout is ${Timeout} minutes, expected 1 to ${LONGEST}`,
    (numeric(after) ?? 0) > (numeric(Timeout) ?? Infinity) &&
      `NotifyDelayAfter is ${after} minutes, after the job has timed out`,
    isOutside(Properties.MaxRetries, 0, 10) && `MaxRetries is ${Properties.MaxRetries}, expected 0 to 10`,
    isOutside(record(Properties.ExecutionProperty).MaxConcurrentRuns, 1, 2000) && 'MaxConcurrentRuns is below 1',
    ExecutionClass === 'FLEX' &&
      (Name !== 'glueetl' || !['G.1X', 'G.2X'].includes(type)) &&
      'FLEX is for glueetl jobs on G.1X or G.2X',
  ];
}

function scriptFaults(job: Placed, assembly: Assembly): readonly (string | false)[] {
  const { Name, ScriptLocation, PythonVersion } = record(job.Properties.Command);
  const script = textOf(ScriptLocation, job, assembly);
  const versions = Name === 'pythonshell' ? ['3', '3.9'] : ['3'];
  return [
    !['glueetl', 'pythonshell', 'gluestreaming', 'glueray'].includes(String(Name)) && `there is no command ${Name}`,
    !/^s3:\/\/[^/]+\/.+\.(py|scala)$/.test(script) &&
      !(isOpen(script) && /^(s3:\/\/|\$\{)/.test(script)) &&
      `the script is at "${script}", expected s3://bucket/….py`,
    ['glueetl', 'pythonshell', 'gluestreaming'].includes(String(Name)) &&
      PythonVersion !== undefined &&
      !versions.includes(String(PythonVersion)) &&
      `PythonVersion is ${PythonVersion}, expected ${versions.join(' or ')}`,
  ];
}

function argumentFaults(job: Placed, assembly: Assembly): readonly (string | false)[] {
  const given = { ...record(job.Properties.NonOverridableArguments), ...record(job.Properties.DefaultArguments) };
  const texts = new Map(Object.entries(given).map(([key, value]) => [key, textOf(value, job, assembly)]));
  const libraries = (texts.get('--extra-py-files') ?? '').split(',').filter((file) => file !== '');
  const bookmark = texts.get('--job-bookmark-option');
  return [
    ...[...texts.keys()].map((key) => !key.startsWith('--') && `the argument "${key}" does not begin with --`),
    ...[...texts.keys()].map((key) => RESERVED.includes(key) && `the argument ${key} is Glue's own`),
    ...[...texts].map(
      ([key, text]) =>
        key.startsWith('--enable-') &&
        !isOpen(text) &&
        !/^(true|false)$/.test(text) &&
        !/metrics|log-filter/.test(key) &&
        `${key} is "${text}", expected true or false`,
    ),
    bookmark !== undefined &&
      !BOOKMARKS.includes(bookmark) &&
      `--job-bookmark-option is "${bookmark}", expected one of ${BOOKMARKS.join(', ')}`,
    ...libraries.map(
      (file) =>
        !isOpen(file) &&
        !/^s3:\/\/[^/]+\/.+\.(zip|whl|egg|py)$/.test(file) &&
        `the library "${file}" is no .zip, .whl or .egg in S3`,
    ),
    // An asset is named by its hash, so a single file could never be imported under a name that the script knows.
    ...libraries.map(
      (file) =>
        /\/[0-9a-f]{64}\.py$/.test(file) &&
        `the library "${file}" is a single file named by its hash, which no script can import: upload a folder`,
    ),
  ];
}
