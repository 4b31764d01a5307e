import type { Form } from '../points-to';

/** What an environment variable holds, by the end of its name. Source: our handlers' contracts; AWS's samples name them so too. */
export const ENVIRONMENT_KINDS: readonly {
  readonly name: RegExp;
  readonly kinds: RegExp;
  readonly forms: readonly Form[];
}[] = [
  { name: /BUCKET(_NAME)?$/, kinds: /^AWS::S3::Bucket$/, forms: ['name'] },
  { name: /TABLE(_NAME)?$/, kinds: /^AWS::DynamoDB::(Global)?Table$/, forms: ['name'] },
  { name: /QUEUE(_URL)?$/, kinds: /^AWS::SQS::Queue$/, forms: ['url'] },
  { name: /TOPIC(_ARN)?$/, kinds: /^AWS::SNS::Topic$/, forms: ['arn'] },
  { name: /FUNCTION(_NAME|_ARN)?$/, kinds: /^AWS::Lambda::/, forms: ['name', 'arn'] },
  { name: /STREAM(_NAME)?$/, kinds: /^AWS::Kinesis(Firehose::DeliveryStream|::Stream)$/, forms: ['name'] },
  { name: /STATE_MACHINE(_ARN)?$/, kinds: /^AWS::StepFunctions::StateMachine$/, forms: ['arn'] },
  { name: /FEATURE_GROUP(_NAME)?$/, kinds: /^AWS::SageMaker::FeatureGroup$/, forms: ['name'] },
  { name: /MODEL_PACKAGE_GROUP(_NAME)?$/, kinds: /^AWS::SageMaker::ModelPackageGroup$/, forms: ['name'] },
  { name: /PIPELINE(_NAME)?$/, kinds: /^AWS::SageMaker::Pipeline$/, forms: ['name'] },
  { name: /ENDPOINT(_NAME)?$/, kinds: /^AWS::SageMaker::Endpoint$/, forms: ['name'] },
  { name: /ALARMS?(_NAMES?)?$/, kinds: /^AWS::CloudWatch::(Composite)?Alarm$/, forms: ['name'] },
  { name: /SECRET(_ARN)?$/, kinds: /^AWS::SecretsManager::Secret$/, forms: ['arn', 'name'] },
  { name: /_ARN$/, kinds: /./, forms: ['arn'] },
];
