import { containerImages } from '../../scripts/proof/checks/container-images';
import { instanceTypes } from '../../scripts/proof/checks/instance-types';
import { modelContainers } from '../../scripts/proof/checks/model-containers';
import type { Change } from './finds';
import { CONFIG, MODEL, REAL_TIME, refuses, soundAndSturdy, variant } from './refuses';

const IMAGE = '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:3.0-5';

const container =
  (Image: string): Change =>
  (model) =>
    (model.Properties.PrimaryContainer = { Image });

soundAndSturdy(modelContainers, containerImages, instanceTypes);

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
