import type { Waiver } from './judge';

const BOTH = ['sandbox', 'production'];
const NO_VPC =
  'There is no VPC: a NAT gateway or interface endpoints would cost more than everything else while nothing happens. What SageMaker can isolate is isolated instead';
const OWN_HANDLER =
  'CDK’s own helper, which empties buckets when a sandbox goes; production has none. Its log group cannot be set';

/** Findings of the security checks that we live with. */
export const SECURITY_WAIVERS: readonly Waiver[] = [
  {
    check: 'sagemaker-network-isolation',
    resource: 'Serving/ServerlessModel*',
    environments: BOTH,
    reason:
      'AWS refuses network isolation for the model of a serverless variant (developer guide, "Feature exclusions")',
  },
  {
    check: 'sagemaker-network-isolation',
    resource: 'MonitorSchedules/MonitorsBias*',
    environments: BOTH,
    reason:
      'A Clarify job asks the model through an endpoint of its own: AWS says to leave network isolation off (developer guide, "Give Clarify jobs access to resources in your VPC")',
  },
  {
    check: 'sagemaker-network-isolation',
    resource: 'MonitorSchedules/MonitorsExplainability*',
    environments: BOTH,
    reason:
      'A Clarify job asks the model through an endpoint of its own: AWS says to leave network isolation off (developer guide, "Give Clarify jobs access to resources in your VPC")',
  },
  {
    check: 'sagemaker-model-vpc',
    resource: 'Serving/ServerlessModel*',
    environments: BOTH,
    reason: 'AWS refuses a VPC for the model of a serverless variant (developer guide, "Feature exclusions")',
  },
  { check: 'sagemaker-model-vpc', resource: 'Serving/RealTimeModel*', environments: BOTH, reason: NO_VPC },
  {
    check: 'sagemaker-private-registry',
    resource: 'Serving/ServerlessModel*',
    environments: BOTH,
    reason: 'The image is AWS’s own, in ECR; the setting is for registries in a VPC, and serverless variants refuse it',
  },
  {
    check: 'sagemaker-private-registry',
    resource: 'Serving/RealTimeModel*',
    environments: BOTH,
    reason: 'The image is AWS’s own, in ECR; the setting is for registries in a VPC, and there is none',
  },
  {
    check: 'sagemaker-endpoint-instances',
    resource: 'Serving/RealTimeConfig*',
    environments: ['sandbox'],
    reason: 'One instance is enough to try things out, and costs half',
  },
  {
    check: 'sagemaker-endpoint-instances',
    resource: 'Serving/RealTimeScalingTarget*',
    environments: ['sandbox'],
    reason: 'One instance is enough to try things out, and costs half',
  },
  {
    check: 'bucket-versioning',
    resource: 'Foundation/AccessLogs*',
    environments: BOTH,
    reason: 'S3 writes each access log once and nobody may change it; old versions would only be paid for',
  },
  ...['DataLake', 'FeatureStore', 'Foundation', 'Training'].map((stack) => ({
    check: 'log-retention',
    resource: `${stack}/CustomS3AutoDelete*`,
    environments: ['sandbox'],
    reason: OWN_HANDLER,
  })),
];
