import { monitoringJobs } from '../../scripts/proof/checks/monitoring-jobs';
import { monitoringSchedules } from '../../scripts/proof/checks/monitoring-schedules';
import type { Change, Json } from './finds';
import { refuses, soundAndSturdy } from './refuses';

const SCHEDULE = 'AWS::SageMaker::MonitoringSchedule';

const config = (schedule: Json) => schedule.Properties.MonitoringScheduleConfig;

const at =
  (expression: string): Change =>
  (schedule) =>
    (config(schedule).ScheduleConfig.ScheduleExpression = expression);

soundAndSturdy(monitoringSchedules, monitoringJobs);

refuses(monitoringSchedules, SCHEDULE, [
  ['a rate is none', at('rate(1 hour)'), /rate\(1 hour\)/],
  ["EventBridge's notation is none", at('cron(0 5 * * ? *)'), /cron\(0 5 \* \* \? \*\)/],
  ['minutes are 0', at('cron(30 5 ? * * *)'), /cron\(30/],
  ['hours end at 23', at('cron(0 24 ? * * *)'), /cron\(0 24/],
  ['at most a day apart', at('cron(0 5/25 ? * * *)'), /5\/25/],
  ['a run ends before the next', at('cron(0 * ? * * *)'), /a run may take 5400/],
  ['now has a window', at('NOW'), /DataAnalysisStartTime/],
  [
    'a definition is of its kind',
    (schedule) => (config(schedule).MonitoringType = 'ModelBias'),
    /MonitoringType is ModelBias/,
  ],
  ['a kind exists', (schedule) => (config(schedule).MonitoringType = 'Drift'), /MonitoringType is Drift/],
  [
    'a definition exists',
    (schedule) => (config(schedule).MonitoringJobDefinitionName = 'nobody'),
    /which no template makes/,
  ],
  ['a definition is given', (schedule) => delete config(schedule).MonitoringJobDefinitionName, /one definition/],
  [
    'an ARN is no name',
    (schedule) => {
      const [, parts] = config(schedule).MonitoringJobDefinitionName['Fn::Select'];
      config(schedule).MonitoringJobDefinitionName = parts['Fn::Split'][1];
    },
    /named by its ARN/,
  ],
]);

const input = (job: Json) => job.Properties.ModelQualityJobInput;

refuses(monitoringJobs, 'AWS::SageMaker::ModelQualityJobDefinition', [
  ['the endpoint exists', (job) => (input(job).EndpointInput.EndpointName = 'nobody'), /endpoint "nobody"/],
  [
    'the endpoint captures',
    (job) =>
      (input(job).EndpointInput.EndpointName = input(job).EndpointInput.EndpointName.replace(
        'real-time',
        'serverless',
      )),
    /captures nothing/,
  ],
  [
    'quality is analysed',
    (job) =>
      (job.Properties.ModelQualityAppSpecification.ImageUri =
        '205585389593.dkr.ecr.us-east-1.amazonaws.com/sagemaker-clarify-processing:1.0'),
    /expected an image/,
  ],
  ['the truth is in S3', (job) => delete input(job).GroundTruthS3Input, /ground truth/],
  ['one thing is read', (job) => (input(job).BatchTransformInput = {}), /one endpoint or/],
  ['paths are those of a job', (job) => (input(job).EndpointInput.LocalPath = '/tmp/endpoint'), /\/tmp\/endpoint/],
  [
    'input and output are apart',
    (job) => (input(job).EndpointInput.LocalPath = '/opt/ml/processing/output'),
    /share the local path/,
  ],
  ['a window begins before it ends', (job) => (input(job).EndpointInput.StartTimeOffset = '-P1D'), /is empty/],
  ['an offset is a duration', (job) => (input(job).EndpointInput.StartTimeOffset = '-35 days'), /no duration/],
  [
    'a threshold is a number',
    (job) => (input(job).EndpointInput.ProbabilityThresholdAttribute = 'half'),
    /expected a number/,
  ],
  ['a score is named', (job) => delete input(job).EndpointInput.ProbabilityAttribute, /neither ProbabilityAttribute/],
  ['one report is written', (job) => (job.Properties.ModelQualityJobOutputConfig.MonitoringOutputs = []), /0 outputs/],
  [
    'metrics are enabled, not true',
    (job) => (job.Properties.ModelQualityAppSpecification.Environment.publish_cloudwatch_metrics = 'true'),
    /expected Enabled/,
  ],
]);

refuses(monitoringJobs, 'AWS::SageMaker::ModelExplainabilityJobDefinition', [
  [
    'Clarify needs its network',
    (job) => (job.Properties.NetworkConfig = { EnableNetworkIsolation: true }),
    /cannot reach/,
  ],
  [
    'Clarify is configured from S3',
    (job) => (job.Properties.ModelExplainabilityAppSpecification.ConfigUri = 'config.json'),
    /ConfigUri/,
  ],
]);
