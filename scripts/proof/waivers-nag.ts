import type { Waiver } from './judge';

const EVERYWHERE = ['sandbox', 'production'];
/** The queues of the phases into which failed events go. */
const DEAD_LETTERS = ['DataLake', 'DataPreparation', 'Training', 'Prediction', 'ModelMonitoring', 'Governance'];

/** What cdk-nag asks for and we decided otherwise. */
export const NAG_WAIVERS: readonly Waiver[] = [
  {
    check: 'cdk-nag:AwsSolutions-S1',
    resource: 'Foundation/AccessLogs*',
    environments: EVERYWHERE,
    reason: 'the bucket of access logs would log its own logging',
  },
  {
    check: 'cdk-nag:AwsSolutions-IAM4',
    resource: 'Prediction/ApiCloudWatchRole*',
    environments: EVERYWHERE,
    reason: "API Gateway takes one role for an account's logs, the one that its manual names",
  },
  ...['Foundation', 'DataLake', 'FeatureStore', 'Training'].map((stack) => ({
    check: 'cdk-nag:AwsSolutions-IAM4',
    resource: `${stack}/CustomS3AutoDelete*`,
    environments: ['sandbox'],
    reason: "CDK's helper that empties buckets before they are deleted",
  })),
  {
    check: 'cdk-nag:AwsSolutions-IAM5',
    resource: '*',
    environments: EVERYWHERE,
    reason: 'permissions are judged statement by statement, against the service reference, by the checks iam-*',
  },
  {
    check: 'cdk-nag:Serverless-LambdaDLQ',
    resource: '*',
    environments: EVERYWHERE,
    reason:
      'functions are called by state machines, rules, schedules, the API and CloudFormation: the caller retries and parks what failed',
  },
  {
    check: 'cdk-nag:Serverless-LambdaTracing',
    resource: '*',
    environments: EVERYWHERE,
    reason: 'structured logs carry the ids that join a request across functions; traces would cost more than the calls',
  },
  ...DEAD_LETTERS.flatMap((stack) =>
    ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy'].map((rule) => ({
      check: `cdk-nag:${rule}`,
      resource: `${stack}/DeadLetters*`,
      environments: EVERYWHERE,
      reason: 'it is the dead-letter queue, of rules and schedules, which the rule does not look at',
    })),
  ),
  {
    check: 'cdk-nag:AwsSolutions-GL1',
    resource: 'DataPreparation/Jobs*',
    environments: EVERYWHERE,
    reason: 'the logs of the jobs hold counts and reasons, no rows; CloudWatch encrypts them with its own key',
  },
  {
    check: 'cdk-nag:AwsSolutions-GL3',
    resource: 'DataPreparation/Jobs*',
    environments: EVERYWHERE,
    reason: 'the jobs have no bookmarks',
  },
  {
    check: 'cdk-nag:AwsSolutions-SMG4',
    resource: 'DataPreparation/JobsMaskingKey*',
    environments: EVERYWHERE,
    reason: 'another key would give the same person another mask, and records would no longer join',
  },
  {
    check: 'cdk-nag:AwsSolutions-APIG2',
    resource: 'Prediction/Api*',
    environments: EVERYWHERE,
    reason: 'each method has its validator and model; the rule finds only validators of the whole API',
  },
  {
    check: 'cdk-nag:AwsSolutions-APIG3',
    resource: 'Prediction/ApiDeploymentStage*',
    environments: EVERYWHERE,
    reason: 'callers are signed IAM identities of the account, throttled; a firewall would cost by the month',
  },
  {
    check: 'cdk-nag:AwsSolutions-COG4',
    resource: 'Prediction/Api*',
    environments: EVERYWHERE,
    reason: 'callers are authorized by IAM, not by a user pool',
  },
];
