import { glueJobs } from '../../scripts/proof/checks/glue-jobs';
import { glueTables } from '../../scripts/proof/checks/glue-tables';
import type { Json } from './finds';
import { refuses, soundAndSturdy } from './refuses';

soundAndSturdy(glueJobs, glueTables);

refuses(glueJobs, 'AWS::Glue::Job', [
  ['capacity is given in one way', (job) => (job.Properties.MaxCapacity = 2), /MaxCapacity with WorkerType/],
  ['a worker type exists', (job) => (job.Properties.WorkerType = 'G.3X'), /no worker type G\.3X/],
  ['streams have their own', (job) => (job.Properties.WorkerType = 'G.025X'), /streaming/],
  ['there are two workers', (job) => (job.Properties.NumberOfWorkers = 1), /NumberOfWorkers is 1/],
  ['workers are counted', (job) => delete job.Properties.NumberOfWorkers, /come together/],
  ['a version exists', (job) => (job.Properties.GlueVersion = '6.0'), /GlueVersion is 6\.0/],
  ['a version is fixed', (job) => delete job.Properties.GlueVersion, /no GlueVersion/],
  ['a job ends within a week', (job) => (job.Properties.Timeout = 20_000), /20000 minutes/],
  ['a script is in S3', (job) => (job.Properties.Command.ScriptLocation = 'curate.py'), /"curate\.py"/],
  ['a script is one', (job) => (job.Properties.Command.ScriptLocation = 's3://bucket/curate.zip'), /curate\.zip/],
  ['a command exists', (job) => (job.Properties.Command.Name = 'spark'), /no command spark/],
  ['Python is 3', (job) => (job.Properties.Command.PythonVersion = '2'), /PythonVersion is 2/],
  ['arguments begin with two hyphens', (job) => (job.Properties.DefaultArguments.dataset = 'x'), /"dataset"/],
  ['some arguments are taken', (job) => (job.Properties.DefaultArguments['--JOB_NAME'] = 'x'), /own/],
  [
    'a bookmark option exists',
    (job) => (job.Properties.DefaultArguments['--job-bookmark-option'] = 'disabled'),
    /"disabled"/,
  ],
  [
    'a library has a name to import',
    (job) => {
      const { '--extra-py-files': library } = job.Properties.DefaultArguments;
      library['Fn::Sub'] = library['Fn::Sub'].replace('.zip', '.py');
    },
    /no script can import/,
  ],
  [
    'flexible jobs are small',
    (job) => Object.assign(job.Properties, { ExecutionClass: 'FLEX', WorkerType: 'G.4X' }),
    /FLEX/,
  ],
]);

const table = (resource: Json) => resource.Properties.TableInput;

refuses(glueTables, 'AWS::Glue::Table', [
  ['a database exists', (it) => (it.Properties.DatabaseName = 'nobody'), /database "nobody"/],
  ['a column has a type', (it) => (table(it).StorageDescriptor.Columns[0].Type = 'text'), /of type text/],
  [
    'a column is named once',
    (it) => table(it).PartitionKeys.push({ ...table(it).StorageDescriptor.Columns[0] }),
    /same name/,
  ],
  ['rows are in S3', (it) => (table(it).StorageDescriptor.Location = 'hdfs://x/'), /hdfs/],
  ['a location is a folder', (it) => (table(it).StorageDescriptor.Location = 's3://bucket/curated'), /does not end/],
  [
    'a format is one',
    (it) => (table(it).StorageDescriptor.SerdeInfo.SerializationLibrary = 'org.openx.data.jsonserde.JsonSerDe'),
    /for parquet/,
  ],
  ['partitions are found', (it) => delete table(it).Parameters['projection.ingest_date.type'], /no projection/],
  ['partitions have a range', (it) => delete table(it).Parameters['projection.ingest_date.range'], /range is missing/],
  [
    'partitions are in the path',
    (it) => (table(it).Parameters['storage.location.template'] = 's3://bucket/x/'),
    /has no \$\{ingest_date\}/,
  ],
]);
