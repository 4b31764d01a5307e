import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callOfTask, OPERATIONS, requiredChecks } from '../../scripts/proof/iam/operation-actions';
import type { Call, RequiredCheck } from '../../scripts/proof/iam/operations/operation';
import { kindsOf } from '../../scripts/proof/iam/resource-kinds';
import { actionsLike, conditionKey, typesOf } from '../../scripts/proof/iam/service-reference';
import { ASSEMBLIES } from './broken';

const ACCOUNT = '111111111111';
const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/k`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/r`;
const MACHINE = `arn:aws:states:us-east-1:${ACCOUNT}:stateMachine:m`;

/** An input that has whatever an operation may look at. */
const EVERYTHING: Call['input'] = {
  ACL: 'private',
  AlarmNames: ['alarm'],
  Bucket: 'bucket',
  CopySource: 'source/key',
  DeliveryStreamName: 'stream',
  EndpointConfigName: 'config',
  EndpointName: 'endpoint',
  Entries: [{ FeatureGroupName: 'group', EventBusName: 'bus' }],
  FeatureGroupName: 'group',
  FunctionName: 'function',
  HyperParameterTuningJobName: 'tuning',
  Identifiers: [{ FeatureGroupName: 'group' }],
  IfMatch: 'etag',
  JobName: 'job',
  Key: 'folder/key',
  ModelApprovalStatus: 'Approved',
  ModelName: 'model',
  ModelPackageArn: `arn:aws:sagemaker:us-east-1:${ACCOUNT}:model-package/group/1`,
  ModelPackageGroupName: 'group',
  ModelPackageName: `arn:aws:sagemaker:us-east-1:${ACCOUNT}:model-package/group/1`,
  Namespace: 'namespace',
  PipelineExecutionArn: `arn:aws:sagemaker:us-east-1:${ACCOUNT}:pipeline/p/execution/abc`,
  PipelineName: 'p',
  Prefix: 'folder/',
  ProcessingJobName: 'processing',
  QueueUrl: `https://sqs.us-east-1.amazonaws.com/${ACCOUNT}/queue`,
  ResourceArn: `arn:aws:sagemaker:us-east-1:${ACCOUNT}:model/model`,
  ResourceTypes: ['AWS::SageMaker::Model'],
  RoleARN: ROLE,
  StackName: 'stack',
  TableName: 'table',
  Tagging: 'a=b',
  TargetModel: 'model',
  TemplateURL: 'https://example.org/template',
  TopicArn: `arn:aws:sns:us-east-1:${ACCOUNT}:topic`,
  TrainingJobName: 'training',
  TransformJobName: 'transform',
  name: 'n',
  stateMachineArn: MACHINE,
};
/** Of jobs, which only SageMaker's operations have. */
const JOB = {
  EnableNetworkIsolation: true,
  ExecutionRoleArn: ROLE,
  ProcessingResources: { ClusterConfig: { VolumeKmsKeyId: KEY } },
  ResourceConfig: { VolumeKmsKeyId: KEY },
  RoleArn: ROLE,
  TrainingJobDefinition: { RoleArn: ROLE },
};
/** A metric has no ARN. */
const ON_EVERYTHING = [
  'cloudwatch:PutMetricData',
  'cloudwatch:GetMetricStatistics',
  'ce:ListCostAllocationTags',
  'ce:UpdateCostAllocationTagsStatus',
];
const CREATES_JOB = /^Create(\w+Job|Model)$/;
const TAGS = { Tags: [{ Key: 'phase', Value: 'training' }] };
const MAKES = /^(Create|Add)/;

const every = Object.entries(OPERATIONS).flatMap(([service, operations]) =>
  Object.keys(operations).map((operation) => [service, operation] as const),
);

function asked(service: string, operation: string, input: Call['input'], more: Partial<Call> = {}): RequiredCheck[] {
  return requiredChecks({ service, operation, input, ...more }, { keyOf: () => KEY });
}

const inShort = (checks: readonly RequiredCheck[]): string[] =>
  checks.map(({ action, resource }) => `${action} ${resource}`);

describe.each(every)('%s %s asks for', (service, operation) => {
  const input = {
    ...EVERYTHING,
    ...(MAKES.test(operation) ? TAGS : {}),
    ...(CREATES_JOB.test(operation) ? JOB : {}),
  };
  const checks = [
    ...asked(service, operation, input, { sync: true }),
    ...asked(service, operation, input, { error: 'NoSuchKey' }),
  ];

  test('actions that the service reference knows', () => {
    expect(checks.filter(({ action }) => actionsLike(action).length !== 1)).toEqual([]);
    expect(checks).not.toEqual([]);
  });

  test('resources of the kinds that those actions take', () => {
    for (const { action, resource } of checks) {
      const [known] = actionsLike(action);
      const kinds = known && resource !== '*' ? kindsOf(resource, known.service).map(({ key }) => key) : [];
      const taken = known ? typesOf(known).map(({ key }) => key) : [];
      if (resource === '*') expect(ON_EVERYTHING).toContain(action);
      else
        expect({ action, resource, fits: kinds.some((kind) => taken.includes(kind)) }).toEqual({
          action,
          resource,
          fits: true,
        });
    }
  });

  test('with keys that some action carries', () => {
    const raw = OPERATIONS[service]?.[operation]?.(
      { service, operation, input },
      { account: ACCOUNT, region: 'us-east-1', keyOf: () => KEY },
    );

    expect(raw?.flatMap(({ context }) => Object.keys(context)).filter((key) => !conditionKey(key))).toEqual([]);
  });
});

describe('what the product calls', () => {
  const LAMBDA = join(__dirname, '..', '..', 'lambda');
  const sources = readdirSync(LAMBDA, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(LAMBDA, file), 'utf8'));
  const called = sources.flatMap((source) =>
    [...source.matchAll(/import \{([^}]*)\} from '@aws-sdk\/client-([\w-]+)'/g)].flatMap(
      ([, names = '', client = '']) =>
        [...names.matchAll(/(?:paginate(\w+)|(\w+)Command)\b/g)].map(
          ([, pages, command]) => `${client} ${pages ?? command}`,
        ),
    ),
  );

  test('in functions is known, operation by operation', () => {
    expect(new Set(called).size).toBeGreaterThan(20);
    expect(
      [...new Set(called)].filter((each) => !OPERATIONS[each.split(' ')[0] ?? '']?.[each.split(' ')[1] ?? '']),
    ).toEqual([]);
  });

  test.each(Object.entries(ASSEMBLIES))('in state machines of %s is known, task by task', (_, assembly) => {
    const machines = assembly.stacks
      .flatMap(({ resources }) => resources)
      .filter(({ Type }) => Type === 'AWS::StepFunctions::StateMachine');
    const tasks = machines.flatMap(({ Properties }) => JSON.stringify(Properties).match(/:states:::[\w:.-]+/g) ?? []);

    expect(new Set(tasks).size).toBeGreaterThan(5);
    for (const task of tasks) {
      const call = callOfTask(`arn:aws${task}`, EVERYTHING);
      expect([task, call !== undefined && requiredChecks(call).length > 0]).toEqual([task, true]);
    }
  });

  test('beyond that is refused, so that nobody forgets to look it up', () => {
    expect(() => requiredChecks({ service: 'S3', operation: 'PutBucketAcl', input: {} })).toThrow(
      'S3 PutBucketAcl is not in',
    );
  });
});

describe('an object', () => {
  const input = { Bucket: 'b', Key: 'k' };

  test('is read with the right on the key that encrypts it', () => {
    expect(inShort(asked('S3', 'GetObject', input))).toEqual(['s3:GetObject arn:aws:s3:::b/k', `kms:Decrypt ${KEY}`]);
    expect(asked('S3', 'GetObject', input)[1]?.context).toEqual({ 'kms:ViaService': 's3.us-east-1.amazonaws.com' });
  });

  test('is missed only by who may list the bucket', () => {
    expect(inShort(asked('S3', 'GetObject', input, { error: 'NoSuchKey' }))).toEqual([
      's3:GetObject arn:aws:s3:::b/k',
      's3:ListBucket arn:aws:s3:::b',
    ]);
    expect(inShort(asked('S3', 'HeadObject', input))).toContain('s3:ListBucket arn:aws:s3:::b');
  });

  test('is written with a data key', () => {
    expect(inShort(asked('S3', 'PutObject', input))).toEqual([
      's3:PutObject arn:aws:s3:::b/k',
      `kms:GenerateDataKey ${KEY}`,
    ]);
    expect(inShort(requiredChecks({ service: 's3', operation: 'PutObject', input }))).toEqual([
      's3:PutObject arn:aws:s3:::b/k',
    ]);
  });

  test('is listed by its prefix', () => {
    expect(asked('S3', 'ListObjectsV2', { Bucket: 'b', Prefix: 'raw/' })).toEqual([
      { action: 's3:ListBucket', resource: 'arn:aws:s3:::b', context: { 's3:prefix': 'raw/' } },
    ]);
  });
});

describe('SageMaker', () => {
  test('takes a role only from who may pass it', () => {
    const checks = asked('SageMaker', 'CreateTrainingJob', { TrainingJobName: 't', RoleArn: ROLE });

    expect(checks).toContainEqual({
      action: 'iam:PassRole',
      resource: ROLE,
      context: { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
    });
  });

  test('takes tags only from who may tag', () => {
    const checks = asked('SageMaker', 'CreateModel', { ModelName: 'm', Tags: [{ Key: 'phase', Value: 'serving' }] });

    expect(checks.map(({ action }) => action)).toEqual(['sagemaker:CreateModel', 'sagemaker:AddTags']);
    expect(checks[0]?.context).toEqual({ 'aws:RequestTag/phase': 'serving', 'aws:TagKeys': ['phase'] });
  });

  test('says what approval is asked for, and names versions by their group', () => {
    expect(
      asked('SageMaker', 'CreateModelPackage', { ModelPackageGroupName: 'g', ModelApprovalStatus: 'Approved' }),
    ).toEqual([
      {
        action: 'sagemaker:CreateModelPackage',
        resource: `arn:aws:sagemaker:us-east-1:${ACCOUNT}:model-package/g/*`,
        context: { 'sagemaker:ModelApprovalStatus': 'Approved' },
      },
    ]);
  });

  test('asks once for each feature group of a batch, and for its key', () => {
    const Identifiers = [{ FeatureGroupName: 'a' }, { FeatureGroupName: 'b' }, { FeatureGroupName: 'a' }];

    expect(
      asked('SageMaker FeatureStore Runtime', 'BatchGetRecord', { Identifiers }).map(({ action }) => action),
    ).toEqual(['sagemaker:BatchGetRecord', 'kms:Decrypt', 'sagemaker:BatchGetRecord', 'kms:Decrypt']);
  });
});

describe('a state machine', () => {
  test('that waits for a job of Glue looks after it and stops it', () => {
    const call = callOfTask('arn:aws:states:::glue:startJobRun.sync', { JobName: 'j' });

    expect(call && inShort(requiredChecks(call))).toEqual(
      ['StartJobRun', 'GetJobRun', 'BatchStopJobRun'].map(
        (action) => `glue:${action} arn:aws:glue:us-east-1:${ACCOUNT}:job/j`,
      ),
    );
  });

  test('that waits for another learns of its end by a rule', () => {
    const call = callOfTask('arn:aws:states:::states:startExecution.sync:2', { StateMachineArn: MACHINE });
    const checks = call ? inShort(requiredChecks(call)) : [];

    expect(checks).toContain(`states:StartExecution ${MACHINE}`);
    expect(checks).toContain(`states:StopExecution arn:aws:states:us-east-1:${ACCOUNT}:execution:m:*`);
    expect(checks).toContain(
      `events:PutRule arn:aws:events:us-east-1:${ACCOUNT}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule`,
    );
  });

  test('that updates a stack says of what types', () => {
    const call = callOfTask('arn:aws:states:::aws-sdk:cloudformation:updateStack', {
      StackName: 's',
      ResourceTypes: ['A'],
    });

    expect(call && requiredChecks(call)).toEqual([
      {
        action: 'cloudformation:UpdateStack',
        resource: `arn:aws:cloudformation:us-east-1:${ACCOUNT}:stack/s/*`,
        context: { 'cloudformation:ResourceTypes': ['A'] },
      },
    ]);
  });

  test('calls functions by integration, and what is no integration is none', () => {
    expect(callOfTask('arn:aws:states:::lambda:invoke', { FunctionName: 'f' })).toEqual({
      service: 'lambda',
      operation: 'invoke',
      input: { FunctionName: 'f' },
      sync: false,
    });
    expect(callOfTask(`arn:aws:lambda:us-east-1:${ACCOUNT}:function:f`, {})).toBeUndefined();
  });
});
