import { copy, put, remove, reword } from '../edits';
import { faultsOf } from '../fault';
import { deployedIn, properties, resource } from '../seeds';

/** Models, endpoints and how they grow: what the service refuses, or does otherwise than meant. */
export const ENDPOINTS = faultsOf('endpoints', [
  [
    'memory-between-steps',
    'serverless memory between two steps',
    properties('Serving/ServerlessConfig', put('ProductionVariants/0/ServerlessConfig/MemorySizeInMB', 2500)),
  ],
  [
    'memory-in-thousands',
    'serverless memory in thousands of megabytes',
    properties('Serving/ServerlessConfig', put('ProductionVariants/0/ServerlessConfig/MemorySizeInMB', 2000)),
  ],
  [
    'memory-above-most',
    'more serverless memory than there is',
    properties('Serving/ServerlessConfig', put('ProductionVariants/0/ServerlessConfig/MemorySizeInMB', 8192)),
  ],
  [
    'serverless-and-instances',
    'a serverless variant with instances',
    properties('Serving/ServerlessConfig', put('ProductionVariants/0/InstanceType', 'ml.m5.large')),
  ],
  [
    'serverless-with-count',
    'a serverless variant with a number of instances',
    properties('Serving/ServerlessConfig', put('ProductionVariants/0/InitialInstanceCount', 1)),
  ],
  [
    'concurrency-above-most',
    'more concurrency than a serverless variant may have',
    properties('Serving/ServerlessConfig', put('ProductionVariants/0/ServerlessConfig/MaxConcurrency', 500)),
  ],
  [
    'provisioned-above-concurrency',
    'more provisioned concurrency than concurrency',
    properties('Serving/ServerlessConfig', put('ProductionVariants/0/ServerlessConfig/ProvisionedConcurrency', 10)),
  ],
  [
    'serverless-capture',
    'data capture of a serverless variant, which the service does not have',
    properties(
      'Serving/ServerlessConfig',
      put('DataCaptureConfig', {
        EnableCapture: true,
        InitialSamplingPercentage: 100,
        DestinationS3Uri: 's3://ml-lifecycle/captured',
        CaptureOptions: [{ CaptureMode: 'Input' }],
      }),
    ),
  ],
  [
    'instance-of-notebooks',
    'an instance type that only notebooks and processing have',
    properties('Serving/RealTimeConfig', put('ProductionVariants/0/InstanceType', 'ml.t3.medium')),
  ],
  [
    'instance-not-in-region',
    'an instance type that the region does not offer for endpoints',
    properties('Serving/RealTimeConfig', put('ProductionVariants/0/InstanceType', 'ml.p4d.24xlarge')),
    { given: deployedIn('Serving', 'eu-south-1') },
  ],
  [
    'no-instances',
    'a variant with an instance type and no number of them',
    properties('Serving/RealTimeConfig', remove('ProductionVariants/0/InitialInstanceCount')),
  ],
  ['role-missing', 'a model without a role', properties('Serving/RealTimeModel', remove('ExecutionRoleArn'))],
  [
    'model-without-container',
    'a model without a container',
    properties('Serving/ServerlessModel', remove('PrimaryContainer')),
  ],
  [
    'model-without-isolation',
    'a model that may call the network',
    properties('Serving/RealTimeModel', put('EnableNetworkIsolation', false)),
  ],
  [
    'roll-back-alarm-unknown',
    'a roll back on an alarm that does not exist',
    properties(
      'Serving/RealTimeEndpoint',
      reword('DeploymentConfig/AutoRollbackConfiguration', 'real-time-errors', 'real-time-5xx'),
    ),
  ],
  [
    'roll-back-alarm-later',
    'an endpoint that does not wait for the alarms that roll it back',
    resource('Serving/RealTimeEndpoint', remove('DependsOn')),
  ],
  [
    'scaling-of-other-variant',
    'scaling of a variant that the endpoint does not have',
    properties('Serving/RealTimeScalingTarget', reword('ResourceId', 'variant/main', 'variant/AllTraffic')),
  ],
  [
    'scaling-of-other-endpoint',
    'scaling of an endpoint that does not exist',
    properties('Serving/RealTimeScalingTarget', reword('ResourceId', 'real-time', 'realtime')),
  ],
  [
    'scaling-upside-down',
    'a lower bound above the upper bound',
    properties('Serving/RealTimeScalingTarget', put('MinCapacity', 3)),
  ],
  [
    'scaling-dimension',
    'scaling by a dimension that only serverless variants have',
    properties(
      'Serving/RealTimeScalingTarget',
      put('ScalableDimension', 'sagemaker:variant:DesiredProvisionedConcurrency'),
    ),
  ],
  [
    'scaling-too-early',
    'scaling that does not wait for its endpoint',
    resource('Serving/RealTimeScalingTarget', remove('DependsOn')),
  ],
  [
    'scaling-metric',
    'scaling by a metric of another service',
    properties(
      'Serving/RealTimeScalingPolicy',
      put(
        'TargetTrackingScalingPolicyConfiguration/PredefinedMetricSpecification/PredefinedMetricType',
        'ECSServiceAverageCPUUtilization',
      ),
    ),
  ],
  [
    'capture-without-key',
    'captured requests without our key',
    properties('Serving/RealTimeConfig', remove('DataCaptureConfig/KmsKeyId')),
  ],
  [
    'capture-to-no-bucket',
    'captured requests to a bucket that no template has',
    properties('Serving/RealTimeConfig', put('DataCaptureConfig/DestinationS3Uri', 's3://ml-lifecycle-captured/churn')),
  ],
  [
    'capture-off',
    'monitors of captured requests, and nothing captured',
    properties('Serving/RealTimeConfig', put('DataCaptureConfig/EnableCapture', false)),
  ],
  [
    'variants-of-one-name',
    'two variants of one name',
    properties('Serving/RealTimeConfig', copy('ProductionVariants/0', 'ProductionVariants/1')),
  ],
]);
