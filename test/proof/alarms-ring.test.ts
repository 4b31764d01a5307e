import { alarmsCanRing } from '../../scripts/proof/checks/alarms-can-ring';
import { alarmsWatchWhatAwsEmits } from '../../scripts/proof/checks/alarms-watch-what-aws-emits';
import { alarm } from './alarm-faults';
import { finds, holds } from './finds';

describe('in the product', () => {
  holds([alarmsCanRing, alarmsWatchWhatAwsEmits]);
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
    alarm('no dimensions', 'RollBackRealTimeErrors', { Dimensions: undefined }, /no data by \[\]/),
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
