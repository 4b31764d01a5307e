import type { Assembly, Placed } from '../assembly';
import { resourcesOf } from '../resources-of';
import { type NameOf, ResourceNames } from './resource-names';
import { listed, record, type Statement, statementsOf } from './statement';

/** One policy document of an assembly. */
export interface Policy {
  /** What a finding is about. */
  readonly holder: Placed;
  /** Of an identity, of who may become it, or of a resource. */
  readonly kind: 'identity' | 'trust' | 'resource';
  readonly document: Readonly<Record<string, unknown>>;
  readonly statements: readonly Statement[];
}

/** Where documents stand in resources that hold one: the property, or with `[]` each of a list. */
const DOCUMENTS: Readonly<Record<string, Readonly<Record<string, Policy['kind']>>>> = {
  'AWS::DynamoDB::Table': { 'ResourcePolicy.PolicyDocument': 'resource' },
  'AWS::ECR::Repository': { RepositoryPolicyText: 'resource' },
  'AWS::EC2::VPCEndpoint': { PolicyDocument: 'resource' },
  'AWS::Events::EventBus': { Policy: 'resource' },
  'AWS::ApiGateway::RestApi': { Policy: 'resource' },
  'AWS::IAM::Group': { 'Policies.[].PolicyDocument': 'identity' },
  'AWS::IAM::GroupPolicy': { PolicyDocument: 'identity' },
  'AWS::IAM::ManagedPolicy': { PolicyDocument: 'identity' },
  'AWS::IAM::Policy': { PolicyDocument: 'identity' },
  'AWS::IAM::Role': { 'Policies.[].PolicyDocument': 'identity', AssumeRolePolicyDocument: 'trust' },
  'AWS::IAM::RolePolicy': { PolicyDocument: 'identity' },
  'AWS::IAM::User': { 'Policies.[].PolicyDocument': 'identity' },
  'AWS::IAM::UserPolicy': { PolicyDocument: 'identity' },
  'AWS::KMS::Key': { KeyPolicy: 'resource' },
  'AWS::S3::BucketPolicy': { PolicyDocument: 'resource' },
  'AWS::SNS::TopicInlinePolicy': { PolicyDocument: 'resource' },
  'AWS::SNS::TopicPolicy': { PolicyDocument: 'resource' },
  'AWS::SQS::QueueInlinePolicy': { PolicyDocument: 'resource' },
  'AWS::SQS::QueuePolicy': { PolicyDocument: 'resource' },
  'AWS::SageMaker::ModelPackageGroup': { ModelPackageGroupPolicy: 'resource' },
  'AWS::SecretsManager::ResourcePolicy': { ResourcePolicy: 'resource' },
};

/** Every policy document of an assembly, with ARNs as IAM sees them. */
export function policiesOf(assembly: Assembly, nameOf?: NameOf): Policy[] {
  const names = new ResourceNames(assembly, nameOf);
  return resourcesOf(assembly, ...Object.keys(DOCUMENTS)).flatMap((holder) =>
    Object.entries(DOCUMENTS[holder.Type] ?? {}).flatMap(([path, kind]) =>
      at(holder.Properties, path.split('.')).map((document) => ({
        holder,
        kind,
        document: record(document),
        statements: statementsOf(document, (value) => names.text(value, holder.stack)),
      })),
    ),
  );
}

function at(value: unknown, [step, ...steps]: readonly string[]): unknown[] {
  if (step === undefined) return value === undefined ? [] : [value];
  if (step === '[]') return listed(value).flatMap((each) => at(each, steps));
  return at(record(value)[step], steps);
}
