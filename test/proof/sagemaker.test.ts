import type { Check } from '../../scripts/proof/check';
import { autoScaling } from '../../scripts/proof/checks/auto-scaling';
import { containerImages } from '../../scripts/proof/checks/container-images';
import { dataCapture } from '../../scripts/proof/checks/data-capture';
import { endpointDeployments } from '../../scripts/proof/checks/endpoint-deployments';
import { endpointVariants } from '../../scripts/proof/checks/endpoint-variants';
import { featureGroups } from '../../scripts/proof/checks/feature-groups';
import { firehoseStreams } from '../../scripts/proof/checks/firehose-streams';
import { glueJobs } from '../../scripts/proof/checks/glue-jobs';
import { glueTables } from '../../scripts/proof/checks/glue-tables';
import { instanceTypes } from '../../scripts/proof/checks/instance-types';
import { modelContainers } from '../../scripts/proof/checks/model-containers';
import { monitoringJobs } from '../../scripts/proof/checks/monitoring-jobs';
import { monitoringSchedules } from '../../scripts/proof/checks/monitoring-schedules';
import { rollBackAlarms } from '../../scripts/proof/checks/roll-back-alarms';
import { scalingPolicies } from '../../scripts/proof/checks/scaling-policies';
import { serverlessEndpoints } from '../../scripts/proof/checks/serverless-endpoints';
import { volumeKeys } from '../../scripts/proof/checks/volume-keys';
import { ASSEMBLIES, findWhen } from './broken';

type Change = Parameters<typeof findWhen>[2];
type Json = Parameters<Change>[0];
/** What is broken, how, and what the finding has to speak of. */
type Fault = readonly [title: string, change: Change, said: RegExp];

function refuses(
  check: Check,
  type: string,
  faults: readonly Fault[],
  options: Parameters<typeof findWhen>[3] = {},
): void {
  test.each(faults)(`${check.id}: %s`, (_, change, said) => {
    const messages = findWhen(check, type, change, options).map(({ message }) => message);

    expect(messages.filter((message) => said.test(message))).not.toHaveLength(0);
  });
}

const CHECKS = [
  autoScaling,
  containerImages,
  dataCapture,
  endpointDeployments,
  endpointVariants,
  featureGroups,
  firehoseStreams,
  glueJobs,
  glueTables,
  instanceTypes,
  modelContainers,
  monitoringJobs,
  monitoringSchedules,
  rollBackAlarms,
  scalingPolicies,
  serverlessEndpoints,
  volumeKeys,
];

test.each(CHECKS)('$id finds nothing in what is deployed', (check) => {
  expect(Object.values(ASSEMBLIES).flatMap((assembly) => check.find(assembly))).toEqual([]);
});

test.each(CHECKS)('$id survives a template that makes no sense', (check) => {
  for (const type of [
    'EndpointConfig',
    'Endpoint',
    'Model',
    'FeatureGroup',
    'MonitoringSchedule',
    'DataQualityJobDefinition',
  ])
    expect(() =>
      findWhen(check, `AWS::SageMaker::${type}`, (resource) => {
        for (const property of Object.keys(resource.Properties))
          resource.Properties[property] = [null, { 'Fn::Join': 1 }, []];
      }),
    ).not.toThrow();
});

const CONFIG = 'AWS::SageMaker::EndpointConfig';
const ENDPOINT = 'AWS::SageMaker::Endpoint';
const MODEL = 'AWS::SageMaker::Model';
const REAL_TIME = { id: /RealTime/ };
const SERVERLESS = { id: /Serverless/ };
const variant = (resource: Json) => resource.Properties.ProductionVariants[0];

refuses(
  serverlessEndpoints,
  CONFIG,
  [
    [
      'memory comes in steps of 1 GB',
      (config) => (variant(config).ServerlessConfig.MemorySizeInMB = 1500),
      /MemorySizeInMB is 1500/,
    ],
    [
      'memory ends at 6 GB',
      (config) => (variant(config).ServerlessConfig.MemorySizeInMB = 8192),
      /MemorySizeInMB is 8192/,
    ],
    [
      'at most 200 requests at once',
      (config) => (variant(config).ServerlessConfig.MaxConcurrency = 201),
      /MaxConcurrency is 201/,
    ],
    [
      'provisioned concurrency is within the maximum',
      (config) => (variant(config).ServerlessConfig.ProvisionedConcurrency = 6),
      /ProvisionedConcurrency is 6/,
    ],
    [
      'serverless runs on no instances',
      (config) => Object.assign(variant(config), { InstanceType: 'ml.m5.large', InitialInstanceCount: 1 }),
      /has InstanceType/,
    ],
    [
      'serverless captures nothing',
      (config) => (config.Properties.DataCaptureConfig = { EnableCapture: true }),
      /capture nothing/,
    ],
    [
      'serverless has one variant',
      (config) => config.Properties.ProductionVariants.push({ ...variant(config), VariantName: 'b' }),
      /has one variant/,
    ],
    ['serverless is not asynchronous', (config) => (config.Properties.AsyncInferenceConfig = {}), /not both/],
    ['serverless is in no network of ours', (config) => (config.Properties.VpcConfig = {}), /VpcConfig/],
  ],
  SERVERLESS,
);
refuses(
  serverlessEndpoints,
  MODEL,
  [
    ['a serverless model is not isolated', (model) => (model.Properties.EnableNetworkIsolation = true), /isolated/],
    ['a serverless model has no network', (model) => (model.Properties.VpcConfig = { Subnets: ['a'] }), /VpcConfig/],
    ['a serverless model has one container', (model) => (model.Properties.Containers = [{}, {}]), /inference pipeline/],
  ],
  SERVERLESS,
);

refuses(
  endpointVariants,
  CONFIG,
  [
    [
      'variants have names of their own',
      (config) => config.Properties.ProductionVariants.push(variant(config)),
      /same name/,
    ],
    ['weights are not negative', (config) => (variant(config).InitialVariantWeight = -1), /negative/],
    ['some variant gets traffic', (config) => (variant(config).InitialVariantWeight = 0), /none gets traffic/],
    ['a variant starts with an instance', (config) => (variant(config).InitialInstanceCount = 0), /starts with 0/],
    [
      'a variant says how many instances',
      (config) => delete variant(config).InitialInstanceCount,
      /no InitialInstanceCount/,
    ],
    ['a variant has something to run on', (config) => delete variant(config).InstanceType, /neither InstanceType/],
    [
      'a variant serves a model that exists',
      (config) => (variant(config).ModelName = 'nobody'),
      /serves the model "nobody"/,
    ],
    ['there is a variant', (config) => (config.Properties.ProductionVariants = []), /0 ProductionVariants/],
    ['a shadow has one original', (config) => (config.Properties.ShadowProductionVariants = [{}, {}]), /shadow tests/],
    [
      'containers get a minute to start',
      (config) => (variant(config).ContainerStartupHealthCheckTimeoutInSeconds = 10),
      /waits 10 s/,
    ],
  ],
  REAL_TIME,
);

refuses(
  volumeKeys,
  CONFIG,
  [
    [
      'instances with disks of their own take no key',
      (config) => (variant(config).InstanceType = 'ml.m5d.large'),
      /disks of its own/,
    ],
    ['GPU instances neither', (config) => (variant(config).InstanceType = 'ml.g5.xlarge'), /ml\.g5\.xlarge/],
  ],
  REAL_TIME,
);
refuses(volumeKeys, 'AWS::SageMaker::ModelBiasJobDefinition', [
  [
    'jobs neither',
    (job) => (job.Properties.JobResources.ClusterConfig.InstanceType = 'ml.r5d.large'),
    /ml\.r5d\.large/,
  ],
]);

refuses(
  dataCapture,
  CONFIG,
  [
    [
      'a share is at most all',
      (config) => (config.Properties.DataCaptureConfig.InitialSamplingPercentage = 101),
      /is 101/,
    ],
    [
      'capture captures something',
      (config) => (config.Properties.DataCaptureConfig.InitialSamplingPercentage = 0),
      /of 0 percent/,
    ],
    [
      'capture goes to S3',
      (config) => (config.Properties.DataCaptureConfig.DestinationS3Uri = 'https://captured'),
      /https:\/\/captured/,
    ],
    [
      'input is captured with output',
      (config) => config.Properties.DataCaptureConfig.CaptureOptions.pop(),
      /only Input/,
    ],
    [
      'no direction is captured twice',
      (config) =>
        (config.Properties.DataCaptureConfig.CaptureOptions = [{ CaptureMode: 'Input' }, { CaptureMode: 'Input' }]),
      /each mode once/,
    ],
    [
      'what is captured can be read',
      (config) => delete config.Properties.DataCaptureConfig.CaptureContentTypeHeader,
      /Base64/,
    ],
    [
      'content types have no parameters',
      (config) =>
        (config.Properties.DataCaptureConfig.CaptureContentTypeHeader.CsvContentTypes = ['text/csv; charset=utf-8']),
      /no content type/,
    ],
    [
      'CSV is not JSON',
      (config) => config.Properties.DataCaptureConfig.CaptureContentTypeHeader.CsvContentTypes.push('application/json'),
      /as CSV/,
    ],
  ],
  REAL_TIME,
);

const IMAGE = '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:3.0-5';
refuses(
  modelContainers,
  MODEL,
  [
    ['a model has a role', (model) => delete model.Properties.ExecutionRoleArn, /no ExecutionRoleArn/],
    ['a model has a container', (model) => delete model.Properties.PrimaryContainer, /no container/],
    [
      'a container serves an image or a version',
      (model) => (model.Properties.PrimaryContainer.Image = IMAGE),
      /both Image and ModelPackageName/,
    ],
    [
      'a container serves something',
      (model) => delete model.Properties.PrimaryContainer.ModelPackageName,
      /neither Image/,
    ],
    [
      'a model is an archive',
      (model) => (model.Properties.PrimaryContainer = { Image: IMAGE, ModelDataUrl: 's3://bucket/model.zip' }),
      /model\.zip/,
    ],
    [
      'a model is in S3',
      (model) => (model.Properties.PrimaryContainer = { Image: IMAGE, ModelDataUrl: 'https://a/model.tar.gz' }),
      /https/,
    ],
    [
      'a version is no group',
      (model) =>
        (model.Properties.PrimaryContainer.ModelPackageName =
          'arn:aws:sagemaker:us-east-1:1:model-package-group/churn'),
      /names a group/,
    ],
    [
      'a version is of the own region',
      (model) =>
        (model.Properties.PrimaryContainer.ModelPackageName = 'arn:aws:sagemaker:eu-west-1:1:model-package/churn/3'),
      /is of eu-west-1/,
    ],
    [
      'a script has a folder',
      (model) => delete model.Properties.PrimaryContainer.Environment.SAGEMAKER_SUBMIT_DIRECTORY,
      /come together/,
    ],
    [
      'an isolated container fetches nothing',
      (model) => (model.Properties.PrimaryContainer.Environment.SAGEMAKER_SUBMIT_DIRECTORY = 's3://bucket/code'),
      /cannot fetch/,
    ],
    [
      'false is true for the container',
      (model) => (model.Properties.PrimaryContainer.Environment.SAGEMAKER_MULTI_MODEL = 'false'),
      /SAGEMAKER_MULTI_MODEL/,
    ],
    ['variables have names', (model) => (model.Properties.PrimaryContainer.Environment['my-key'] = 'x'), /"my-key"/],
  ],
  REAL_TIME,
);

const container =
  (Image: string): Change =>
  (model) =>
    (model.Properties.PrimaryContainer = { Image });
refuses(containerImages, MODEL, [
  ['an image has the account of its region', container(IMAGE.replace('683313688378', '246618743249')), /246618743249/],
  ['an image is fetched in the own region', container(IMAGE.replace('us-east-1', 'us-west-2')), /us-west-2/],
  ['a repository exists', container(IMAGE.replace('xgboost', 'xgbost')), /xgbost/],
  ['a version is fixed', container(IMAGE.replace(':3.0-5', ':latest')), /latest/],
  ['a version was published', container(IMAGE.replace('3.0-5', '3.0-6')), /3\.0-6/],
  ['an account has its leading zeros', container('17069133835.dkr.ecr.us-east-1.amazonaws.com/x:1'), /twelve digits/],
]);
refuses(containerImages, 'AWS::SageMaker::DataQualityJobDefinition', [
  [
    "a monitor's image has the account of its region",
    (job) =>
      (job.Properties.DataQualityAppSpecification.ImageUri =
        '777275614652.dkr.ecr.us-east-1.amazonaws.com/sagemaker-model-monitor-analyzer'),
    /777275614652/,
  ],
]);
refuses(
  containerImages,
  CONFIG,
  [
    [
      'an image is built for the processor',
      (config, { Resources }) => {
        variant(config).InstanceType = 'ml.m6g.large';
        Resources[variant(config).ModelName['Fn::GetAtt'][0]].Properties.PrimaryContainer = { Image: IMAGE };
      },
      /Graviton/,
    ],
  ],
  REAL_TIME,
);

refuses(
  instanceTypes,
  CONFIG,
  [
    [
      'an instance type exists',
      (config) => (variant(config).InstanceType = 'ml.m5.huge'),
      /no instance type of SageMaker/,
    ],
    ['its prefix is ml', (config) => (variant(config).InstanceType = 'm5.large'), /m5\.large, which is no/],
    ['it can serve', (config) => (variant(config).InstanceType = 'ml.m8i.large'), /does not have for endpoint/],
    ['its region offers it', (config) => (variant(config).InstanceType = 'ml.c6in.large'), /us-east-1 does not offer/],
  ],
  REAL_TIME,
);
refuses(instanceTypes, 'AWS::SageMaker::ModelQualityJobDefinition', [
  [
    'it can process',
    (job) => (job.Properties.JobResources.ClusterConfig.InstanceType = 'ml.c5d.large'),
    /does not have for processing/,
  ],
]);
refuses(instanceTypes, 'AWS::SageMaker::Pipeline', [
  [
    "it can train, in a pipeline's definition too",
    (pipeline) => {
      const { PipelineDefinitionBody: body } = pipeline.Properties.PipelineDefinition;
      pipeline.Properties.PipelineDefinition.PipelineDefinitionBody = JSON.parse(
        JSON.stringify(body).replaceAll('ml.m5.large', 'ml.t2.large'),
      );
    },
    /ResourceConfig.*ml\.t2\.large.*training/,
  ],
]);

const TARGET = 'AWS::ApplicationAutoScaling::ScalableTarget';
refuses(autoScaling, TARGET, [
  ['the least is below the most', (target) => (target.Properties.MinCapacity = 5), /MinCapacity 5 is above/],
  [
    'some capacity is allowed',
    (target) => Object.assign(target.Properties, { MinCapacity: 0, MaxCapacity: 0 }),
    /MaxCapacity is 0/,
  ],
  ['a real-time variant keeps an instance', (target) => (target.Properties.MinCapacity = 0), /MinCapacity is 0/],
  [
    'an endpoint exists',
    (target) => (target.Properties.ResourceId = 'endpoint/nobody/variant/main'),
    /endpoint "nobody"/,
  ],
  [
    'a variant exists',
    (target) => (target.Properties.ResourceId = target.Properties.ResourceId.replace('main', 'AllTraffic')),
    /no variant "AllTraffic"/,
  ],
  [
    'a resource is named as Auto Scaling names it',
    (target) => (target.Properties.ResourceId = 'endpoint:x/variant:main'),
    /expected endpoint\//,
  ],
  [
    'a dimension fits',
    (target) => (target.Properties.ScalableDimension = 'sagemaker:variant:DesiredProvisionedConcurrency'),
    /serverless variant/,
  ],
  [
    'a dimension exists',
    (target) => (target.Properties.ScalableDimension = 'sagemaker:variant:InstanceCount'),
    /a variant scales in/,
  ],
  ['the service is SageMaker', (target) => (target.Properties.ServiceNamespace = 'ec2'), /ServiceNamespace is ec2/],
  ['no role of ours scales', (target) => (target.Properties.RoleARN = 'arn:aws:iam::1:role/mine'), /leave it out/],
  ['the endpoint comes first', (target) => delete target.DependsOn, /does not depend on/],
]);
refuses(
  autoScaling,
  CONFIG,
  [
    ['burstable instances do not scale', (config) => (variant(config).InstanceType = 'ml.t2.large'), /burstable/],
    ['a variant starts within the limits', (config) => (variant(config).InitialInstanceCount = 9), /outside of/],
  ],
  REAL_TIME,
);
const POLICY = 'AWS::ApplicationAutoScaling::ScalingPolicy';
const tracking = 'TargetTrackingScalingPolicyConfiguration';
refuses(scalingPolicies, POLICY, [
  [
    'a metric is about the dimension',
    (policy) =>
      (policy.Properties[tracking].PredefinedMetricSpecification.PredefinedMetricType =
        'ECSServiceAverageCPUUtilization'),
    /says nothing about/,
  ],
  ['a target is above zero', (policy) => (policy.Properties[tracking].TargetValue = 0), /TargetValue is 0/],
  ['a policy tracks something', (policy) => delete policy.Properties[tracking], /has no TargetTracking/],
  ['a metric is given', (policy) => delete policy.Properties[tracking].PredefinedMetricSpecification, /one metric/],
  ['a cool-down is short', (policy) => (policy.Properties[tracking].ScaleInCooldown = -1), /cool-down/],
  ['a policy is about a target', (policy) => (policy.Properties.ScalingTargetId = 'nothing'), /no scalable target/],
  ['a target has a policy', (policy) => (policy.Type = 'AWS::CloudFormation::WaitConditionHandle'), /neither a policy/],
]);

const blueGreen = (endpoint: Json) => endpoint.Properties.DeploymentConfig.BlueGreenUpdatePolicy;
const canary = { Type: 'CANARY', CanarySize: { Type: 'CAPACITY_PERCENT', Value: 30 }, WaitIntervalInSeconds: 300 };
refuses(
  endpointDeployments,
  ENDPOINT,
  [
    [
      'one instance cannot be parted',
      (endpoint) => (blueGreen(endpoint).TrafficRoutingConfiguration = canary),
      /at least two are needed/,
    ],
    [
      'a canary has a size',
      (endpoint) => (blueGreen(endpoint).TrafficRoutingConfiguration = { Type: 'CANARY', WaitIntervalInSeconds: 1 }),
      /CanarySize is missing/,
    ],
    [
      'a canary is at most half',
      (endpoint) =>
        (blueGreen(endpoint).TrafficRoutingConfiguration = {
          ...canary,
          CanarySize: { Type: 'CAPACITY_PERCENT', Value: 60 },
        }),
      /60 percent/,
    ],
    [
      'all at once has no size',
      (endpoint) => (blueGreen(endpoint).TrafficRoutingConfiguration = { ...canary, Type: 'ALL_AT_ONCE' }),
      /CanarySize is given/,
    ],
    [
      'a wait ends within an hour',
      (endpoint) => (blueGreen(endpoint).TerminationWaitInSeconds = 4000),
      /TerminationWaitInSeconds is 4000/,
    ],
    [
      'there is time for the waits',
      (endpoint) =>
        Object.assign(blueGreen(endpoint), { MaximumExecutionTimeoutInSeconds: 600, TerminationWaitInSeconds: 900 }),
      /the waits alone/,
    ],
    [
      'a deployment ends within eight hours',
      (endpoint) => (blueGreen(endpoint).MaximumExecutionTimeoutInSeconds = 30_000),
      /30000/,
    ],
    [
      'versions take over in one way',
      (endpoint) =>
        (endpoint.Properties.DeploymentConfig.RollingUpdatePolicy = {
          MaximumBatchSize: { Type: 'INSTANCE_COUNT', Value: 1 },
        }),
      /both a blue\/green/,
    ],
    [
      'an update keeps what scaling did',
      (endpoint) => (endpoint.Properties.RetainAllVariantProperties = false),
      /resets its instances/,
    ],
    [
      'an endpoint serves a configuration',
      (endpoint) => (endpoint.Properties.EndpointConfigName = 'nobody'),
      /configuration "nobody"/,
    ],
  ],
  REAL_TIME,
);
const alarms = (endpoint: Json) => endpoint.Properties.DeploymentConfig.AutoRollbackConfiguration.Alarms;
refuses(
  rollBackAlarms,
  ENDPOINT,
  [
    ['an alarm exists', (endpoint) => (alarms(endpoint)[0].AlarmName = 'nobody'), /alarm "nobody"/],
    ['an alarm is named once', (endpoint) => alarms(endpoint).push(alarms(endpoint)[0]), /named twice/],
    ['an alarm is there first', (endpoint) => delete endpoint.DependsOn, /does not depend on/],
    [
      'a canary is watched',
      (endpoint) =>
        (endpoint.Properties.DeploymentConfig = { BlueGreenUpdatePolicy: { TrafficRoutingConfiguration: canary } }),
      /no alarm/,
    ],
    [
      'at most ten alarms',
      (endpoint) =>
        (endpoint.Properties.DeploymentConfig.AutoRollbackConfiguration.Alarms = Array(11).fill(alarms(endpoint)[0])),
      /at most 10/,
    ],
  ],
  REAL_TIME,
);
refuses(
  rollBackAlarms,
  'AWS::CloudWatch::Alarm',
  [
    [
      'an alarm watches this endpoint',
      (alarm) => (alarm.Properties.Dimensions[0].Value = 'another'),
      /watches "another"/,
    ],
  ],
  { id: /^RollBack/ },
);

const GROUP = 'AWS::SageMaker::FeatureGroup';
refuses(featureGroups, GROUP, [
  [
    'the identifier is a feature',
    (group) => (group.Properties.RecordIdentifierFeatureName = 'nobody'),
    /identifier "nobody"/,
  ],
  ['the time is a feature', (group) => (group.Properties.EventTimeFeatureName = 'never'), /time "never"/],
  ['the time is a time', (group) => (group.Properties.FeatureDefinitions[1].FeatureType = 'Integral'), /is Integral/],
  [
    'Iceberg has times as text',
    (group) => {
      group.Properties.OfflineStoreConfig.TableFormat = 'Iceberg';
      group.Properties.FeatureDefinitions[1].FeatureType = 'Fractional';
    },
    /Iceberg tables want/,
  ],
  [
    'the identifier is no fraction',
    (group) => (group.Properties.FeatureDefinitions[0].FeatureType = 'Fractional'),
    /do not compare/,
  ],
  [
    'a feature is defined once',
    (group) => group.Properties.FeatureDefinitions.push(group.Properties.FeatureDefinitions[3]),
    /twice/,
  ],
  [
    'case tells no features apart',
    (group) => group.Properties.FeatureDefinitions.push({ FeatureName: 'PLAN_TIER', FeatureType: 'String' }),
    /case only/,
  ],
  [
    'some names are taken',
    (group) => group.Properties.FeatureDefinitions.push({ FeatureName: 'write_time', FeatureType: 'String' }),
    /reserved/,
  ],
  ['a type exists', (group) => (group.Properties.FeatureDefinitions[3].FeatureType = 'Double'), /of type Double/],
  [
    'a name is one',
    (group) => (group.Properties.FeatureDefinitions[3].FeatureName = 'plan tier'),
    /no name of a feature/,
  ],
  [
    'there is a store',
    (group) => Object.assign(group.Properties, { OfflineStoreConfig: undefined, OnlineStoreConfig: undefined }),
    /neither an online/,
  ],
  [
    'the offline store is in S3',
    (group) => (group.Properties.OfflineStoreConfig.S3StorageConfig.S3Uri = 'bucket/features'),
    /bucket\/features/,
  ],
  ['the offline store has a role', (group) => delete group.Properties.RoleArn, /RoleArn/],
  [
    'an Iceberg table is made',
    (group) =>
      Object.assign(group.Properties.OfflineStoreConfig, { TableFormat: 'Iceberg', DisableGlueTableCreation: true }),
    /Iceberg table has/,
  ],
  [
    'a catalogue knows lower case',
    (group) =>
      (group.Properties.OfflineStoreConfig.DataCatalogConfig = {
        Catalog: 'AwsDataCatalog',
        Database: 'My-Database',
        TableName: 't',
      }),
    /My-Database/,
  ],
]);

const SCHEDULE = 'AWS::SageMaker::MonitoringSchedule';
const config = (schedule: Json) => schedule.Properties.MonitoringScheduleConfig;
const at =
  (expression: string): Change =>
  (schedule) =>
    (config(schedule).ScheduleConfig.ScheduleExpression = expression);
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

const to = (stream: Json) => stream.Properties.ExtendedS3DestinationConfiguration;
refuses(firehoseStreams, 'AWS::KinesisFirehose::DeliveryStream', [
  ['months are no minutes', (stream) => (to(stream).Prefix = 'raw/!{timestamp:yyyy-mm-dd}/'), /minutes/],
  ['years are no weeks', (stream) => (to(stream).Prefix = 'raw/!{timestamp:YYYY-MM-dd}/'), /year of the week/],
  ['days are no days of the year', (stream) => (to(stream).Prefix = 'raw/!{timestamp:yyyy-MM-DD}/'), /day of the year/],
  ['a namespace exists', (stream) => (to(stream).Prefix = 'raw/!{time:yyyy}/'), /namespace "time"/],
  ['an expression is whole', (stream) => (to(stream).Prefix = 'raw/{timestamp:yyyy}/'), /brace/],
  ['an expression ends', (stream) => (to(stream).Prefix = 'raw/!{timestamp:yyyy'), /brace/],
  ['errors have their prefix', (stream) => delete to(stream).ErrorOutputPrefix, /error-output-type/],
  ['errors say what they are', (stream) => (to(stream).ErrorOutputPrefix = 'failed/'), /error-output-type/],
  [
    'data are no errors',
    (stream) => (to(stream).Prefix = 'raw/!{firehose:error-output-type}/'),
    /for ErrorOutputPrefix alone/,
  ],
  [
    'errors lie apart',
    (stream) => (to(stream).ErrorOutputPrefix = `${to(stream).Prefix.split('!')[0]}!{firehose:error-output-type}/`),
    /lies within/,
  ],
  [
    'partitions are switched on',
    (stream) => (to(stream).Prefix = 'raw/!{partitionKeyFromQuery:day}/'),
    /come together/,
  ],
  ['a folder has a name', (stream) => (to(stream).Prefix = '/raw/!{timestamp:yyyy}/'), /begins with a slash/],
  [
    'a buffer waits a quarter of an hour',
    (stream) => (to(stream).BufferingHints.IntervalInSeconds = 3600),
    /IntervalInSeconds is 3600/,
  ],
  ['a buffer has 128 MB', (stream) => (to(stream).BufferingHints.SizeInMBs = 256), /SizeInMBs is 256/],
  [
    'partitions need a larger buffer',
    (stream) => {
      to(stream).BufferingHints.SizeInMBs = 5;
      to(stream).DynamicPartitioningConfiguration = { Enabled: true };
    },
    /expected 64 to 128/,
  ],
  ['a bucket is an ARN', (stream) => (to(stream).BucketARN = 'bucket'), /BucketARN is "bucket"/],
  ['an ending begins with a dot', (stream) => (to(stream).FileExtension = 'json'), /FileExtension/],
  [
    'logs have a stream',
    (stream) => delete to(stream).CloudWatchLoggingOptions.LogStreamName,
    /LogStreamName is missing/,
  ],
]);
