import { asyncEdgesRetryAndPark } from '../../scripts/proof/checks/async-edges-retry-and-park';
import { deadLetterQueuesAdmit } from '../../scripts/proof/checks/dead-letter-queues-admit';
import { targetsMayBeCalled } from '../../scripts/proof/checks/targets-may-be-called';
import { arn, beside, type Change, finds, holds, idOf, type Json, set } from './finds';
import { fromQueue, fromStream } from './mappings';

const RULE = 'AWS::Events::Rule';
const LAMBDA = 'AWS::Lambda::Function';
const QUEUE = 'AWS::SQS::Queue';
const BUCKET = 'AWS::S3::Bucket';
const P = 'Properties';
const TARGET = 'Properties.Targets.0';

describe('in the product', () => {
  holds([asyncEdgesRetryAndPark, deadLetterQueuesAdmit, targetsMayBeCalled]);
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
