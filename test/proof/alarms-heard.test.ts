import { alarmsTellSomebody } from '../../scripts/proof/checks/alarms-tell-somebody';
import { backgroundWorkIsWatched } from '../../scripts/proof/checks/background-work-is-watched';
import { deadLetterQueuesAreWatched } from '../../scripts/proof/checks/dead-letter-queues-are-watched';
import { silenceIsJudged } from '../../scripts/proof/checks/silence-is-judged';
import { scheduleSeconds } from '../../scripts/proof/schedule-seconds';
import { alarm, gone } from './alarm-faults';
import { type Change, finds, holds, type Json, set } from './finds';

const KEY = 'AWS::KMS::Key';
const TOPIC = 'AWS::SNS::Topic';
const POLICY = 'AWS::SNS::TopicPolicy';

describe('in the product', () => {
  holds([alarmsTellSomebody, silenceIsJudged, deadLetterQueuesAreWatched, backgroundWorkIsWatched], {
    'background-work-is-watched': /^ApplyServingStateMachine/,
    'silence-is-judged': /^(TagActivationActivateTags|CostReviewFunction)/,
  });
});

describe('an alarm that nobody hears or understands is found:', () => {
  const isForCloudWatch = ({ Principal }: Json) => [Principal.Service].flat().includes('cloudwatch.amazonaws.com');
  const allows =
    (path: string, value?: unknown): Change =>
    ({ Properties }, template) =>
      set(path, value)(Properties.KeyPolicy.Statement.find(isForCloudWatch), template);
  const closesKey: Change = ({ Properties: { KeyPolicy } }) => {
    KeyPolicy.Statement = KeyPolicy.Statement.filter((each: Json) => !isForCloudWatch(each));
  };
  const publishes = (path: string, value?: unknown) => set(`Properties.PolicyDocument.Statement.1.${path}`, value);
  const closed = /does not let cloudwatch\.amazonaws\.com publish/;
  const keyClosed = /does not allow cloudwatch\.amazonaws\.com/;
  const runbook = 'docs/runbook.md#training-failed';

  finds(alarmsTellSomebody, [
    alarm('one without actions', 'TrainingFailed', { AlarmActions: undefined }, /tells nobody/),
    alarm('one with an empty list', 'TrainingFailed', { AlarmActions: [] }, /tells nobody/),
    alarm('one whose actions are off', 'TrainingFailed', { ActionsEnabled: false }, /ActionsEnabled is false/),
    alarm(
      'a topic of no template',
      'TrainingFailed',
      { AlarmActions: ['arn:aws:sns:us-east-1:111111111111:x'] },
      /is in no template/,
    ),
    alarm('no topic at all', 'TrainingFailed', { AlarmActions: [{ Ref: 'Dashboard7A06DACF' }] }, /expected a topic/),
    alarm(
      'an end that tells nobody',
      'TrainingFailed',
      { OKActions: ['nobody'] },
      /OKActions: nobody is in no template/,
    ),
    ['a FIFO topic', TOPIC, set('Properties.FifoTopic', true), /takes no alarms/],
    ['a topic that does not admit CloudWatch', POLICY, publishes('Principal.Service', 'events.amazonaws.com'), closed],
    [
      'a topic that admits another account',
      POLICY,
      publishes('Condition.StringEquals.aws:SourceAccount', '222222222222'),
      closed,
    ],
    [
      'a topic that admits other alarms',
      POLICY,
      publishes('Condition.ArnLike.aws:SourceArn', 'arn:aws:cloudwatch:eu-west-1:*:alarm:*'),
      closed,
    ],
    ['a topic that admits nothing but reading', POLICY, publishes('Action', 'sns:GetTopicAttributes'), closed],
    ['a key that does not admit CloudWatch', KEY, closesKey, keyClosed],
    ['a key that lets it do half', KEY, allows('Action', ['kms:Decrypt']), /kms:GenerateDataKey/],
    [
      'a key that admits another account',
      KEY,
      allows('Condition.StringEquals.aws:SourceAccount', '222222222222'),
      keyClosed,
    ],
    ['AWS’s own key', TOPIC, set('Properties.KmsMasterKeyId', 'alias/aws/sns'), /AWS's own, which admits no alarm/],
    alarm('no description', 'TrainingFailed', { AlarmDescription: undefined }, /says no sentence/),
    alarm(
      'a description without a sentence',
      'TrainingFailed',
      { AlarmDescription: `Alarm ${runbook}` },
      /says no sentence/,
    ),
    alarm(
      'a sentence without a runbook',
      'TrainingFailed',
      { AlarmDescription: 'A training ended without a model.' },
      /names no runbook/,
    ),
  ]);
});

describe('silence that is taken for the wrong thing is found:', () => {
  finds(silenceIsJudged, [
    alarm('one that does not say', 'ServingFailed', { TreatMissingData: undefined }, /is not stated/),
    alarm('one that misspells it', 'ServingFailed', { TreatMissingData: 'notbreaching' }, /expected one of/),
    alarm(
      'faults whose absence rings',
      'ServingFailed',
      { TreatMissingData: 'breaching' },
      /too much, yet takes silence for breaching/,
    ),
    alarm(
      'faults whose absence says nothing',
      'ServingFailed',
      { TreatMissingData: 'missing' },
      /expected notBreaching/,
    ),
    alarm(
      'a heartbeat that may stop',
      'DriftMonitorSilent',
      { TreatMissingData: 'notBreaching' },
      /expected breaching/,
    ),
    alarm(
      'a heartbeat within an hour of a daily look',
      'DriftMonitorSilent',
      { Period: 3600 },
      /waits for less than the 86400 seconds/,
    ),
    gone(
      'a look by the clock that nobody waits for',
      'DriftMonitorSilent',
      /1 alarms ring at silence for \d such functions/,
    ),
    alarm(
      'two alarms on one heartbeat',
      'QualityMonitorSilent',
      { MetricName: 'DriftMonitorRows' },
      /1 alarms ring at silence/,
    ),
  ]);

  test.each([
    ['rate(5 minutes)', 300],
    ['rate(1 day)', 86_400],
    ['cron(0 3 * * ? *)', 86_400],
    ['cron(0 * * * ? *)', 3600],
    ['cron(0 3 ? * MON *)', 604_800],
    ['cron(0 3 1 * ? *)', 2_678_400],
    ['at noon', undefined],
  ])('%s comes round after %p seconds at the latest', (expression, seconds) => {
    expect(scheduleSeconds(expression)).toBe(seconds);
  });
});

describe('work or parked messages that nobody watches are found:', () => {
  finds(deadLetterQueuesAreWatched, [
    gone('a queue without an alarm', 'TrainingDead', /no alarm rings/),
    alarm('an alarm at the tenth message', 'TrainingDead', { Threshold: 10 }, /no alarm rings/),
    alarm(
      'an alarm above the first message',
      'TrainingDead',
      { ComparisonOperator: 'GreaterThanThreshold' },
      /no alarm rings/,
    ),
    alarm(
      'an alarm on what is read',
      'TrainingDead',
      { MetricName: 'ApproximateNumberOfMessagesNotVisible' },
      /no alarm rings/,
    ),
    alarm(
      'an alarm on sends, which a redrive is not',
      'TrainingDead',
      { MetricName: 'NumberOfMessagesSent' },
      /no alarm rings/,
    ),
    alarm('the smallest number in the period', 'TrainingDead', { Statistic: 'Minimum' }, /no alarm rings/),
    alarm('an alarm on another queue', 'TrainingDead', { 'Dimensions.0.Value': 'another' }, /no alarm rings/),
  ]);
  finds(backgroundWorkIsWatched, [
    gone('a state machine without an alarm', 'PreparationFailed', /no alarm watches AWS\/States ExecutionsFailed/),
    alarm(
      'an alarm on those that are stopped by hand',
      'PreparationFailed',
      { MetricName: 'ExecutionsAborted' },
      /ExecutionsFailed/,
    ),
    gone('a pipeline without an alarm', 'TrainingFailed', /ModelBuildingPipeline ExecutionFailed/),
    alarm(
      'an alarm on another pipeline',
      'TrainingFailed',
      { 'Dimensions.0.Value': 'another' },
      /ModelBuildingPipeline/,
    ),
  ]);
});
