import { glueAccess } from '../../scripts/proof/checks/glue-access';
import { glueArguments } from '../../scripts/proof/checks/glue-arguments';
import { gluePartitions } from '../../scripts/proof/checks/glue-partitions';
import { glueTimeouts } from '../../scripts/proof/checks/glue-timeouts';
import { scriptArguments } from '../../scripts/proof/script-arguments';
import { type Change, finds, holds, type Json, set } from './finds';
import { seeded } from './seeded-definitions';

const JOB = 'AWS::Glue::Job';
const TABLE = 'AWS::Glue::Table';
const GIVEN = 'Properties.DefaultArguments';
const CURATE = { id: /Curate/ };
const parameter =
  (name: string, value?: unknown): Change =>
  ({ Properties }) => {
    const { Parameters } = Properties.TableInput;
    if (value === undefined) delete Parameters[name];
    else Parameters[name] = value;
  };
const renamed =
  (from: string, to: string): Change =>
  ({ Properties }) => {
    const { Parameters } = Properties.TableInput;
    Parameters[to] = Parameters[from];
    delete Parameters[from];
  };

describe('in the product', () => {
  holds([glueAccess, glueArguments, gluePartitions, glueTimeouts]);
});

describe('what a job is told and its script does not read is found:', () => {
  finds(glueArguments, [
    ['an argument that nobody reads', JOB, set(`${GIVEN}.--threshold`, '1'), /passes --threshold, which neither/],
    ['an argument of Glue misspelt', JOB, set(`${GIVEN}.--extra-py-file`, 's3://x/y.zip'), /passes --extra-py-file,/],
    ['an argument that is missing', JOB, set(`${GIVEN}.--masking-key`), /without --masking-key/, CURATE],
    ['an argument that all of them need', JOB, set(`${GIVEN}.--dataset`), /without --dataset/, { id: /Build/ }],
  ]);
  seeded(glueArguments, [
    ['by a machine, misspelt', /PrepareData/, '--arrived-at', '--arrivedAt', /Curate passes --arrivedAt/],
    ['by a machine, left out', /PrepareData/, '--quarantine', '--extra-files', /starts \w+ without --quarantine/],
  ]);
});

describe('a job that nothing stops is found:', () => {
  finds(glueTimeouts, [['no limit', JOB, set('Properties.Timeout'), /no Timeout/]]);
  seeded(glueTimeouts, [
    ['a machine that gives up first', /PrepareData/, '"Comment":', '"TimeoutSeconds":1800,"Comment":', /waits 1800 s/],
    [
      'a state that gives up first',
      /PrepareData/,
      '"ResultPath":null,"Resource":"arn:',
      '"TimeoutSeconds":600,"ResultPath":null,"Resource":"arn:',
      /waits 600 s/,
    ],
  ]);
});

describe('a place that the role of a job does not know is found:', () => {
  finds(glueAccess, [
    [
      'a dataset in a bucket of somebody',
      JOB,
      set(`${GIVEN}.--dataset`, 's3://somebody/dataset.json'),
      /does not allow/,
    ],
    [
      'a script in a bucket of somebody',
      JOB,
      set('Properties.Command.ScriptLocation', 's3://somebody/x.py'),
      /does not allow/,
    ],
    [
      'the role of the other job',
      JOB,
      (job, { Resources }) => {
        job.Properties.Role =
          Resources[
            Object.keys(Resources).find((id) => /^JobsBuild/.test(id) && Resources[id].Type === JOB) ?? ''
          ].Properties.Role;
      },
      /Curate sends \w+ to s3:.*does not allow/,
      CURATE,
    ],
  ]);
  seeded(glueAccess, [
    ['another prefix', /PrepareData/, '/quarantine/', '/refused/', /Curate sends \w+ to s3:.*refused/],
    ['a prefix within an expression', /PrepareData/, '/curated/churn/ingest_date', '/clean/churn/ingest_date', /clean/],
  ]);
});

describe('partitions that nobody finds are found:', () => {
  const range = 'projection.ingest_date.range';
  finds(gluePartitions, [
    ['the switch in other letters', TABLE, renamed('projection.enabled', 'Projection.enabled'), /their letters count/],
    [
      'the place in other letters',
      TABLE,
      renamed('storage.location.template', 'storage.location.Template'),
      /letters count/,
    ],
    ['a setting that there is not', TABLE, renamed(range, 'projection.ingest_date.ranges'), /their letters count/],
    ['a switch that is neither on nor off', TABLE, parameter('projection.enabled', 'TRUE'), /expected "true"/],
    ['a switch that is off', TABLE, parameter('projection.enabled', 'false'), /neither projected nor registered/],
    ['no switch', TABLE, parameter('projection.enabled'), /neither projected nor registered/],
    ['a place outside of the table', TABLE, parameter('storage.location.template', 's3://other/day=1/'), /outside of/],
    ['a range that ends too early', TABLE, parameter(range, '2026-01-01,2020-01-01'), /ends before it begins/],
    ['half a range', TABLE, parameter(range, '2020-01-01'), /expected from,to/],
    ['a unit of one', TABLE, parameter('projection.ingest_date.interval.unit', 'day'), /expected one of YEARS/],
  ]);
});

describe('the arguments of a script are read', () => {
  const added = (name: string, more = '') => `parser.add_argument(${name}${more})`;
  test.each<[string, string, Json | undefined]>([
    [
      'one by one',
      `${added('"--a"', ', required=True')}\n${added("'--b'")}`,
      { known: ['--a', '--b'], required: ['--a'] },
    ],
    [
      'in a loop',
      `for name in ("a", "b"):\n    ${added('f"--{name}"', ', required=True')}`,
      { known: ['--a', '--b'], required: ['--a', '--b'] },
    ],
    [
      'in a loop over a name',
      `names = ["a", "b"]\nfor name in names:\n    ${added('f"--{name}"')}`,
      { known: ['--a', '--b'], required: [] },
    ],
    [
      'as Glue resolves them',
      "getResolvedOptions(sys.argv, ['JOB_NAME', 'a'])",
      { known: ['--JOB_NAME', '--a'], required: ['--JOB_NAME', '--a'] },
    ],
    ['or not at all', 'print("--a")', undefined],
  ])('%s', (_, source, asked) => {
    expect(scriptArguments(source)).toEqual(asked);
  });
});
