import { append, put, remove, rename, repeat, reword } from '../edits';
import { faultsOf } from '../fault';
import { definition, properties, resource } from '../seeds';

const CURATE = 'DataPreparation/JobsCurate';
const TABLE = 'DataLake/CatalogCurated';

/** Glue jobs and tables that the service refuses, or that find nothing. */
export const GLUE = faultsOf('glue', [
  ['capacity-and-workers', 'a capacity beside a number of workers', properties(CURATE, put('MaxCapacity', 2))],
  ['workers-missing', 'a worker type without a number', properties(CURATE, remove('NumberOfWorkers'))],
  ['worker-type-missing', 'a number of workers without their type', properties(CURATE, remove('WorkerType'))],
  ['one-worker', 'a job with a driver and nobody to work', properties(CURATE, put('NumberOfWorkers', 1))],
  ['version-unknown', 'a version that does not exist', properties(CURATE, put('GlueVersion', '6'))],
  ['version-old', 'a version that has come to its end', properties(CURATE, put('GlueVersion', '0.9'))],
  [
    'python-version',
    'a version of Python that Spark jobs do not take',
    properties(CURATE, put('Command/PythonVersion', '3.9')),
  ],
  ['command-unknown', 'a kind of job that does not exist', properties(CURATE, put('Command/Name', 'spark'))],
  ['command-of-shell', 'a Python shell with workers', properties(CURATE, put('Command/Name', 'pythonshell'))],
  [
    'script-local',
    'a script without its bucket',
    properties(CURATE, put('Command/ScriptLocation', 'scripts/curate.py')),
  ],
  [
    'script-unknown',
    'a script that no asset brings',
    properties(CURATE, reword('Command/ScriptLocation', '.py', '0.py')),
  ],
  [
    'library-missing',
    'a job without the files that its script imports',
    properties(CURATE, remove('DefaultArguments/--extra-py-files')),
  ],
  [
    'argument-without-dashes',
    'an argument without its dashes',
    properties(CURATE, rename('DefaultArguments/--masking-key', 'masking-key')),
  ],
  [
    'argument-misspelt',
    'an argument that the script does not read',
    properties(CURATE, rename('DefaultArguments/--masking-key', '--mask-key')),
  ],
  [
    'bookmark',
    'a bookmark option that does not exist',
    properties(CURATE, put('DefaultArguments/--job-bookmark-option', 'disabled')),
  ],
  ['role-missing', 'a job without role', properties(CURATE, remove('Role'))],
  [
    'runs-one',
    'fewer runs at once than the machine starts',
    properties(CURATE, put('ExecutionProperty/MaxConcurrentRuns', 0)),
  ],
  ['timeout-none', 'a job that nothing stops', properties(CURATE, remove('Timeout'))],
  ['policy-too-late', 'a job that does not wait for the policy of its role', resource(CURATE, remove('DependsOn'))],
  [
    'database-unknown',
    'a table in a database that is not there',
    properties(TABLE, put('DatabaseName', 'ml_lifecycle')),
  ],
  [
    'database-name',
    'a database with capital letters',
    properties('DataLake/CatalogDatabase', put('DatabaseInput/Name', 'MlLifecycleSandbox')),
  ],
  [
    'column-type',
    'a column of a type that the catalog does not know',
    properties(TABLE, put('TableInput/StorageDescriptor/Columns/2/Type', 'int64')),
  ],
  ['column-twice', 'the same column twice', properties(TABLE, repeat('TableInput/StorageDescriptor/Columns'))],
  [
    'partition-as-column',
    'a partition that is a column too',
    properties(TABLE, append('TableInput/StorageDescriptor/Columns', { Name: 'ingest_date', Type: 'string' })),
  ],
  [
    'projection-without-range',
    'a projected partition without range',
    properties(TABLE, remove('TableInput/Parameters/projection.ingest_date.range')),
  ],
  [
    'projection-of-nothing',
    'a projection of a partition that is not there',
    properties(TABLE, put('TableInput/PartitionKeys/0/Name', 'day')),
  ],
  [
    'location-elsewhere',
    'a table at a prefix that nobody writes',
    properties(TABLE, reword('TableInput/Parameters/storage.location.template', '/curated/churn/', '/clean/churn/')),
  ],
  [
    'run-argument-misspelt',
    'an argument that a machine passes under another name',
    definition(
      'DataPreparation/PrepareDataMachine',
      rename('States/Curate/Parameters/Arguments/--raw.$', '--source.$'),
    ),
  ],
  [
    'run-elsewhere',
    'a run that is sent where its role may not write',
    definition(
      'DataPreparation/PrepareDataMachine',
      reword('States/Curate/Parameters/Arguments', '/quarantine/', '/refused/'),
    ),
  ],
]);
