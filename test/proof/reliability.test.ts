import { asyncEdgesRetryAndPark } from '../../scripts/proof/checks/async-edges-retry-and-park';
import { concurrencyIsNotReserved } from '../../scripts/proof/checks/concurrency-is-not-reserved';
import { creationOrder } from '../../scripts/proof/checks/creation-order';
import { dataOutliveTheirStack } from '../../scripts/proof/checks/data-outlive-their-stack';
import { deadLetterQueuesAdmit } from '../../scripts/proof/checks/dead-letter-queues-admit';
import { eventPatternsMatch } from '../../scripts/proof/checks/event-patterns-match';
import { replacementHazards } from '../../scripts/proof/checks/replacement-hazards';
import { ruleInputsExist } from '../../scripts/proof/checks/rule-inputs-exist';
import { rulesFire } from '../../scripts/proof/checks/rules-fire';
import { storageForgets } from '../../scripts/proof/checks/storage-forgets';
import { targetsMayBeCalled } from '../../scripts/proof/checks/targets-may-be-called';
import { timeoutsNest } from '../../scripts/proof/checks/timeouts-nest';
import { arn, beside, type Change, finds, holds, idOf, type Json, set } from './finds';

const RULE = 'AWS::Events::Rule';
const LAMBDA = 'AWS::Lambda::Function';
const QUEUE = 'AWS::SQS::Queue';
const MACHINE = 'AWS::StepFunctions::StateMachine';
const BUCKET = 'AWS::S3::Bucket';
const GROUP = 'AWS::SageMaker::FeatureGroup';
const production = { environment: 'production' } as const;

const P = 'Properties';
const TARGET = 'Properties.Targets.0';
const PATTERN = 'Properties.EventPattern';
const firstFunction = (template: Json) => ({ Ref: idOf(template, LAMBDA) });
const mapping = (source: (template: Json) => unknown) =>
  beside((template) => ({
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { EventSourceArn: source(template), FunctionName: firstFunction(template) },
  }));
const fromQueue = mapping((template) => arn(idOf(template, QUEUE)));
const fromStream = mapping(() => 'arn:aws:kinesis:us-east-1:111111111111:stream/s');

describe('in the product', () => {
  holds(
    [
      asyncEdgesRetryAndPark,
      concurrencyIsNotReserved,
      creationOrder,
      dataOutliveTheirStack,
      deadLetterQueuesAdmit,
      eventPatternsMatch,
      replacementHazards,
      ruleInputsExist,
      rulesFire,
      storageForgets,
      targetsMayBeCalled,
      timeoutsNest,
    ],
    {
      'data-outlive-their-stack': /^ApiCloudWatchRole|^ApiAccount/,
      'timeouts-nest': /^(FollowServingState|ParkServing)Machine/,
    },
  );
});

describe('an asynchronous edge that loses or blocks what it carries is found:', () => {
  const INVOKE = 'AWS::Lambda::EventInvokeConfig';
  const moreTargets: Change = ({ Properties: { Targets } }) => Targets.push({ Id: 'More', Arn: Targets[0].Arn });
  const bare = (type: string, properties: (template: Json) => Json) =>
    beside((template) => ({ Type: type, Properties: properties(template) }));
  const schedule = bare('AWS::Scheduler::Schedule', (t) => ({ Target: { Arn: arn(idOf(t, LAMBDA)) } }));
  const subscription = bare('AWS::SNS::Subscription', (t) => ({ Protocol: 'lambda', Endpoint: arn(idOf(t, LAMBDA)) }));
  const notification: Change = ({ Properties }, template) => {
    const LambdaConfigurations = [{ Event: 's3:ObjectCreated:*', Function: arn(idOf(template, LAMBDA)) }];
    Properties.NotificationConfiguration = { LambdaConfigurations };
  };

  const toAlias: Change = (rule, template) => {
    const FunctionName = { Ref: idOf(template, LAMBDA) };
    template.Resources.Beside = { Type: 'AWS::Lambda::Alias', Properties: { FunctionName } };
    rule.Properties.Targets[0].Arn = { Ref: 'Beside' };
  };

  finds(asyncEdgesRetryAndPark, [
    ['a rule without a queue', RULE, set(`${TARGET}.DeadLetterConfig`), /Targets\[0\]: no dead-letter queue/],
    ['a rule without a retry policy', RULE, set(`${TARGET}.RetryPolicy`), /has no RetryPolicy/],
    ['a rule that never retries', RULE, set(`${TARGET}.RetryPolicy.MaximumRetryAttempts`, 0), /retries 0 times/],
    ['a rule that gives up at once', RULE, set(`${TARGET}.RetryPolicy.MaximumEventAgeInSeconds`, 5), /for 5 seconds/],
    ['a second target that nobody thought of', RULE, moreTargets, /Targets\[1\]: no dead-letter queue/],
    ['a function without a place for failures', INVOKE, set(`${P}.DestinationConfig`), /calls: no dead-letter queue/],
    ['a function without any settings', INVOKE, set('Type', 'AWS::None'), /calls: no dead-letter queue/],
    ['a function that does not retry', INVOKE, set(`${P}.MaximumRetryAttempts`, 0), /retries 0 times/],
    ['retries for a version that nobody calls', INVOKE, set(`${P}.Qualifier`, 'live'), /calls: no dead-letter queue/],
    ['a schedule with nothing', RULE, schedule, /Target: no dead-letter queue/],
    ['a subscription without redrive', RULE, subscription, /its messages: no dead-letter queue/],
    ['a queue whose bad messages go round', RULE, fromQueue, /messages for Beside: no dead-letter queue/],
    ['a stream that a bad record blocks', RULE, fromStream, /so a bad record blocks its shard/],
    ['an alias of which nobody thought', RULE, toAlias, /calls of its alias: no dead-letter queue/],
    ['a bucket that tells a function', BUCKET, notification, /calls: no dead-letter queue/],
  ]);
});

describe('a dead-letter queue that takes nothing, or keeps nothing, is found:', () => {
  const POLICY = 'AWS::SQS::QueuePolicy';
  const allow = (path: string, value?: unknown) => set(`${P}.PolicyDocument.Statement.1.${path}`, value);
  const refused = /nothing lets events\.amazonaws\.com for \w+ send/;
  const closedKey: Change = ({ Properties }, template) => {
    template.Resources.Beside = { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement: [] } } };
    Properties.KmsMasterKeyId = arn('Beside');
  };
  const address: Change = ({ Properties: { Targets } }, template) => {
    Targets[0].DeadLetterConfig.Arn = { Ref: idOf(template, QUEUE) };
  };
  const itself: Change = ({ Properties: { Targets } }) => {
    Targets[0].DeadLetterConfig.Arn = Targets[0].Arn;
  };

  finds(deadLetterQueuesAdmit, [
    ['no policy for the rule', POLICY, set(`${P}.PolicyDocument.Statement`, []), refused],
    [
      'a policy for another rule',
      POLICY,
      allow('Condition.ArnEquals.aws:SourceArn', 'arn:aws:events:::rule/x'),
      refused,
    ],
    ['a policy for another service', POLICY, allow('Principal.Service', 'sns.amazonaws.com'), refused],
    ['a policy for another action', POLICY, allow('Action', 'sqs:ReceiveMessage'), refused],
    ['a policy for another queue', POLICY, allow('Resource', 'arn:aws:sqs:us-east-1:111111111111:other'), refused],
    ['a policy that belongs to no queue', POLICY, set(`${P}.Queues`, []), refused],
    ['a condition that nobody can meet', POLICY, allow('Condition.StringEquals.aws:PrincipalOrgID', 'o-1'), refused],
    ['a denial that goes before', POLICY, set(`${P}.PolicyDocument.Statement.0.Condition`), refused],
    ['a key of AWS’s own', QUEUE, set(`${P}.KmsMasterKeyId`, 'alias/aws/sqs'), /the key of \w+ does not let events/],
    ['a key that does not let the rule', QUEUE, closedKey, /the key of \w+ does not let events/],
    ['a queue that forgets within an hour', QUEUE, set(`${P}.MessageRetentionPeriod`, 3600), /after 3600 seconds/],
    ['a FIFO queue', QUEUE, set(`${P}.FifoQueue`, true), /is FIFO/],
    ['a queue of no template', RULE, set(`${TARGET}.DeadLetterConfig.Arn`, 'arn:aws:sqs:::x'), /no template has it/],
    ['its address instead of its ARN', RULE, address, /is given by Ref/],
    ['something that is no queue', RULE, itself, /expected a queue/],
    [
      'a function whose role may not send',
      'AWS::IAM::Policy',
      set(`${P}.PolicyDocument.Statement`, []),
      /nothing lets role \w+ send/,
      { id: /StartTraining/ },
    ],
  ]);
});

describe('a target that may not be called is found:', () => {
  const PERMISSION = 'AWS::Lambda::Permission';
  const nothing = set(`${P}.PolicyDocument.Statement`, []);
  const missing = /no Lambda::Permission/;

  finds(targetsMayBeCalled, [
    ['a function that admits another rule', PERMISSION, set(`${P}.SourceArn`, 'arn:aws:events:::rule/x'), missing],
    ['a permission for another service', PERMISSION, set(`${P}.Principal`, 's3.amazonaws.com'), missing],
    ['a permission for something else', PERMISSION, set(`${P}.Action`, 'lambda:GetFunction'), missing],
    ['a state machine without a role', RULE, set(`${TARGET}.RoleArn`), /without a role/, { id: /OnMarker/ }],
    ['a role that may start nothing', 'AWS::IAM::Policy', nothing, /states:StartExecution/, { id: /OnMarkerRole/ }],
  ]);
});

describe('whoever waits for less than the work may take is found:', () => {
  const METHOD = 'AWS::ApiGateway::Method';
  const serving = { id: /ApplyServing/ };
  const lasts = (seconds: number) => set(`${P}.Timeout`, seconds);
  const token = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
  const lateBake = set(`${P}.DeploymentConfig.BlueGreenUpdatePolicy.MaximumExecutionTimeoutInSeconds`, 200);
  /** Changes the definition within its joined text. */
  const define =
    (path: string, value?: unknown): Change =>
    ({ Properties }, template) => {
      const parts: unknown[] = Properties.DefinitionString['Fn::Join'][1];
      const marked = parts.map((part, index) => (typeof part === 'string' ? part : `@@${index}@@`)).join('');
      const definition = JSON.parse(marked);
      set(path, value)(definition, template);
      const pieces = JSON.stringify(definition).split(/@@(\d+)@@/);
      const joined = pieces.map((piece, index) => (index % 2 === 1 ? parts[Number(piece)] : piece));
      Properties.DefinitionString = { 'Fn::Join': ['', joined] };
    };

  finds(timeoutsNest, [
    ['a function behind the API that takes a minute', LAMBDA, lasts(60), /API \(\w+\) waits 29 s/, { id: /ServePred/ }],
    ['an API that gives up first', METHOD, set(`${P}.Integration.TimeoutInMillis`, 5000), /waits 5 s/],
    ['an API that cannot wait so long', METHOD, set(`${P}.Integration.TimeoutInMillis`, 60000), /is 60000/],
    ['a step of the pipeline that lasts too long', LAMBDA, lasts(900), /a Lambda step/, { id: /EvaluateModel/ }],
    ['a queue that shows a message too soon again', RULE, fromQueue, /hides messages for 30 s/],
    ['a state machine that ends too soon', MACHINE, define('TimeoutSeconds', 60), /waits 60 s for/, serving],
    ['a state that ends too soon', MACHINE, define('States.CleanUp.TimeoutSeconds', 10), /CleanUp waits 10 s/, serving],
    ['a state longer than all', MACHINE, define('States.CleanUp.TimeoutSeconds', 99999), /may take 99999 s/, serving],
    ['a loop that nothing ends', MACHINE, define('TimeoutSeconds'), /waits in a loop/, serving],
    ['a token that never comes', MACHINE, define('States.CleanUp.Resource', token), /waits for a token/, serving],
    ['a deployment given up while it bakes', 'AWS::SageMaker::Endpoint', lateBake, /waits 300 s/, { id: /RealTime/ }],
  ]);
});

describe('reserved concurrency is found:', () => {
  const alias = { Type: 'AWS::Lambda::Alias', Properties: { ProvisionedConcurrencyConfig: {} } };

  finds(concurrencyIsNotReserved, [
    ['one reserved execution', LAMBDA, set(`${P}.ReservedConcurrentExecutions`, 1), /reserves 1/],
    ['a function that is switched off', LAMBDA, set(`${P}.ReservedConcurrentExecutions`, 0), /switched off/],
    ['provisioned concurrency', LAMBDA, beside(() => alias), /provisions/],
  ]);
});

describe('data that go when they should stay, or stay when they should go, are found:', () => {
  const deleted = set('DeletionPolicy', 'Delete');
  const goes = /DeletionPolicy is Delete in a protected stack/;
  const emptied = beside(() => ({ Type: 'Custom::S3AutoDeleteObjects', Properties: {} }));

  finds(dataOutliveTheirStack, [
    ['a bucket that production would delete', BUCKET, deleted, goes, production],
    ['a feature group that production would delete', GROUP, set('DeletionPolicy'), goes, production],
    ['a registry that production would delete', 'AWS::SageMaker::ModelPackageGroup', deleted, goes, production],
    ['a table that production would delete', 'AWS::DynamoDB::GlobalTable', deleted, goes, production],
    ['a log group that production would delete', 'AWS::Logs::LogGroup', deleted, goes, production],
    ['a key lost when replaced', 'AWS::KMS::Key', set('UpdateReplacePolicy'), /UpdateReplacePolicy is Del/, production],
    ['a snapshot of what has none', BUCKET, set('DeletionPolicy', 'Snapshot'), /is Snapshot/, production],
    ['a bucket that production would empty', BUCKET, emptied, /deletes data when the stack goes/, production],
    ['a bucket that the sandbox leaves behind', BUCKET, set('DeletionPolicy', 'Retain'), /stack without protection/],
    ['a replaced bucket left behind', BUCKET, set('UpdateReplacePolicy', 'Retain'), /a replaced one stays for ever/],
    ['a bucket that nothing empties', 'Custom::S3AutoDeleteObjects', set(`${P}.BucketName`, 'x'), /nothing empties it/],
    ['a registry that nothing empties', 'Custom::EmptiedModelPackageGroup', set('DependsOn'), /nothing empties it/],
  ]);
});

describe('storage that only grows is found:', () => {
  const RULES = 'Properties.LifecycleConfiguration.Rules';
  const GROUP_OF_LOGS = 'AWS::Logs::LogGroup';
  const onEach =
    (change: Change): Change =>
    (bucket, template) =>
      bucket.Properties.LifecycleConfiguration.Rules.forEach((rule: Json) => {
        change(rule, template);
      });
  const move = (StorageClass: string, TransitionInDays: number) =>
    set(`${RULES}.1`, { Status: 'Enabled', ExpirationInDays: 10, Transitions: [{ StorageClass, TransitionInDays }] });

  finds(storageForgets, [
    ['a bucket without rules', BUCKET, set(`${P}.LifecycleConfiguration`), /ends incomplete uploads/],
    ['rules that are switched off', BUCKET, onEach(set('Status', 'Disabled')), /no enabled lifecycle rule/],
    ['rules for a part only', BUCKET, onEach(set('Prefix', 'a/')), /no enabled lifecycle rule for the whole bucket/],
    ['old versions that stay', BUCKET, onEach(set('NoncurrentVersionExpiration')), /old versions/, { id: /Raw/ }],
    ['a move after the end', BUCKET, move('GLACIER', 20), /ends them after 10/],
    ['a move that S3 refuses', BUCKET, move('STANDARD_IA', 5), /expected 30 at least/],
    ['a log group that never forgets', GROUP_OF_LOGS, set(`${P}.RetentionInDays`), /for ever/],
    ['a retention that there is not', GROUP_OF_LOGS, set(`${P}.RetentionInDays`, 15), /15, which/],
    ['a repository without an end', BUCKET, beside(() => ({ Type: 'AWS::ECR::Repository' })), /images stay for ever/],
  ]);
});

describe('what cannot be replaced is found:', () => {
  const tag = (Key: string, Value: unknown) => set(`${P}.Tags.4`, { Key, Value });
  const parameter: Change = (group, template) => {
    template.Parameters = { ...template.Parameters, Who: { Type: 'String' } };
    tag('ml:who', { Ref: 'Who' })(group, template);
  };
  const again: Change = (pipeline, template) => {
    template.Resources.Beside = structuredClone(pipeline);
  };

  finds(replacementHazards, [
    [
      'a named endpoint configuration',
      'AWS::SageMaker::EndpointConfig',
      set(`${P}.EndpointConfigName`, 'x'),
      /fixed to x/,
    ],
    ['a named model', 'AWS::SageMaker::Model', set(`${P}.ModelName`, 'x'), /ModelName is fixed/],
    [
      'a named job definition',
      'AWS::SageMaker::ModelBiasJobDefinition',
      set(`${P}.JobDefinitionName`, 'x'),
      /fixed to x/,
    ],
    ['an owner where tags replace', GROUP, tag('ml:owner', 'somebody'), /tag ml:owner changes/],
    ['a commit where tags replace', GROUP, tag('ml:source', '0a1b2c3d'), /tag ml:source is 0a1b2c3d/],
    ['a moment where tags replace', GROUP, tag('ml:when', '2026-11-21T10:00:00Z'), /changes with a deployment/],
    ['a parameter where tags replace', GROUP, parameter, /tag ml:who is a parameter/],
    ['two of one name', 'AWS::SageMaker::Pipeline', again, /as that of Training\/Pipeline/],
  ]);
});

describe('what may be made too early is found:', () => {
  const without =
    (id: RegExp): Change =>
    (resource) => {
      resource.DependsOn = [resource.DependsOn].flat().filter((each) => !id.test(String(each)));
    };
  const alone = without(/DefaultPolicy/);
  const tooEarly = /may be made before \w*DefaultPolicy\w*, what its role may do/;
  const afterFunctionAlone: Change = (heartbeat, template) => {
    alone(heartbeat, template);
    alone(template.Resources[heartbeat.Properties.ServiceToken['Fn::GetAtt'][0]], template);
  };
  const mappingAlone: Change = (lambda, template) => {
    alone(lambda, template);
    fromStream(lambda, template);
    template.Resources.Beside.Properties.FunctionName = { Ref: idOf(template, LAMBDA, /MarkDay/) };
  };

  finds(creationOrder, [
    ['a pipeline before its role’s policy', 'AWS::SageMaker::Pipeline', alone, tooEarly],
    ['a feature group before its role’s policy', GROUP, alone, tooEarly],
    ['a state machine before its role’s policy', MACHINE, alone, tooEarly],
    ['a stream before its role’s policy', 'AWS::KinesisFirehose::DeliveryStream', alone, tooEarly],
    ['a Glue job before its role’s policy', 'AWS::Glue::Job', alone, tooEarly],
    ['a custom resource before its function’s policy', 'Custom::MonitorHeartbeat', afterFunctionAlone, tooEarly],
    ['a mapping before its function’s policy', LAMBDA, mappingAlone, tooEarly, { id: /MarkDay/ }],
    ['a target before its endpoint', 'AWS::ApplicationAutoScaling::ScalableTarget', without(/./), /RealTimeEndpoint/],
    ['an endpoint before its alarms', 'AWS::SageMaker::Endpoint', without(/./), /RollBackRealTime/, { id: /RealTime/ }],
    ['a table before its database', 'AWS::Glue::Table', without(/./), /before CatalogDatabase/],
    ['a deployment before a method', 'AWS::ApiGateway::Deployment', without(/POST/), /a method of its API/],
    ['a stage before the role for its logs', 'AWS::ApiGateway::Stage', without(/Account/), /the role for its logs/],
  ]);
});

describe('a rule that never fires, or tells nonsense, is found:', () => {
  const approved = { id: /OnApproved/ };
  const marker = { id: /OnMarker/ };
  const prepared = { id: /OnDataPrepared/ };
  const drift = { id: /OnDrift/ };
  const detail = (path: string, value?: unknown) => set(`${PATTERN}.detail.${path}`, value);
  const type = (name: string) => set(`${PATTERN}.detail-type`, [name]);
  const paths = `${TARGET}.InputTransformer.InputPathsMap`;
  const template = `${TARGET}.InputTransformer.InputTemplate`;
  const onOwnBus: Change = (rule, stack) => {
    stack.Resources.Beside = { Type: 'AWS::Events::EventBus' };
    rule.Properties.EventBusName = { Ref: 'Beside' };
  };
  const alarmArn: Change = ({ Properties: { EventPattern } }) => {
    EventPattern.detail.alarmName = [arn(EventPattern.detail.alarmName[0].Ref)];
  };

  finds(eventPatternsMatch, [
    [
      'a misspelt type',
      RULE,
      type('SageMaker Model Package Status Change'),
      /sends no "SageMaker Model Pack/,
      approved,
    ],
    ['a misspelt source', RULE, set(`${PATTERN}.source`, ['aws.stepfunctions']), /no source of AWS/, prepared],
    ['a source that sends something else', RULE, set(`${PATTERN}.source`, ['aws.ecs']), /aws\.states does/, prepared],
    ['another source', RULE, set(`${PATTERN}.source`, ['aws.s3']), /aws\.s3 sends no/, approved],
    [
      'a field that does not exist',
      RULE,
      detail('ApprovalStatus', ['Approved']),
      /ApprovalStatus is no field/,
      approved,
    ],
    ['a field in another case', RULE, detail('modelApprovalStatus', ['Approved']), /is no field/, approved],
    ['a field one level too high', RULE, detail('value', ['ALARM']), /detail\.value is no field/, drift],
    ['a value in another case', RULE, detail('ModelApprovalStatus', ['APPROVED']), /never "APPROVED"/, approved],
    ['a value of another service', RULE, detail('status', ['Succeeded']), /never "Succeeded"/, prepared],
    ['a wrong value beside a right one', RULE, detail('status', ['SUCCEEDED', 'DONE']), /never "DONE"/, prepared],
    ['a beginning that none has', RULE, detail('status', [{ prefix: 'Suc' }]), /never has prefix Suc/, prepared],
    ['a name where an ARN comes', RULE, detail('stateMachineArn', ['prepare-data']), /expected an ARN/, prepared],
    ['an ARN where a name comes', RULE, alarmArn, /expected Ref/, drift],
    ['a group that is none', RULE, detail('ModelPackageGroupName', ['other']), /is the name of no/, approved],
    ['a pattern for everything', RULE, set(PATTERN, { detail: {} }), /takes in everything/, approved],
    ['detailType for detail-type', RULE, set(`${PATTERN}.detailType`, ['x']), /detailType is no part/, approved],
    ['a filter that there is not', RULE, detail('object.key', [{ glob: '*' }]), /filter glob/, marker],
    ['a filter for numbers on a text', RULE, detail('object.key', [{ numeric: ['>', 1] }]), /never matches/, marker],
    ['a text where a number comes', RULE, detail('object.size', ['5']), /the event has a number/, marker],
    ['an empty list', RULE, detail('status', []), /empty list/, prepared],
    ['a value that is no list', RULE, detail('status', 'SUCCEEDED'), /is no list/, prepared],
  ]);
  finds(rulesFire, [
    [
      'a bucket that tells nobody',
      BUCKET,
      set(`${P}.NotificationConfiguration`),
      /does not send/,
      { id: /StorageRaw/ },
    ],
    ['a rule that is switched off', RULE, set(`${P}.State`, 'DISABLED'), /never fires/],
    ['a rule without targets', RULE, set(`${P}.Targets`, []), /has no Targets/],
    ['events of AWS on a bus of our own', RULE, onOwnBus, /expected the default bus/, approved],
    ['a schedule on a bus of our own', RULE, onOwnBus, /only the default bus/, { id: /EachMorning/ }],
    ['a bus that does not exist', RULE, set(`${P}.EventBusName`, 'ours'), /is no bus/, approved],
    ['a source that nobody sends', RULE, set(`${PATTERN}.source`, ['ours']), /nobody may send/, approved],
  ]);
  finds(ruleInputsExist, [
    ['a path that is not there', RULE, set(`${paths}.time`, '$.detail.modelPackageArn'), /Arn is no field/, approved],
    ['a placeholder that nobody fills', RULE, set(template, '{"a":<b>}'), /<b>, which InputPathsMap/, approved],
    ['a path that nobody uses', RULE, set(`${paths}.more`, '$.detail'), /InputPathsMap has more/, approved],
    ['an input twice', RULE, set(`${TARGET}.Input`, '{}'), /more than one/, approved],
  ]);
});
