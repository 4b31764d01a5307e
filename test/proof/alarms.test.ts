import { alarmsCanRing } from '../../scripts/proof/checks/alarms-can-ring';
import { alarmsTellSomebody } from '../../scripts/proof/checks/alarms-tell-somebody';
import { alarmsWatchWhatAwsEmits } from '../../scripts/proof/checks/alarms-watch-what-aws-emits';
import { backgroundWorkIsWatched } from '../../scripts/proof/checks/background-work-is-watched';
import { deadLetterQueuesAreWatched } from '../../scripts/proof/checks/dead-letter-queues-are-watched';
import { silenceIsJudged } from '../../scripts/proof/checks/silence-is-judged';
import { scheduleSeconds } from '../../scripts/proof/schedule-seconds';
import { type Change, type Fault, finds, holds, type Json, set } from './finds';

const ALARM = 'AWS::CloudWatch::Alarm';
const KEY = 'AWS::KMS::Key';
const TOPIC = 'AWS::SNS::Topic';
const POLICY = 'AWS::SNS::TopicPolicy';
const all =
  (...changes: readonly Change[]): Change =>
  (alarm, template) => {
    for (const change of changes) change(alarm, template);
  };
/** One alarm, by the beginning of its id, with some properties put or taken. */
const alarm = (name: string, id: string, properties: Json, message: RegExp): Fault => [
  name,
  ALARM,
  all(...Object.entries(properties).map(([key, value]) => set(`Properties.${key}`, value))),
  message,
  { id: new RegExp(`^${id}`) },
];
const gone = (name: string, id: string, message: RegExp): Fault => [
  name,
  ALARM,
  set('Type', 'AWS::None'),
  message,
  { id: new RegExp(`^${id}`) },
];

describe('in the product', () => {
  holds(
    [
      alarmsCanRing,
      alarmsTellSomebody,
      alarmsWatchWhatAwsEmits,
      backgroundWorkIsWatched,
      deadLetterQueuesAreWatched,
      silenceIsJudged,
    ],
    { 'background-work-is-watched': /^ApplyServingStateMachine/ },
  );
});

describe('an alarm that nobody hears or understands is found:', () => {
  const allows = (path: string, value?: unknown) => set(`Properties.KeyPolicy.Statement.1.${path}`, value);
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
    ['a key that does not admit CloudWatch', KEY, set('Properties.KeyPolicy.Statement.1'), keyClosed],
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

describe('an alarm on what nobody publishes is found:', () => {
  const monitor = {
    Namespace: 'aws/sagemaker/Endpoints/data-metrics',
    MetricName: 'feature_baseline_drift_age',
    Dimensions: ['Endpoint', 'MonitoringSchedule'].map((Name) => ({ Name, Value: 'x' })),
  };

  finds(alarmsWatchWhatAwsEmits, [
    alarm(
      'SageMaker in the wrong case',
      'RollBackRealTimeLatency',
      { Namespace: 'AWS/Sagemaker' },
      /expected AWS\/SageMaker/,
    ),
    alarm(
      'pipelines in the right case, which is wrong',
      'TrainingFailed',
      { Namespace: 'AWS/SageMaker/ModelBuildingPipeline' },
      /expected AWS\/Sagemaker/,
    ),
    alarm('a service that there is not', 'ServingFailed', { Namespace: 'AWS/StepFunctions' }, /none of AWS's/),
    alarm(
      'a namespace in which nobody publishes',
      'DataLakeDead',
      { Namespace: 'ours' },
      /nothing in the templates publishes/,
    ),
    alarm(
      'our namespace, misspelt',
      'FeatureRecords',
      { Namespace: 'ml-lifecyle-sandbox' },
      /nothing in the templates publishes/,
    ),
    alarm(
      'a metric that there is not',
      'RollBackRealTimeErrors',
      { MetricName: 'Invocations5XXErrors' },
      /does not have/,
    ),
    alarm('a metric of another service', 'ServingFailed', { MetricName: 'Errors' }, /AWS\/States does not have/),
    alarm(
      'a metric of HTTP APIs on a REST API',
      'PredictionsFailed',
      { MetricName: '5xx' },
      /no data by \[ApiName, Stage\]/,
    ),
    alarm('an endpoint without its variant', 'RollBackRealTimeErrors', { 'Dimensions.1': undefined }, /no data by/),
    alarm(
      'a dimension in another case',
      'RollBackRealTimeErrors',
      { 'Dimensions.0.Name': 'endpointName' },
      /no data by/,
    ),
    alarm('no dimensions', 'ServingFailed', { Dimensions: undefined }, /no data by \[\]/),
    alarm('one dimension twice', 'RollBackRealTimeErrors', { 'Dimensions.1.Name': 'EndpointName' }, /is there twice/),
    alarm(
      'milliseconds for microseconds',
      'RollBackRealTimeLatency',
      { Unit: 'Milliseconds' },
      /comes in Microseconds/,
    ),
    alarm(
      'the sum of latencies',
      'RollBackRealTimeLatency',
      { Statistic: 'Sum', ExtendedStatistic: undefined },
      /says nothing/,
    ),
    alarm('how often a queue was looked at', 'TrainingDead', { Statistic: 'SampleCount' }, /says nothing/),
    alarm('the smallest of counts', 'ServingFailed', { Statistic: 'Minimum' }, /says nothing/),
    alarm(
      'a queue by its address',
      'DataLakeDead',
      {
        'Dimensions.0.Value': {
          'Fn::ImportValue': 'ml-lifecycle-sandbox-foundation:ExportsOutputRefOperators93109ECD0719E5F9',
        },
      },
      /names AWS::SNS::Topic/,
    ),
    alarm(
      'a monitor’s namespace with a slash',
      'ServingFailed',
      { ...monitor, Namespace: '/aws/sagemaker/Endpoints/data-metrics' },
      /none of AWS's/,
    ),
    alarm(
      'a monitor’s metric without a feature',
      'ServingFailed',
      { ...monitor, MetricName: 'feature_baseline_drift' },
      /does not have/,
    ),
    alarm(
      'a monitor’s metric by the endpoint alone',
      'ServingFailed',
      { ...monitor, 'Dimensions.1': undefined },
      /MonitoringSchedule/,
    ),
  ]);
});

describe('an alarm that cannot ring, or always does, is found:', () => {
  const LATENCY = 'RollBackRealTimeLatency';
  const math = (Expression: string) => ({
    MetricName: undefined,
    Namespace: undefined,
    Dimensions: undefined,
    Period: undefined,
    Statistic: undefined,
    Metrics: [
      {
        Id: 'failed',
        ReturnData: false,
        MetricStat: {
          Metric: {
            Namespace: 'AWS/States',
            MetricName: 'ExecutionsFailed',
            Dimensions: [{ Name: 'StateMachineArn', Value: 'arn' }],
          },
          Period: 300,
          Stat: 'Sum',
        },
      },
      { Id: 'sum', Expression },
    ],
  });

  finds(alarmsCanRing, [
    alarm('a period of 45 seconds', 'ServingFailed', { Period: 45 }, /Period is 45/),
    alarm('a period of 90 seconds', 'ServingFailed', { Period: 90 }, /Period is 90/),
    alarm('no period', 'ServingFailed', { Period: undefined }, /has no Period/),
    alarm('10 seconds of what comes each minute', 'ServingFailed', { Period: 10 }, /once a minute/),
    alarm('a window of two days', 'ServingFailed', { EvaluationPeriods: 600 }, /looks back 180000 seconds/),
    alarm('a window of ten days', 'DriftMonitorSilent', { EvaluationPeriods: 10 }, /604800 at most/),
    alarm('no periods', 'ServingFailed', { EvaluationPeriods: 0 }, /EvaluationPeriods is 0/),
    alarm('more datapoints than periods', 'ServingFailed', { DatapointsToAlarm: 2 }, /DatapointsToAlarm is 2/),
    alarm('milliseconds for microseconds', LATENCY, { Threshold: 500 }, /threshold 500 of ModelLatency is implausible/),
    alarm('hours for a model that has seconds', LATENCY, { Threshold: 5e10 }, /never reached/),
    alarm('a threshold that is always reached', 'ServingFailed', { Threshold: 0 }, /always reached/),
    alarm(
      'failures that are fewer than',
      'ServingFailed',
      { ComparisonOperator: 'LessThanThreshold' },
      /when all is well/,
    ),
    alarm(
      'never less than none',
      'ServingDead',
      { ComparisonOperator: 'LessThanThreshold', Threshold: 0 },
      /never undercut/,
    ),
    alarm(
      'an average share above one',
      'RollBackRealTimeErrors',
      { Statistic: 'Average', Threshold: 5 },
      /1 is the most/,
    ),
    alarm('two statistics', LATENCY, { Statistic: 'Average' }, /both Statistic and ExtendedStatistic/),
    alarm('no statistic', 'ServingFailed', { Statistic: undefined }, /or neither/),
    alarm('a percentile above 100', LATENCY, { ExtendedStatistic: 'p999' }, /p999 is none/),
    alarm('no threshold', 'ServingFailed', { Threshold: undefined }, /has no Threshold/),
    alarm(
      'a bucket’s size each hour',
      'ServingFailed',
      { Namespace: 'AWS/S3', MetricName: 'BucketSizeBytes', Period: 3600 },
      /every 86400 seconds/,
    ),
    alarm(
      'a share where percent come',
      'ServingFailed',
      { Namespace: '/aws/sagemaker/Endpoints', MetricName: 'DiskUtilization', Threshold: 0.75 },
      /looks like a share/,
    ),
    alarm(
      'more than 100 percent of a disk',
      'ServingFailed',
      { Namespace: '/aws/sagemaker/Endpoints', MetricName: 'DiskUtilization', Threshold: 120 },
      /in percent/,
    ),
    alarm('a search', 'ServingFailed', math('SEARCH("x", "Sum", 300)'), /is a SEARCH/),
    alarm('an expression of what is not there', 'ServingFailed', math('failed + aborted'), /names aborted/),
    alarm('both a metric and an expression', 'ServingFailed', { Metrics: [] }, /expected one/),
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
      /1 alarms ring at silence for 2 such functions/,
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
