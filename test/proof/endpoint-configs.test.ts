import { dataCapture } from '../../scripts/proof/checks/data-capture';
import { endpointVariants } from '../../scripts/proof/checks/endpoint-variants';
import { serverlessEndpoints } from '../../scripts/proof/checks/serverless-endpoints';
import { volumeKeys } from '../../scripts/proof/checks/volume-keys';
import { CONFIG, MODEL, REAL_TIME, refuses, soundAndSturdy, variant } from './refuses';

const SERVERLESS = { id: /Serverless/ };

soundAndSturdy(serverlessEndpoints, endpointVariants, volumeKeys, dataCapture);

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
