import { TAKEN_TOO } from '../../../scripts/proof/facts/iam-exceptions';
import { judged, rolesOf } from '../../../scripts/proof/iam/iam-judged';
import { kindsOf } from '../../../scripts/proof/iam/resource-kinds';
import { serviceCalls } from '../../../scripts/proof/iam/service-calls';
import { actionsLike, typesOf } from '../../../scripts/proof/iam/service-reference';
import { insufficient } from '../../../scripts/proof/iam/sufficient';
import { ASSEMBLIES } from '../broken';
import { arn, arnOf, assemblyOf, ref, roleWith } from './made-up';

type Resources = Parameters<typeof assemblyOf>[0];

const KEY = arn('kms', 'key/Stack.Key');
const bucket = (more = {}) => ({ Type: 'AWS::S3::Bucket', Properties: { BucketName: 'bucket', ...more } });
const resource = (Type: string, Properties: object) => ({ Type, Properties });

/** What services do with the role of an assembly, as `action resource`. */
function done(resources: Resources): string[] {
  return serviceCalls(assemblyOf({ Role: roleWith('x.amazonaws.com'), ...resources })).map(
    ({ role, action, resource: on }) => `${role === 'Stack/Role' ? '' : role}${action} ${on ?? '?'}`,
  );
}

describe('Lambda', () => {
  const group = resource('AWS::Logs::LogGroup', { LogGroupName: 'group' });
  const queue = resource('AWS::SQS::Queue', { QueueName: 'queue' });
  const lambda = (more = {}) => resource('AWS::Lambda::Function', { FunctionName: 'f', Role: arnOf('Role'), ...more });

  test('writes into the log group that a function is given, or makes one', () => {
    const given = done({ Group: group, F: lambda({ LoggingConfig: { LogGroup: ref('Group') } }) });

    expect(given).toEqual([
      `logs:CreateLogStream ${arn('logs', 'log-group:group:log-stream:stream')}`,
      `logs:PutLogEvents ${arn('logs', 'log-group:group:log-stream:stream')}`,
    ]);
    expect(done({ F: lambda() })).toContain(
      `logs:CreateLogGroup ${arn('logs', 'log-group:/aws/lambda/f:log-stream:stream')}`,
    );
  });

  test('traces and parks what it is told to, with the key of the queue', () => {
    const encrypted = resource('AWS::SQS::Queue', { QueueName: 'queue', KmsMasterKeyId: arnOf('Key') });
    const calls = done({
      Key: resource('AWS::KMS::Key', {}),
      Queue: encrypted,
      F: lambda({ TracingConfig: { Mode: 'Active' }, DeadLetterConfig: { TargetArn: arnOf('Queue') } }),
    });

    expect(calls).toContain('xray:PutTraceSegments *');
    expect(calls).toContain(`sqs:SendMessage ${arn('sqs', 'queue')}`);
    expect(calls).toContain(`kms:GenerateDataKey ${KEY}`);
  });

  test('sends what failed on and polls a source with the role of the function', () => {
    const calls = done({
      Queue: queue,
      F: lambda(),
      End: resource('AWS::Lambda::EventInvokeConfig', {
        FunctionName: ref('F'),
        DestinationConfig: { OnFailure: { Destination: arnOf('Queue') } },
      }),
      Source: resource('AWS::Lambda::EventSourceMapping', { FunctionName: arnOf('F'), EventSourceArn: arnOf('Queue') }),
    });

    expect(calls).toContain(`sqs:SendMessage ${arn('sqs', 'queue')}`);
    expect(calls).toContain(`sqs:ReceiveMessage ${arn('sqs', 'queue')}`);
  });
});

describe('Step Functions', () => {
  const machine = (definition: object, more = {}) => ({
    Table: resource('AWS::DynamoDB::Table', { TableName: 'table' }),
    Bucket: bucket(),
    M: resource('AWS::StepFunctions::StateMachine', {
      StateMachineName: 'm',
      RoleArn: arnOf('Role'),
      DefinitionString: JSON.stringify(definition),
      ...more,
    }),
  });
  const task = (Resource: string, Parameters: object) => ({ States: { A: { Type: 'Task', Resource, Parameters } } });

  test('calls what a task names', () => {
    expect(done(machine(task('arn:aws:states:::dynamodb:putItem', { TableName: 'table' })))).toEqual([
      `dynamodb:PutItem ${arn('dynamodb', 'table/table')}`,
    ]);
  });

  test('leaves open what only an execution knows, and an operation that nobody looked up', () => {
    expect(done(machine(task('arn:aws:states:::dynamodb:putItem', { 'TableName.$': '$.table' })))).toEqual([
      'dynamodb:PutItem ?',
    ]);
    expect(done(machine(task('arn:aws:states:::aws-sdk:sagemaker:createHub', { HubName: 'h' })))).toEqual([
      'sagemaker:CreateHub ?',
    ]);
  });

  test('delivers logs and traces if it is told to', () => {
    const told = { LoggingConfiguration: { Level: 'ERROR' }, TracingConfiguration: { Enabled: true } };

    expect(done(machine({ States: {} }, told))).toEqual(
      expect.arrayContaining(['logs:CreateLogDelivery *', 'xray:PutTelemetryRecords *']),
    );
    expect(done(machine({ States: {} }))).toEqual([]);
  });

  test('reads the items of a distributed map and starts its children', () => {
    const map = {
      Type: 'Map',
      ItemReader: {
        Resource: 'arn:aws:states:::s3:listObjectsV2',
        Parameters: { Bucket: 'bucket', 'Prefix.$': '$.p' },
      },
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, States: {} },
    };

    expect(done(machine({ States: { Map: map } }))).toEqual([
      's3:ListBucket arn:aws:s3:::bucket',
      `states:StartExecution ${arn('states', 'stateMachine:m')}`,
      `states:DescribeExecution ${arn('states', 'execution:m:child')}`,
      `states:StopExecution ${arn('states', 'execution:m:child')}`,
      `states:RedriveExecution ${arn('states', 'execution:m/label:child')}`,
    ]);
  });
});

test('a rule and a schedule start their target, and a schedule parks what it could not start', () => {
  const target = { Arn: arn('states', 'stateMachine:m'), RoleArn: arnOf('Role') };
  const DeadLetterConfig = { Arn: arn('sqs', 'queue') };

  expect(done({ Rule: resource('AWS::Events::Rule', { Targets: [target] }) })).toEqual([
    `states:StartExecution ${target.Arn}`,
  ]);
  expect(done({ Schedule: resource('AWS::Scheduler::Schedule', { Target: { ...target, DeadLetterConfig } }) })).toEqual(
    [`states:StartExecution ${target.Arn}`, `sqs:SendMessage ${DeadLetterConfig.Arn}`],
  );
});

test('Firehose delivers below its prefixes, under the key of the bucket, and logs', () => {
  const ExtendedS3DestinationConfiguration = {
    RoleARN: arnOf('Role'),
    BucketARN: arnOf('Bucket'),
    Prefix: 'raw/day=!{timestamp:yyyy}/',
    CloudWatchLoggingOptions: { Enabled: true, LogGroupName: 'group', LogStreamName: 'stream' },
    EncryptionConfiguration: { KMSEncryptionConfig: { AWSKMSKeyARN: arnOf('Key') } },
  };
  const calls = done({
    Key: resource('AWS::KMS::Key', {}),
    Bucket: bucket(),
    Stream: resource('AWS::KinesisFirehose::DeliveryStream', { ExtendedS3DestinationConfiguration }),
  });

  expect(calls).toEqual(
    expect.arrayContaining([
      's3:ListBucketMultipartUploads arn:aws:s3:::bucket',
      's3:PutObject arn:aws:s3:::bucket/raw/day=!{timestamp:yyyy}/file',
      `kms:GenerateDataKey ${KEY}`,
      `logs:PutLogEvents ${arn('logs', 'log-group:group:log-stream:stream')}`,
    ]),
  );
});

test('Glue fetches script and libraries of a job, not what the script reads', () => {
  const Job = resource('AWS::Glue::Job', {
    Role: arnOf('Role'),
    Command: { ScriptLocation: 's3://assets/job.py' },
    DefaultArguments: { '--extra-py-files': 's3://assets/a.zip,s3://assets/b.zip', '--dataset': 's3://assets/d.json' },
  });

  expect(done({ Job }).filter((each) => each.startsWith('s3:'))).toEqual([
    's3:GetObject arn:aws:s3:::assets/job.py',
    's3:GetObject arn:aws:s3:::assets/a.zip',
    's3:GetObject arn:aws:s3:::assets/b.zip',
  ]);
});

describe('a SageMaker pipeline', () => {
  const image = '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:3.0-5';
  const Arguments = {
    RoleArn: arn('iam', 'role/Stack.Job').replace('us-east-1', ''),
    AlgorithmSpecification: { TrainingImage: image },
    InputDataConfig: [{ ChannelName: 'train', DataSource: { S3DataSource: { S3Uri: 's3://bucket/datasets/train/' } } }],
    OutputDataConfig: { S3OutputPath: 's3://bucket/runs', KmsKeyId: KEY },
    ResourceConfig: { VolumeKmsKeyId: KEY },
  };
  const calls = done({
    Job: roleWith('sagemaker.amazonaws.com'),
    Pipeline: resource('AWS::SageMaker::Pipeline', {
      RoleArn: arnOf('Role'),
      PipelineDefinition: {
        PipelineDefinitionBody: JSON.stringify({ Steps: [{ Name: 'Train', Type: 'Training', Arguments }] }),
      },
    }),
  });

  test('starts, watches and stops a job, hands it its role and opens its volume', () => {
    const job = arn('sagemaker', 'training-job/pipelines-execution-Train-suffix');

    expect(calls).toEqual(
      expect.arrayContaining([
        `sagemaker:CreateTrainingJob ${job}`,
        `sagemaker:StopTrainingJob ${job}`,
        `iam:PassRole ${Arguments.RoleArn}`,
        `kms:CreateGrant ${KEY}`,
      ]),
    );
  });

  test('lets the job pull its image, read its input and write its output, with the role of the job', () => {
    expect(calls).toEqual(
      expect.arrayContaining([
        'Stack/Jobecr:BatchGetImage arn:aws:ecr:us-east-1:683313688378:repository/sagemaker-xgboost',
        'Stack/Jobs3:ListBucket arn:aws:s3:::bucket',
        'Stack/Jobs3:GetObject arn:aws:s3:::bucket/datasets/train/part',
        'Stack/Jobs3:PutObject arn:aws:s3:::bucket/runs/part',
        `Stack/Jobkms:GenerateDataKey ${KEY}`,
        `Stack/Jobkms:CreateGrant ${KEY}`,
      ]),
    );
  });
});

test('Feature Store writes the offline store and keeps its table', () => {
  const Group = resource('AWS::SageMaker::FeatureGroup', {
    RoleArn: arnOf('Role'),
    OfflineStoreConfig: { S3StorageConfig: { S3Uri: 's3://bucket/features', KmsKeyId: KEY } },
  });

  expect(done({ Group })).toEqual(
    expect.arrayContaining([
      's3:PutObject arn:aws:s3:::bucket/features/part',
      's3:GetBucketAcl arn:aws:s3:::bucket',
      `kms:GenerateDataKey ${KEY}`,
      `glue:CreateTable ${arn('glue', 'table/sagemaker_featurestore/table')}`,
    ]),
  );
});

describe.each(Object.entries(ASSEMBLIES))('what services do with the roles of %s', (_, assembly) => {
  const calls = serviceCalls(assembly);

  test('has actions that the reference knows, on resources that they take', () => {
    const wrong = calls.filter(({ action, resource: on }) => {
      const [known, ...others] = actionsLike(action);
      if (!known || others.length > 0) return true;
      if (on === undefined || on === '*') return false;
      const taken = [...typesOf(known).map(({ key }) => key), ...Object.keys(TAKEN_TOO[action] ?? {})];
      return !kindsOf(on, known.service).some(({ key }) => taken.includes(key)) && !LOOSE.test(action);
    });

    expect(wrong).toEqual([]);
  });

  test('is done with each of them, and each of them allows it', () => {
    const roles = rolesOf(assembly);
    const judgedRoles = roles.map((role) =>
      judged(
        role,
        calls.filter((call) => call.role === role.id),
      ),
    );

    expect(judgedRoles.filter((role) => role.calls.length === 0).map(({ id }) => id)).toEqual([]);
    expect(judgedRoles.flatMap((role) => insufficient(role).map((message) => `${role.id}: ${message}`))).toEqual([]);
  });
});

/** A log group is asked about with its stream, also where the reference has the group only. */
const LOOSE = /^logs:(CreateLogGroup|DescribeLogGroups|DescribeLogStreams)$/;

test('strange templates do not stop it', () => {
  const strange = {
    RoleArn: 1,
    Role: ['x'],
    Targets: 'x',
    ProductionVariants: {},
    PipelineDefinition: 'x',
    DefinitionString: '{',
  };
  const types = [
    'AWS::Lambda::Function',
    'AWS::Events::Rule',
    'AWS::SageMaker::Pipeline',
    'AWS::SageMaker::EndpointConfig',
    'AWS::StepFunctions::StateMachine',
    'AWS::KinesisFirehose::DeliveryStream',
    'AWS::SageMaker::FeatureGroup',
  ];

  expect(done(Object.fromEntries(types.map((type, place) => [`R${place}`, resource(type, strange)])))).toEqual([]);
});
